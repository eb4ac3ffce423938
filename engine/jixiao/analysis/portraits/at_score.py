"""What is scored at one value, rating or fact as a person writes it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from jixiao.language.formula import plain_name
from jixiao.model.answer import AtScore, Scored
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text, round_to, shown_text
from jixiao.scoring.at import read_at
from jixiao.scoring.form import RatingError
from jixiao.scoring.outcome import Outcome
from jixiao.scoring.standard import Alternative, Standard

UNROUNDED_DECIMALS = 6
"""Decimals shown of a score before it is rounded."""


def score_at(at: str, standard: Standard, readings: Readings) -> AtScore:
    """Score one value, rating or fact, under every reading that is left open.

    What does not fit the sentence has an error instead of a score.
    """
    decided = _by_fact(at, standard)
    if decided is not None:
        return decided
    try:
        found = standard.outcomes(read_at(at, standard), readings)
    except RatingError as error:
        return AtScore(at, error=str(error))
    ways = tuple(_scored(one, standard.points, readings) for one in found)
    if len({(way.low, way.high) for way in ways}) == 1:
        ways = (replace(ways[0], reading=""),)
    return AtScore(at, ways)


def _by_fact(at: str, standard: Standard) -> AtScore | None:
    """Score a fact that the sentence exempts or vetoes: it decides before all else."""
    stated, points = plain_name(at), standard.points
    for exemption in standard.exemptions:
        if plain_name(exemption.fact) == stated:
            left_out = exemption.effect == "leave-out"
            effect = "不计入总分，其余指标折算" if left_out else "得满分"
            said = f"{exemption.fact}，按条款“{exemption.clause}”{effect}。"
            return AtScore(at, (Scored("", points, points, said),), left_out=left_out)
    for veto in standard.vetoes:
        if plain_name(veto.fact) == stated:
            said = f"{veto.fact}，按条款“{veto.clause}”不得分。"
            return AtScore(at, (Scored("", Fraction(0), Fraction(0), said),))
    return None


def _scored(found: Alternative, points: Fraction, readings: Readings) -> Scored:
    """Round as 口径 says, and defend the score in a sentence."""
    outcome, note = found.outcome, ""
    low, high = outcome.low, outcome.high
    if (places := readings.get("得分小数位")) is not None:
        rounding = readings.get("舍入", "四舍五入")
        low, high = (round_to(one, int(places), rounding) for one in (outcome.low, outcome.high))
        if (low, high) != (outcome.low, outcome.high):
            exact = _span(outcome.low, outcome.high)
            note = f"，{exact}分按口径{rounding}到{places}位小数"
    explanation = f"{_reason(outcome, points)}{note}，得{_span(low, high)}分。"
    return Scored(found.assumption, low, high, explanation)


def _reason(outcome: Outcome, points: Fraction) -> str:
    reasons = "；".join(loss.reason for loss in outcome.losses) or outcome.note
    if not outcome.exact:
        return outcome.note or reasons
    lost = points - outcome.high
    return f"{reasons}，扣{shown_text(lost, UNROUNDED_DECIMALS)}分" if lost else reasons


def _span(low: Fraction, high: Fraction) -> str:
    if low == high:
        return shown_text(low, UNROUNDED_DECIMALS)
    return f"{points_text(low)}至{points_text(high)}"
