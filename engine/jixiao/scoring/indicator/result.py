"""Draw the ways of one indicator together into one result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.model.case import IndicatorClaim
from jixiao.model.evaluation import Alternative, Deduction, Figure, Missing, Result, Status
from jixiao.model.part import Part
from jixiao.model.wording import quoted
from jixiao.quantity import points_text, round_to, shown_text
from jixiao.scoring.indicator.evidence import Evidence
from jixiao.scoring.indicator.explain import Telling, deductions, told, value_text, way_text
from jixiao.scoring.indicator.ways import Way
from jixiao.scoring.program.program import Rule
from jixiao.scoring.scale.outcome import Loss

UNROUNDED_DECIMALS = 6
"""Decimals shown of a score before it is rounded."""
ROUNDING_CLAUSE = "舍入"
"""The clause of the line that rounding adds to the ledger."""
MAX_SHOWN_WAYS = 6
"""Most alternatives written out for people; JSON holds them all."""


def draw_together(
    rule: Rule, ways: Sequence[Way], evidence: Mapping[str, Evidence], missing: Sequence[str], judged: bool
) -> Result:
    """Give the result of an indicator from every way it may come out."""
    rounded = [_rounded(way, rule) for way in ways]
    best = rounded[0]
    low, high, values = best.outcome.low, best.outcome.high, [best.value] if best.value is not None else []
    if len(rounded) > 1:
        low = min(way.outcome.low for way in rounded)
        best = max(rounded, key=lambda way: way.outcome.high)
        high = best.outcome.high
        values = sorted({way.value for way in rounded if way.value is not None})
    telling = told(rule, best)
    status = _status(rounded, low, high, judged)
    disputed = tuple(name for name, one in evidence.items() if one.disputed)
    return Result(
        indicator=rule.indicator,
        status=status,
        low=low,
        high=high,
        explanation=_explanation(rule, rounded, way_text(best, telling), status, evidence, missing),
        value=values[0] if len(values) == 1 and all(way.value is not None for way in rounded) else None,
        value_text="～".join(
            dict.fromkeys(value_text(one, rule.dimension) for one in values[:1] + values[-1:])
        ),
        deductions=_ledger(best, telling),
        missing=tuple(Missing(name, high - low) for name in missing) if status == "open" else (),
        figures=tuple(figure for one in evidence.values() for figure in one.figures),
        alternatives=_alternatives(rule, rounded) if len(rounded) > 1 else (),
        conflicts=disputed,
        left_out=all(way.left_out for way in ways),
        parts=_parts(rounded),
        values=tuple(values),
        may_leave_out=any(way.left_out for way in ways) and not all(way.left_out for way in ways),
    )


def _parts(ways: Sequence[Way]) -> tuple[Part, ...]:
    """Give what all ways came by, each once."""
    if len(ways) == 1:
        return ways[0].outcome.parts
    return tuple(dict.fromkeys(part for way in ways for part in way.outcome.parts))


def _status(ways: Sequence[Way], low: Fraction, high: Fraction, judged: bool) -> Status:
    if all(way.exempt for way in ways):
        return Status.EXEMPT
    if low != high:
        return Status.OPEN
    return Status.JUDGED if judged else Status.SCORED


def _rounded(way: Way, rule: Rule) -> Way:
    """Round a way's scores as 口径 says, never above full marks; the difference is a loss of its own."""
    places = rule.readings.get("得分小数位")
    if places is None:
        return way
    rounding = rule.readings.get("舍入", "四舍五入")
    outcome = way.outcome
    low, high = (
        min(round_to(score, int(places), rounding), rule.standard.points)
        for score in (outcome.low, outcome.high)
    )
    losses = outcome.losses
    if high != outcome.high:
        reason = f"{shown_text(outcome.high, UNROUNDED_DECIMALS)}分按口径{rounding}到{places}位小数为{points_text(high)}分"
        losses = (*losses, Loss(outcome.high - high, ROUNDING_CLAUSE, reason))
    return replace(way, outcome=replace(outcome, low=low, high=high, losses=losses))


def _ledger(way: Way, telling: Telling) -> tuple[Deduction, ...]:
    return tuple(
        replace(one, reason=loss.reason) if loss.clause == ROUNDING_CLAUSE else one
        for one, loss in zip(deductions(way, telling), way.outcome.losses, strict=True)
    )


def _alternatives(rule: Rule, ways: Sequence[Way]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            way.assumption or way.outcome.note,
            way.outcome.low,
            way.outcome.high,
            way_text(way, told(rule, way)),
        )
        for way in ways
    )


def _explanation(
    rule: Rule,
    ways: Sequence[Way],
    best: str,
    status: Status,
    evidence: Mapping[str, Evidence],
    missing: Sequence[str],
) -> str:
    sentences = []
    if status != "open":
        sentences.append(best)
    elif missing:
        low, high = min(way.outcome.low for way in ways), max(way.outcome.high for way in ways)
        sentences.append(f"缺少{'、'.join(missing)}，得分在{points_text(low)}至{points_text(high)}分之间")
    else:
        shown = ways[:MAX_SHOWN_WAYS]
        sentences += [
            f"{way.assumption}：{way_text(way, told(rule, way))}"
            if way.assumption
            else way_text(way, told(rule, way))
            for way in shown
        ]
        if len(ways) > len(shown):
            sentences.append(f"另有{len(ways) - len(shown)}种情形")
    sentences += [_dispute(one, status) for one in evidence.values() if one.disputed]
    return "。".join(sentences) + "。"


def _dispute(evidence: Evidence, status: Status) -> str:
    """Say that an item's statements differ, and what that means for the score."""
    stated: dict[Fraction, Figure] = {}
    for figure in evidence.figures:
        stated.setdefault(figure.quantity.base, figure)
    values = "、".join(f"{figure.quantity}（{figure.source}）" for figure in stated.values())
    text = f"{quoted(evidence.item)}有{len(stated)}个不同的数：{values}"
    adopted = next((figure for figure in evidence.figures if figure.note and figure.used), None)
    if adopted is not None:
        return f"{text}；采用{adopted.quantity}，理由：{adopted.note}"
    return f"{text}；取哪一个得分都一样" if status != "open" else text


def with_claim(result: Result, claim: IndicatorClaim | None) -> Result:
    """Set the department's claim beside the result; a deduction claimed is a score claimed."""
    if claim is None:
        return result
    score = claim.score
    if score is None and claim.deduction is not None:
        score = result.indicator.points - claim.deduction
    return replace(result, claimed=score, claimed_value=claim.ratio)
