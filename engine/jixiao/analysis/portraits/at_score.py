"""What is scored at one value, rating or fact as a person writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.analysis.portraits.reading_words import Chosen, ways_to_read, words_for
from jixiao.language.formula import plain_name
from jixiao.model.answer import AtScore, Scored
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, points_text, round_to
from jixiao.scoring.forms.form import RatingError
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.sentence.around import FactGuard
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.standard import Alternative, Standard

MAX_DECIMALS = 6
"""Points with more decimals are rounded in explanations; the score itself is exact."""


def score_at(at: str, standard: Standard, readings: Readings) -> AtScore:
    """Score one value, rating or fact, under every reading that is left open.

    What does not fit the sentence has an error instead of a score.
    """
    decided = _by_fact(at, standard)
    if decided is not None:
        return decided
    try:
        value = read_at(at, standard)
        found = standard.outcomes(value, readings)
    except RatingError as error:
        return AtScore(at, error=str(error))
    ways = [chosen for _, chosen in ways_to_read(standard, readings, value)]
    return AtScore(at, _together(standard.points, readings, found, ways[: len(found)]))


def _together(
    points: Fraction, readings: Readings, found: Sequence[Alternative], ways: Sequence[Chosen]
) -> tuple[Scored, ...]:
    """Give each score once, with the words of all ways to read that lead to it."""
    groups: dict[tuple[Fraction, Fraction], list[Chosen]] = {}
    firsts: dict[tuple[Fraction, Fraction], Scored] = {}
    for one, chosen in zip(found, ways, strict=True):
        scored = _scored(one, points, readings)
        key = (scored.low, scored.high)
        groups.setdefault(key, []).append(chosen)
        firsts.setdefault(key, scored)
    words = words_for(list(groups.values()))
    return tuple(replace(one, reading=said) for one, said in zip(firsts.values(), words, strict=True))


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
            if veto.beyond:
                return _beyond(at, veto, standard)
            said = f"{veto.fact}，按条款“{veto.clause}”不得分。"
            return AtScore(at, (Scored("", Fraction(0), Fraction(0), said),))
    return None


def _beyond(at: str, veto: FactGuard, standard: Standard) -> AtScore:
    """Give what is left open where a fact decides more than the indicator."""
    low, high = standard.bounds()
    said = f"{veto.fact}，按条款“{veto.clause}”{veto.effect}；本指标的得分仍按其余条款核算。"
    return AtScore(at, (Scored("", low, high, said),))


def _scored(found: Alternative, points: Fraction, readings: Readings) -> Scored:
    """Round as 口径 says, and defend the score in a sentence."""
    outcome, note = found.outcome, ""
    low, high = outcome.low, outcome.high
    if (places := readings.get("得分小数位")) is not None:
        rounding = readings.get("舍入", "四舍五入")
        low, high = (round_to(one, int(places), rounding) for one in (outcome.low, outcome.high))
        if (low, high) != (outcome.low, outcome.high):
            exact = _span(outcome.low, outcome.high)
            note = f"；{exact}分按口径{rounding}到{places}位小数，得{_span(low, high)}分"
    return Scored(found.assumption, low, high, f"{_reason(outcome, points)}{note}。")


def _reason(outcome: Outcome, points: Fraction) -> str:
    """Say how a score came about, what is lost and what is left, each once."""
    result = f"得{_span(outcome.low, outcome.high)}分"
    if not outcome.exact:
        return f"{outcome.note}，{result}"
    reasons = "；".join(loss.reason for loss in outcome.losses) or outcome.note
    lost = points - outcome.high
    cost = f"扣{_text(lost)}分" if lost else ""
    if reasons.endswith((result, "得满分", "不得分")):
        return f"{reasons}（{cost}）" if cost else reasons
    if f"计{result}（" in reasons:  # 计得0分（算得-0.3分，限于0至10分）
        result = ""
    return "，".join(part for part in (reasons, cost, result) if part)


def _span(low: Fraction, high: Fraction) -> str:
    return _text(low) if low == high else f"{_text(low)}至{_text(high)}"


def _text(points: Fraction) -> str:
    """Write points exactly if a short decimal does it, else rounded."""
    exact = decimal_text(points)
    short = "/" not in exact and len(exact.partition(".")[2]) <= MAX_DECIMALS
    return exact if short else points_text(points)
