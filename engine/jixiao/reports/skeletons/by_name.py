"""The lines of a case file in which what is asked for stands by its name, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.needs import NeededFact, NeededInput, NeededRating
from jixiao.model.ruleset import TO_FILL
from jixiao.model.term import TermKind
from jixiao.model.word import word
from jixiao.quantity import points_text
from jixiao.reports.page.points import range_text

Line = tuple[str, str]
"""A line of YAML and the remark behind it."""


def stub_by_name(rating: NeededRating, facts: Sequence[NeededFact]) -> Iterator[Line]:
    """Yield what is to be judged of one indicator: what is met, and each thing that may be found."""
    points = points_text(rating.points)
    listed = [one for one in rating.inputs if _is_listed(one)]
    found = [one for one in rating.inputs if not _is_listed(one)]
    measured = [one for one in found if one.kind == TermKind.VALUE]
    may_be_none = len(measured) < len(found) or bool(facts)
    told = {
        "“达到”里没有列的就是没有达到": listed,
        "没有写的情况就是没有发现": may_be_none or not measured,
        "数值都要写": measured,
    }
    yield (
        f"  # {rating.indicator}，{points} 分：{'，'.join(text for text, holds in told.items() if holds)}",
        "",
    )
    yield f"  {word(rating.indicator)}:", ""
    if listed:
        yield f"    达到: {TO_FILL}", "达到哪几条写哪几条，如 [1, 2]；一条都没有达到写 无"
        yield from ((f"    #   {line}", "") for one in listed for line in _items(one))
    if found or facts:
        nothing = "" if measured else f"；什么都没有发现，改写 发现: {_NOTHING}"
        yield "    发现:", f"只写发现了的，一行一样{nothing}" if may_be_none else "数值一行一个"
        yield from ((f"      {word(one.name)}: {TO_FILL}", _how(one)) for one in found)
        yield from (
            (f"      {word(fact.fact)}: {TO_FILL}", f"是 或 否，还不知道的不要写；{fact.effect}")
            for fact in facts
        )
    yield f"    评定人: {TO_FILL}", ""
    yield f"    依据: {TO_FILL}", ""


_NOTHING = "无"


def _is_listed(one: NeededInput) -> bool:
    """Whether it stands in the list of what is met: an item, or an award that need not be there."""
    return one.place > 0 and one.kind in (TermKind.ITEM, TermKind.AWARD)


def _items(one: NeededInput) -> Iterator[str]:
    if not one.choices:
        presumed = "；不写“达到”的，算达到" if one.presumed else ""
        yield f"{one.place} {one.name}（{one.effect}{presumed}）"
    for place, choice in enumerate((choice for choice in one.choices if choice.high), start=one.place):
        yield f"{place} {choice.words}（{range_text(choice.low, choice.high)}分）"


def _how(one: NeededInput) -> str:
    match one.kind:
        case TermKind.COUNT:
            return f"几{one.unit}，{one.effect}"
        case TermKind.ITEM | TermKind.FAULT | TermKind.VETO:
            return f"是 或 否；{one.effect}" + ("；不写的，算达到" if one.presumed else "")
        case TermKind.DISCRETION:
            return f"扣几分；{one.effect}"
        case TermKind.LEVEL | TermKind.AWARD:
            return f"写哪一档：{one.effect}"
        case _:
            return f"数值，如 {_example(one.unit)}；{one.effect}"


def _example(unit: str) -> str:
    return "88%" if unit in ("", "%", "个百分点") else f"3{unit}"
