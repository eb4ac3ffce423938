"""Changes that fit under another printed figure: what does not hold of the parts follows from the whole's conflict.

接待费 −20.25 and 用车 +4.79 make −15.46, which is 三公经费 against the budget of 59.4 and not against 43.95: both are
right where the one budget is, and nobody need calculate them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.audit.checks.run import Ran
from jixiao.model.check import Category, CheckResult

_AGAINST = "较"
"""Where the name of a change goes on to what it is compared with: 决算较预算增减额."""
_SIDES = ("决算", "预算")


def follows_from(ran: Sequence[Ran]) -> dict[str, str]:
    """Give, by the check's id, the item whose conflict explains what does not hold."""
    changes = [one for one in ran if one.compiled.check.category is Category.CHANGE]
    failing = [one for one in changes if one.result is CheckResult.FAILS]
    return {
        part.compiled.check.id: disputed
        for whole in changes
        if whole.result in _FITTING and (disputed := _several(whole))
        for part in _making(whole, failing)
    }


def shares_followed(ran: Sequence[Ran]) -> dict[str, str]:
    """Give, by the id of a check that shares come to 100 %, the source (来自) of the one share that explains why not.

    Only where that share is as far off as all of them together.
    """
    failing = [one for one in ran if one.result is CheckResult.FAILS and one.compiled.share is not None]
    found = {}
    for total in failing:
        share = total.compiled.share
        if share is None or share.part is not None:
            continue
        single = [
            one
            for one in failing
            if one.compiled.share is not None
            and one.compiled.share.part is not None
            and one.compiled.share.breakdown == share.breakdown
        ]
        if len(single) == 1 and abs(_gap(total) - _gap(single[0])) <= total.comparing.allowed:
            found[total.compiled.check.id] = f"核查·{single[0].compiled.check.id}"
    return found


def _gap(ran: Ran) -> Fraction:
    return ran.comparing.left - ran.comparing.right


_FITTING = (CheckResult.DISPUTED, CheckResult.ROUNDING)
"""Results of a check that holds for one of the values of a disputed item."""


def _several(ran: Ran) -> str:
    """Give the item whose several values lie farthest apart; empty where none is stated in several ways."""
    values: dict[str, list[Fraction]] = {}
    for one in ran.stated:
        values.setdefault(one.name, []).append(one.quantity.base)
    apart = {name: max(each) - min(each) for name, each in values.items() if len(each) > 1}
    return max(apart, key=apart.__getitem__) if apart else ""


def _making(whole: Ran, failing: Iterable[Ran]) -> Iterator[Ran]:
    """Yield the failing changes of the same kind that together make the whole's."""
    parts = [one for one in failing if _tail(one) and _tail(one) == _tail(whole)]
    if len(parts) < 2:
        return
    made = sum((_stated(one) for one in parts), Fraction(0))
    slack = sum((one.taken[one.compiled.subject].printed.slack for one in (*parts, whole)), Fraction(0))
    if abs(made - _stated(whole)) <= slack:
        yield from parts


def _stated(ran: Ran) -> Fraction:
    return ran.taken[ran.compiled.subject].quantity.base


def _tail(ran: Ran) -> str:
    """Give how the name of a change ends: 决算较预算增减额; empty where it is none."""
    name = ran.compiled.subject
    places = [name.index(side + _AGAINST) for side in _SIDES if side + _AGAINST in name]
    return name[min(places) :] if places else ""
