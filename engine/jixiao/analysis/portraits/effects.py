"""What a small rule earns or takes, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from jixiao.analysis.portraits.kinds import kind_of
from jixiao.curve.stretch import Stretch
from jixiao.model.term import TermKind
from jixiao.quantity import shown_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.option import Option
from jixiao.scoring.scale.said import Answer, Takes
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.scale.term import Term
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
    bounds = [
        end
        for stretch in term.scale
        if isinstance(stair := stretch.what.earns, Stair) and not stair.start
        for end in (stretch.what.floor if stair.each > 0 else stretch.what.cap,)
        if end is not None
    ]
    return abs(bounds[0]) if bounds else None


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
        earned = stretch.what
        if isinstance(earned.earns, Stair):
            verb = "扣" if earned.earns.each > 0 else "得"
            cap = cap_of(term)
            bound = "" if cap is None else f"，最多{verb}{_number(cap)}分"
            yield f"每{_step(earned.earns.step, unit)}{verb}{_number(abs(earned.earns.each))}分{bound}"
        elif earned.decides or stretch.high is None:
            yield f"{_from(stretch, unit)}{'整个指标' if earned.decides else '这一部分'}不得分"


def _step(step: Fraction, unit: str) -> str:
    return f"{shown_text(abs(step))}{unit}"


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
