"""What a small rule earns or takes, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.analysis.portraits.kinds import kind_of
from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.model.term import TermKind
from jixiao.quantity import shown_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.option import Option
from jixiao.scoring.scale.said import Answer, Takes
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.scale.term import Term, calculated
from jixiao.scoring.words.amounts import costing_text, earning_text

DECIMALS = 6
"""Most decimals of points; programs get them exactly."""


def effect_of(term: Term) -> str:
    """Say what a term earns or takes: 每1次扣0.5分，最多扣2分."""
    return _EFFECTS[kind_of(term)](term)


def cap_of(term: Term) -> Fraction | None:
    """Give the most that something counted, or an assessor, can earn or take; None where that is not bounded."""
    if term.takes == Takes.DEDUCTION:
        (some,) = [option for option in term.options if option.costs]
        return some.high if some.bounded else None
    if term.takes != Takes.COUNT:
        return None
    for stretch in term.scale:
        each = _each(stretch.what)
        starts = isinstance(stretch.what.earns, Stair) and stretch.what.earns.start
        if each is not None and not starts:
            end = stretch.what.floor if each < 0 else stretch.what.cap
            return None if end is None else abs(end)
    return None


def _number(points: Fraction) -> str:
    return shown_text(points, DECIMALS)


def _points(low: Fraction, high: Fraction) -> str:
    return f"{_number(low)}分" if low == high else f"{_number(low)}～{_number(high)}分"


def _gives(points: Fraction, full: Fraction) -> str:
    if not points:
        return "不得分"
    return earning_text(points, full) if points > 0 else costing_text(-points, full)


def _counted(term: Term) -> str:
    return "；".join(_of_counts(term)) or f"最多{_number(term.full)}分"


def _of_counts(term: Term) -> Iterator[str]:
    unit = term.unit.name if term.unit is not None else ""
    for stretch in term.scale:
        each = _each(stretch.what)
        if each is not None:
            yield f"{_rate(each, unit, stretch.what.least)}{_part_of_step(stretch.what, unit)}{_bound(term, each)}"
        elif stretch.what.decides or stretch.high is None:
            yield f"{_from(stretch, unit)}{'整个指标' if stretch.what.decides else '这一部分'}不得分"


def _each(earned: Earned) -> Fraction | None:
    """Give what each one earns, below 0 where it takes; None where the number makes no difference."""
    match earned.earns:
        case Stair(each=each, step=step):
            return -each / step
        case Line(slope=slope) if slope:
            return slope
        case _:
            return None


def _rate(each: Fraction, unit: str, least: Line | Stair | None) -> str:
    """Say what each one earns or takes, or between what and what where the assessor says how much."""
    most = f"～{_number(abs(least.each / least.step))}" if isinstance(least, Stair) else ""
    return f"每1{unit}{_verb(each)}{_number(abs(each))}{most}分"


def _verb(each: Fraction) -> str:
    return "得" if each > 0 else "扣"


def _part_of_step(earned: Earned, unit: str) -> str:
    if isinstance(earned.earns, Line):
        return f"，不足1{unit}的按比例"
    return f"，不足1{unit}的按1{unit}" if isinstance(earned.earns, Stair) and earned.earns.begun else ""


def _bound(term: Term, each: Fraction) -> str:
    cap = cap_of(term)
    return "" if cap is None else f"，最多{_verb(each)}{_number(cap)}分"


def _from(stretch: Stretch[Earned], unit: str) -> str:
    return f"{shown_text(stretch.low or Fraction(0))}{unit}起"


def _item(term: Term) -> str:
    met, missed = term.options
    said = _gives(met.high, term.full)
    if missed.low != missed.high:
        return f"{said}；{_denied(missed)}得{_points(missed.low, missed.high)}，由评定人定"
    return (
        f"{said}；{_denied(missed)}{_gives(missed.high, term.full)}" if missed.words or missed.high else said
    )


def _denied(missed: Option) -> str:
    return f"{missed.words}的" if missed.words and missed.words != "否则" else "否则"


def _answer(term: Term) -> str:
    yes, no = term.options
    return f"是得{_points(yes.low, yes.high)}，否得{_points(no.low, no.high)}"


def _base(term: Term) -> str:
    return f"先计{_number(term.full)}分"


def _fault(term: Term) -> str:
    return _gives(term.options[0].high, term.full)


def _veto(term: Term) -> str:
    left = term.options[0].high
    return "整个指标不得分" if not left else f"整个指标计{_number(left)}分"


def _graded(term: Term) -> str:
    said = "，".join(f"{option.words}{_points(option.low, option.high)}" for option in term.options)
    return f"{said}；有几个的按最高的计" if term.highest else said


def _discretion(term: Term) -> str:
    (some,) = [option for option in term.options if option.costs]
    return f"由评定人扣{_points(some.low, some.high)}"


def _measured(term: Term) -> str:
    if not term.full and term.scale:
        taken = max(-calculated(stretch.what, stretch.sample) for stretch in term.scale)
        return f"越过界限扣{_number(taken)}分"
    return f"最多{_number(term.full)}分"


def _given(term: Term) -> str:
    (given,) = term.options
    return f"由评定人给{_points(given.low, given.high)}"


def _item_or_answer(term: Term) -> str:
    return _item(term) if term.unsaid is not None and isinstance(term.unsaid, Answer) else _answer(term)


_EFFECTS: Mapping[TermKind, Callable[[Term], str]] = MappingProxyType(
    {
        TermKind.VALUE: _measured,
        TermKind.COUNT: _counted,
        TermKind.BASE: _base,
        TermKind.ITEM: _item_or_answer,
        TermKind.ITEMS: _measured,
        TermKind.FAULT: _fault,
        TermKind.VETO: _veto,
        TermKind.LEVEL: _graded,
        TermKind.AWARD: _graded,
        TermKind.DISCRETION: _discretion,
        TermKind.GIVEN: _given,
    }
)
