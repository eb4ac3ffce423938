"""Draw the ways of one indicator together into one result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.case import IndicatorClaim
from jixiao.model.evaluation import (
    MAX_TOLD,
    ROUNDING_CLAUSE,
    Alternative,
    Beyond,
    Drawn,
    Missing,
    Result,
    Status,
)
from jixiao.model.part import Part
from jixiao.quantity import shown_text, value_text
from jixiao.scoring.indicator.evidence import Evidence
from jixiao.scoring.indicator.explain import WayTold, deductions
from jixiao.scoring.indicator.told import ResultTold
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Loss
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.rounding import rounded, rounding_of

UNROUNDED_DECIMALS = 6
"""Decimals shown of a score before it is rounded."""


def draw_together(
    rule: Rule, ways: Sequence[Way], evidence: Mapping[str, Evidence], missing: Sequence[str], judged: bool
) -> Result:
    """Give the result of an indicator from every way it may come out."""
    rounded = [rounded_way(way, rule) for way in ways]
    best = rounded[0]
    low, high, values = best.outcome.low, best.outcome.high, [best.value] if best.value is not None else []
    if len(rounded) > 1:
        low = min(way.outcome.low for way in rounded)
        best = max(rounded, key=lambda way: way.outcome.high)
        high = best.outcome.high
        values = sorted({way.value for way in rounded if way.value is not None and not way.beside})
    status = _status(rounded, low, high, judged)
    unsaid = _unsaid(rule, rounded, high - low)
    missing = (*missing, *(one.name for one in unsaid))
    known = all(way.value is not None for way in rounded)
    disputed = tuple(one for one in evidence.values() if one.disputed)
    impossible = tuple(one for each in evidence.values() for one in each.impossible)
    told = tuple(WayTold(rule, way) for way in rounded)
    shown = dict.fromkeys(value_text(one, rule.dimension) for one in values[:1] + values[-1:])
    opened = status is Status.OPEN
    basis = Drawn(
        explanation=ResultTold(told, WayTold(rule, best), status, disputed, missing, impossible),
        value=values[0] if len(values) == 1 and known else None,
        value_text="～".join(shown),
        deductions=deductions(rule, best),
        missing=tuple(_missing(name, unsaid, high - low) for name in missing) if opened else (),
        figures=tuple(figure for one in evidence.values() for figure in one.figures),
        alternatives=_alternatives(rule, rounded, missing) if len(rounded) > 1 else (),
        conflicts=tuple(name for name, one in evidence.items() if one.disputed),
        parts=_parts(rounded),
        values=tuple(values),
        valued=known,
        near_bound=any(way.beside for way in rounded),
    )
    left_out = [way.left_out for way in ways]
    return Result(
        rule.indicator,
        status,
        low,
        high,
        basis,
        left_out=all(left_out),
        may_leave_out=any(left_out) and not all(left_out),
        beyond=_beyond(rounded),
    )


def _beyond(ways: Sequence[Way]) -> Beyond | None:
    """Give what is taken off the total besides: at most with the lowest score, at least with the highest."""
    found = [way.outcome.beyond for way in ways]
    spilled = [one for one in found if one is not None]
    if not spilled:
        return None
    clause = "；".join(dict.fromkeys(one.clause for one in spilled))
    least = min(one.high for one in spilled) if len(spilled) == len(found) else Fraction(0)
    return Beyond(clause, max(one.low for one in spilled), least)


def _missing(name: str, unsaid: Sequence[Missing], whole: Fraction) -> Missing:
    return next((one for one in unsaid if one.name == name), Missing(name, whole))


def _unsaid(rule: Rule, ways: Sequence[Way], whole: Fraction) -> tuple[Missing, ...]:
    """Give what must be said besides of the inputs of a sentence, each once, by how much it could move the score."""
    moved: dict[str, Fraction] = {}
    for way in ways:
        of_way: dict[str, Fraction] = {}
        for one in way.outcome.unsaid:
            asked = (f"评定：{rule.indicator.name}（{one.asks}）",) if one.asks else ()
            for name in (*one.missing, *asked):
                of_way[name] = of_way.get(name, Fraction(0)) + one.points
        for name, points in of_way.items():
            moved[name] = max(moved.get(name, Fraction(0)), points)
    return tuple(Missing(name, min(points, whole)) for name, points in moved.items())


def _parts(ways: Sequence[Way]) -> tuple[Part, ...]:
    """Give what all ways reached, each once."""
    if len(ways) == 1:
        return ways[0].outcome.parts
    return tuple(dict.fromkeys(part for way in ways for part in way.outcome.parts))


def _status(ways: Sequence[Way], low: Fraction, high: Fraction, judged: bool) -> Status:
    if all(way.exempt for way in ways):
        return Status.EXEMPT
    if low != high:
        return Status.OPEN
    return Status.JUDGED if judged else Status.SCORED


def rounded_way(way: Way, rule: Rule) -> Way:
    """Round a way's scores as 口径 says, never above full marks; the difference is a loss of its own."""
    if Reading.DECIMALS not in rule.readings:
        return way
    outcome, beyond = way.outcome, way.outcome.beyond
    if beyond is not None:
        ends = (-rounded(-end, rule.standard.points, rule.readings) for end in (beyond.low, beyond.high))
        beyond = Beyond(beyond.clause, *ends)
    low, high = (rounded(score, rule.standard.points, rule.readings) for score in (outcome.low, outcome.high))
    losses = outcome.losses
    if high != outcome.high:
        exact = shown_text(outcome.high, UNROUNDED_DECIMALS)
        fillings = {
            "exact": exact,
            "rounding": rounding_of(rule.readings),
            "places": rule.readings[Reading.DECIMALS],
            "points": high,
        }
        reason = Filled(Message.ROUNDED, fillings)
        losses = (*losses, Loss(outcome.high - high, ROUNDING_CLAUSE, reason))
    return replace(way, outcome=replace(outcome, low=low, high=high, losses=losses, beyond=beyond))


def _alternatives(rule: Rule, ways: Sequence[Way], missing: Sequence[str]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            way.assumption or way.outcome.note,
            way.outcome.low,
            way.outcome.high,
            WayTold(rule, way),
            told=not way.assumption if missing else place < MAX_TOLD,
        )
        for place, way in enumerate(ways)
    )


def with_claim(result: Result, claim: IndicatorClaim | None) -> Result:
    """Set the department's claim beside the result; a deduction claimed is a score claimed."""
    if claim is None:
        return result
    score = claim.score
    if score is None and claim.deduction is not None:
        score = result.indicator.points - claim.deduction
    return Result(
        result.indicator, result.status, result.low, result.high, result.basis, result.left_out, result.may_leave_out,
        score, claim.decimals, claim.ratio, beyond=result.beyond,
    )  # fmt: skip
