"""Numbers that are told in turn: 各是12.5、3万元; 分别占97.59%、2.10%、0.32%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import replace
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import BUDGET, Found, Lexicon
from jixiao.documents.figures.measured import is_less, measure_of
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject, find_subject, side_of
from jixiao.documents.figures.words import SEVERAL, year_of
from jixiao.documents.figures.write import Told, Writer
from jixiao.model.reading import Measure, ReadFigure

_IN_TURN = re.compile(
    r"(?:分别|依次|各)(?:(?P<of>占[^,;。:、\d]{1,12}的)|(?P<base>[较比同与][^,;。:、]{1,14}?)?"
    r"(?P<verb>(?:为|是|占|达|到|有|增长|下降|上升|增加|减少|完成|支出|开支|花费|安排|投入)*))$"
)
_BETWEEN = ("、", ",", "和", "及", "与")
_AND = re.compile("[、和及与]")
_CLASSES = re.compile("等?[两二三四五六七八九十](?:大?类|项|种|个)(?:项目)?(?:支出|经费|费用|资金)?")
"""What counts a list that ends: 社会保障和就业、住房保障两类支出."""
_SIDE = re.compile("(?:上年|去年|本年|20\\d\\d年度?)?(?:年初|调整后?|全年)?(?:预算|决算)数?")
"""A side alone, of what the list names first: 三公经费预算数、决算数和上年决算数."""


MAX_TURN = 24
"""Most signs between 分别 and the first number."""


def runs(text: str, found: Sequence[Number]) -> Iterator[list[Number]]:
    """Yield the numbers one by one, those that are told in turn together."""
    place = 0
    while place < len(found):
        run = [found[place]]
        turn = (
            not run[0].why
            and _IN_TURN.search(text, max(0, run[0].start - MAX_TURN), run[0].start) is not None
        )
        while place + len(run) < len(found) and not run[0].why:
            last, following = run[-1], found[place + len(run)]
            if following.why or text[last.unit_end : following.start] not in _BETWEEN:
                break
            if not (turn or not last.unit):
                break
            run.append(following)
        if len(run) > 1 and not turn and not run[-1].unit:
            yield from ([one] for one in run)  # each for itself: from none of them on is it otherwise
        else:
            yield run
        place += len(run)


def in_turn(
    passage: Folded, region: str, run: Sequence[Number], context: Context, lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield numbers told in turn of as many names before them, or of the values told last."""
    unit = run[-1].unit
    measure = measure_of(_IN_TURN.sub("", region) + _verb(region), run[0] if run[0].unit else run[-1])
    words = SEVERAL.sub("", _IN_TURN.sub("", region)).rstrip(":,")
    sides = _sides(words, unit, run, context, lexicon) if measure is None else []
    subjects = [subject for subject, _ in sides] or _subjects(words, unit, run, context, lexicon, measure)
    turn = _IN_TURN.search(region)
    base = BUDGET if turn is not None and "预算" in (turn["base"] or "") else "上年"
    for place, number in enumerate(run):
        own = number if number.unit else replace(number, unit=unit)
        if place >= len(subjects) or not own.unit:
            writer.leave(passage, number, "几个数连写，分不清各是哪一项")
            continue
        less = measure is not None and is_less(_IN_TURN.sub("", region) + _verb(region))
        year = year_of(sides[place][1], writer.year) if sides else None
        told = Told(year, less=less, base=base, of=context.whole)
        figure = writer.figure(passage, own, subjects[place], measure or Measure.VALUE, told)
        if measure is None:
            context.values.append(figure)
            context.subject = subjects[place]
        yield figure


def _verb(region: str) -> str:
    match = _IN_TURN.search(region)
    return "" if match is None else match["of"] or match["verb"]


def _sides(
    words: str, unit: str, run: Sequence[Number], context: Context, lexicon: Lexicon
) -> list[tuple[Subject, str]]:
    """Give the sides of one thing that are told in turn, each with its words; nothing where they are no sides."""
    parts = _AND.split(re.split("[,;:]", words)[-1])
    if len(parts) != len(run) or len(parts) < MIN_SIDES or not all(map(_SIDE.fullmatch, parts[1:])):
        return []
    first = find_subject(parts[0], unit, lexicon, context.around)
    if first is None or first.item is None:
        return []
    items = [first.item, *(lexicon.twin(first.item, side_of(one)) for one in parts[1:])]
    return [
        (Subject(item.name, item), part) for item, part in zip(items, parts, strict=True) if item is not None
    ]


MIN_SIDES = 2


def joined_names(words: str, lexicon: Lexicon) -> list[Found]:
    """Give the names in words, those that an item has as one each for itself: 会议费、培训费."""
    found: list[Found] = []
    for one in lexicon.names_in(words):
        place, apart = one.start, []
        for part in _AND.split(words[one.start : one.end]):
            entries = lexicon.named(part)
            apart += [Found(place, place + len(part), entries)] if entries else []
            place += len(part) + 1
        found += apart if len(apart) > 1 else [one]
    return found


def _subjects(
    words: str, unit: str, run: Sequence[Number], context: Context, lexicon: Lexicon, measure: Measure | None
) -> list[Subject]:
    count = len(run)
    found = list(lexicon.names_in(words))
    if len(found) < count and measure is None and len(apart := joined_names(words, lexicon)) == count:
        found = apart
    if len(found) >= count:
        context.names, context.listed = found[-count:], words
    elif measure is None and len(context.names) == count and len(re.sub("[、和及与]", "", words)) <= 6:
        tail = words
        words = context.listed
        last = context.names[-1].end
        words = words[:last] + tail
        return [_named(words, one.start, one.end, tail, unit, context, lexicon) for one in context.names]
    elif measure is not None and len(context.values) >= count and not found:
        return [Subject(one.item, lexicon.items.get(one.item)) for one in context.values[-count:]]
    else:
        parts = [one for one in re.split("[、和,及与]", _CLASSES.sub("", words)) if one][-count:]
        named = [find_subject(one, unit, lexicon, context.around) for one in parts]
        return [one for one in named if one is not None] if all(named) and len(named) == count else []
    tail = _CLASSES.sub("", words[found[-1].end :])
    if not side_of(tail) and found[-1].entries[0].explicit:
        tail += found[-1].entries[0].side
    return [_named(words, one.start, one.end, tail, unit, context, lexicon) for one in found[-count:]]


def _named(
    words: str, start: int, end: int, tail: str, unit: str, context: Context, lexicon: Lexicon
) -> Subject:
    subject = find_subject(words[start:end] + tail, unit, lexicon, context.around)
    if subject is None:
        return Subject(words[start:end])
    side = side_of(tail)
    twin = lexicon.twin(subject.item, side) if subject.item is not None and side else None
    return subject if twin is None else Subject(twin.name, twin)
