"""What a table asks to be judged → the rows of 评定, one for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.form.ratings import BY, item_words
from jixiao.model.form import Row
from jixiao.model.needs import NeededFact, NeededInput, NeededRating, Needs
from jixiao.model.term import Choice, TermKind
from jixiao.quantity import points_text


def rating_rows(needs: Needs) -> Iterator[Row]:
    """Yield a row for each thing that is judged, in the order of the table."""
    by_name = {one.indicator for one in needs.ratings if one.inputs}
    facts: dict[str, list[NeededFact]] = {}
    for fact in needs.facts:
        facts.setdefault(fact.indicator, []).append(fact)
    for rating in needs.ratings:
        yield from _judged(rating)
        yield from (_fact(one, by_name) for one in facts.pop(rating.indicator, ()))
    yield from (_fact(one, by_name) for rest in facts.values() for one in rest)


def _fact(fact: NeededFact, by_name: set[str]) -> Row:
    what = f"{'发现' if fact.indicator in by_name else '事实'}：{fact.fact}"
    return _row(fact.indicator, what, ("是否",), f"成立的，{fact.effect}；还不知道的空着")


def _judged(rating: NeededRating) -> Iterator[Row]:
    if rating.inputs:
        for each in rating.inputs:
            yield from _input(rating.indicator, each)
    else:
        yield from _whole(rating)


def _whole(rating: NeededRating) -> Iterator[Row]:
    """Yield the rows of a sentence that asks for one thing."""
    name, points = rating.indicator, f"满分 {points_text(rating.points)} 分"
    match rating.takes:
        case "level":
            has_range = any(one.low != one.high for one in rating.choices)
            yield _row(
                name, "等级", ("档次", "数") if has_range else ("档次",), _levels(rating), rating.choices
            )
        case "met":
            yield from _list(rating)
        case "count":
            how = f"{points}；“{rating.clause}”：这样的有几{rating.unit}填几，一{rating.unit}也没有的填 0"
            yield _row(name, "次数", ("数",), how)
        case "answer":
            yield _row(name, "符合", ("是否",), points)
        case "deduction":
            yield _row(name, "扣分", ("数",), f"{points}；不扣的填 0")
        case _:
            yield _row(name, "得分", ("数",), points)


def _list(rating: NeededRating) -> Iterator[Row]:
    """Yield a row for each item of a list of what is met, and one for what each further find costs."""
    for number, choice in enumerate(rating.choices, start=1):
        if not choice.cost:
            yield _row(rating.indicator, item_words(number, choice.words), ("是否",), f"{_span(choice)} 分")
    costs = [f"{choice.words}，扣 {_span(choice)} 分" for choice in rating.choices if choice.cost]
    if costs:
        yield _row(rating.indicator, "次数", ("数",), "；".join(costs))


def _input(indicator: str, one: NeededInput) -> Iterator[Row]:
    if one.place > 0 and one.kind in (TermKind.ITEM, TermKind.AWARD):
        if not one.choices:
            yield _row(indicator, item_words(one.place, one.name), ("是否",), one.effect)
        for number, choice in enumerate((one for one in one.choices if one.high), start=one.place):
            yield _row(indicator, item_words(number, choice.words), ("是否",), f"{_span(choice)} 分")
        return
    match one.kind:
        case TermKind.ITEM | TermKind.FAULT | TermKind.VETO:
            keys: tuple[str, ...] = ("是否",)
        case TermKind.LEVEL | TermKind.AWARD:
            keys = ("档次",)
        case _:
            keys = ("数",)
    counted = f"几{one.unit}；" if one.kind == TermKind.COUNT and one.unit else ""
    yield _row(indicator, f"发现：{one.name}", keys, f"{counted}{one.effect}", one.choices)


def _row(
    indicator: str, what: str, keys: tuple[str, ...], note: str, choices: tuple[Choice, ...] = ()
) -> Row:
    words = tuple(one.words for one in choices) if "档次" in keys else ()
    return Row({"指标": indicator, "评什么": what, "说明": note}, frozenset(("项目", *keys, *BY)), words)


def _levels(rating: NeededRating) -> str:
    return "；".join(f"{one.words} {_span(one)} 分" for one in rating.choices)


def _span(choice: Choice) -> str:
    low, high = points_text(choice.low), points_text(choice.high)
    return low if low == high else f"{low}～{high}"
