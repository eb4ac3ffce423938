"""评定 of a case ↔ lines of a form, one for each thing that is judged; what is judged stands in words under 评什么."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.dataclass import replace
from jixiao.files.form.line import Line, key_at, line_of, mapping, one_or_list, said
from jixiao.files.form.panels import GROUNDS, RATED_BY
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence, mappings_of
from jixiao.model.form import NO, YES

BY = (RATED_BY, GROUNDS, "出处")
ANSWERS = ("档次", "是否", "数")
"""Keys of the cells in which a judgement may stand."""
NOTHING = "无"
BY_NAME = ("发现", "档次", "次数", "扣分")
"""Keys under which things may be said by name."""
_MET, _FACT = "达到", "事实"
_ITEM = re.compile(r"第\s*(\d{1,2})\s*条(?:[：:].*)?", re.DOTALL)
_NAMED = re.compile(r"(发现|档次|次数|扣分|事实|达到)\s*[：:]\s*(.+)", re.DOTALL)


def item_words(number: int, words: str) -> str:
    """Name an item of a list of what is met."""
    return f"第{number}条：{words}"


def item_number(what: str) -> int | None:
    """Give the number of such an item; None for anything else."""
    found = _ITEM.fullmatch(what)
    return None if found is None else int(found[1])


def rating_lines(node: Mapping) -> Iterator[Line]:
    """Yield a line for each thing that a rating judges; who judged, and why, in each."""
    for key, stated in node.within("评定"):
        for rating in mappings_of(stated):
            by = line_of(rating, BY, 指标=key)
            for what, answer in _judged(rating):
                cells = {"评什么": said(what, rating.place), **answer}
                yield Line({**by.cells, **cells}, rating.place)


def _judged(rating: Mapping) -> Iterator[tuple[str, dict[str, Scalar]]]:
    level, score = rating.scalar("等级"), rating.scalar("得分")
    if level is not None:
        yield "等级", {"档次": level, **({} if score is None else {"数": score})}
    elif score is not None:
        yield "得分", _answer(score)
    answer, fact = rating.scalar("符合"), rating.scalar(_FACT)
    if answer is not None:
        yield "符合", {"是否": answer}
    if fact is not None:
        yield f"{_FACT}：{fact.text}", {"是否": rating.scalar("成立") or said(YES, fact.place)}
    yield from map(_item_met, rating.scalars(_MET))
    for key in BY_NAME:
        yield from _by_name(key, rating.get(key))


def _item_met(one: Scalar) -> tuple[str, dict[str, Scalar]]:
    text = one.text.strip()
    if text == NOTHING:
        return _MET, {"档次": one}
    what = f"第{text}条" if re.fullmatch(r"\d{1,2}", text) else f"{_MET}：{one.text}"
    return what, {"是否": said(YES, one.place)}


def _by_name(key: str, value: Node | None) -> Iterator[tuple[str, dict[str, Scalar]]]:
    match value:
        case Scalar():
            yield key, _answer(value)
        case Sequence():
            names = [one for one in value.items if isinstance(one, Scalar)]
            yield from ((f"{key}：{one.text}", {"是否": said(YES, one.place)}) for one in names)
        case Mapping():
            said_of = [(name, one) for name, one in value.entries if isinstance(one, Scalar)]
            yield from ((f"{key}：{name.text}", _answer(one)) for name, one in said_of)
        case None:
            pass


def _answer(value: Scalar) -> dict[str, Scalar]:
    if value.text in (YES, NO):
        return {"是否": value}
    return {"数": value} if re.fullmatch(r"[-+0-9０-９.．,，]+", value.text) else {"档次": value}


def ratings_node(lines: Iterable[Line]) -> tuple[tuple[Scalar, Node], ...]:
    """Give the entries of 评定: lines of an indicator with the same judge and grounds are one rating."""
    indicators: dict[str, tuple[Scalar, list[Line]]] = {}
    for line in lines:
        name = line.cells["指标"]
        indicators.setdefault(name.text, (name, []))[1].append(line)
    return tuple(
        (name, one_or_list([_rating(group) for group in _ratings(_signed(group))]))
        for name, group in indicators.values()
    )


def _signed(lines: list[Line]) -> list[Line]:
    """Put judge, grounds and source into lines that leave them out: those of the last line that has them, or the next."""
    last = next((line for line in lines if line.has(BY)), None)
    found: list[Line] = []
    for line in lines:
        last = line if line.has(BY) else last
        by = {} if last is None else {key: last.cells[key] for key in BY if key in last.cells}
        found.append(line if line.has(BY) else replace(line, cells={**line.cells, **by}))
    return found


def _ratings(lines: list[Line]) -> list[list[Line]]:
    """Group lines into ratings: another judge, other grounds, a fact, or what was judged already begin another."""
    groups: list[list[Line]] = []
    for line in lines:
        home = next((group for group in groups if _belongs(line, group)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    return groups


def _belongs(line: Line, group: list[Line]) -> bool:
    whats = [one.text("评什么") for one in (line, *group)]
    is_signed_alike = all(line.text(key) == group[0].text(key) for key in BY)
    return is_signed_alike and whats[0] not in whats[1:] and not any(one.startswith(_FACT) for one in whats)


def _rating(lines: list[Line]) -> Mapping:
    """Give the rating that several lines make."""
    met: list[tuple[Scalar, Scalar]] = []
    named: dict[str, list[tuple[Scalar, Scalar]]] = {}
    entries: list[tuple[Scalar, Node]] = []
    for line in lines:
        what = line.cells["评什么"]
        value = next((line.cells[key] for key in ANSWERS if key in line.cells), what)
        found, number = _NAMED.fullmatch(what.text), item_number(what.text)
        if number is not None:
            met.append((said(str(number), what.place, number=True), value))
        elif what.text == _MET:
            met.append((said(NOTHING, what.place), said(NO, value.place)))
        elif found is None:
            entries += _alone(what.text, line, value)
        elif found[1] == _MET:
            met.append((said(found[2], what.place), value))
        elif found[1] == _FACT:
            entries += (
                (key_at(_FACT, what.place), said(found[2], what.place)),
                (key_at("成立", value.place), value),
            )
        else:
            named.setdefault(found[1], []).append((said(found[2], what.place), value))
    if met:
        entries.append(_met(met))
    entries += ((key_at(key, one[0][0].place), mapping(one, one[0][0].place)) for key, one in named.items())
    return mapping((*entries, *lines[0].taken(BY)), lines[0].place)


def _alone(what: str, line: Line, value: Scalar) -> Iterator[tuple[Scalar, Node]]:
    """Yield the entries of what stands by itself: a level with its score, a count, an answer."""
    if what != "等级":
        yield key_at(what, value.place), value
        return
    for key, column in (("等级", "档次"), ("得分", "数")):
        if column in line.cells:
            yield key_at(key, line.cells[column].place), line.cells[column]


def _met(items: list[tuple[Scalar, Scalar]]) -> tuple[Scalar, Node]:
    """Give the entry of what is met: the items that say 是, 无 where none does."""
    found = tuple(item for item, value in items if value.text == YES)
    place = items[0][1].place
    return key_at(_MET, place), Sequence(found, place) if found else said(NOTHING, place)
