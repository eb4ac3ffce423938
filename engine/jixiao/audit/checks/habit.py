"""Shares whose last digit is cut off, or moved so that all come to 100 %: one habit of printing, told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.audit.checks.compiled import ShareOf
from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.tell import figures_told, items_of
from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.check import Category, CheckResult
from jixiao.model.fact import Fact
from jixiao.model.finding import Level
from jixiao.model.wording import quoted
from jixiao.quantity import percent_text

MAX_NAMED = 4
"""Most shares named in the message; all stand in the grounds."""


def shares_by_habit(ran: Sequence[Ran]) -> tuple[Sequence[Ran], tuple[Outcome, ...]]:
    """Give the checks that are told each for itself, and an outcome for each breakdown of which only last digits differ.

    A share is printed by habit where it lies less than one unit of its last place from what the figures give.
    """
    off = [one for one in ran if one.result in (CheckResult.FAILS, CheckResult.ROUNDING)]
    groups: dict[str, list[Ran]] = {}
    for one in off:
        if one.compiled.share is not None:
            groups.setdefault(one.compiled.share.breakdown, []).append(one)
    habits = {name: found for name, found in groups.items() if _is_habit(found)}
    if not habits:
        return ran, ()
    told = {id(one) for found in habits.values() for one in found}
    return [one for one in ran if id(one) not in told], tuple(_outcomes(habits))


def _is_habit(found: Sequence[Ran]) -> bool:
    """Whether every share is less than a unit of its last place off, and all together by no more than that."""
    return any(not _is_total(one) for one in found) and all(
        _gap(one) <= sum((2 * share.printed.slack for share in one.taken.values()), Fraction(0))
        if _is_total(one)
        else _gap(one) < one.comparing.allowed + one.taken[one.compiled.subject].printed.slack
        for one in found
    )


def _share(ran: Ran) -> ShareOf:
    """Give the share that a check compares; only such checks are grouped."""
    assert ran.compiled.share is not None
    return ran.compiled.share


def _is_total(ran: Ran) -> bool:
    return _share(ran).part is None


def _gap(ran: Ran) -> Fraction:
    return abs(ran.comparing.left - ran.comparing.right)


def _outcomes(habits: Mapping[str, Sequence[Ran]]) -> Iterator[Outcome]:
    for breakdown, found in habits.items():
        shares = [one for one in found if not _is_total(one)]
        item, identity = _share(found[0]).item, f"占比·{breakdown}"
        fact = Fact.of(
            "核查",
            来自=f"核查·{identity}",
            来历="占比",
            核查=identity,
            类别=Category.SHARE,
            结果=CheckResult.ROUNDING,
            数据项=item,
            缺项=False,
            样子="",
            差额="",
            随="",
            级别=Level.LOW,
            题目=f"{quoted(item)}各部分占比的末位",
            说明=f"{quoted(item)}的占比有{len(shares)}个末位与算得的差不到1（{_named(shares)}），是去尾或凑成100%的写法，不是数据矛盾",
        )
        because = tuple(dict.fromkeys(text for one in shares for text in figures_told(one)))
        figures = tuple(dict.fromkeys(f"{one.name} {one.quantity}" for ran in shares for one in ran.stated))
        items = tuple(dict.fromkeys(name for one in found for name in items_of(one)))
        yield Outcome(fact, Ground(items, because, figures))


def _named(shares: Iterable[Ran]) -> str:
    told = [
        f"{_share(one).part}印{one.taken[one.compiled.subject].quantity}，算得{percent_text(one.comparing.right)}"
        for one in shares
    ]
    more = f"；等{len(told)}个" if len(told) > MAX_NAMED else ""
    return "；".join(told[:MAX_NAMED]) + more
