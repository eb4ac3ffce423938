"""What is scored at one value, rating or fact as a person writes it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.analysis.portraits.reading_words import words_for
from jixiao.dataclass import replace
from jixiao.language.formula import plain_name
from jixiao.model.answer import AtScore, Scored
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, points_text
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.readings import Chosen, Reading
from jixiao.scoring.scale.rounding import rounded, rounding_of
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.scale.tell import result_said, spilled_text
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.beside import FactGuard
from jixiao.scoring.sentence.meaning import Alternative, Meaning
from jixiao.scoring.sentence.told import exemption_told, veto_told

Span = tuple[Fraction, Fraction]
"""The lowest and the highest score."""
MAX_DECIMALS = 6
"""Points with more decimals are rounded in explanations; the score itself is exact."""


def score_at(at: str, meaning: Meaning, readings: Readings) -> AtScore:
    """Score one value, rating or fact, under every reading that is left open.

    What does not fit the sentence has an error instead of a score.
    """
    decided = _by_fact(at, meaning, readings)
    if decided is not None:
        return decided
    try:
        outcomes = meaning.outcomes(read_at(at, meaning))
    except RatingError as error:
        return AtScore(at, error=str(error))
    return AtScore(at, _together(meaning.standard.points, readings, outcomes))


def _together(points: Fraction, readings: Readings, outcomes: Sequence[Alternative]) -> tuple[Scored, ...]:
    """Give each score once, with the words of all ways to read that lead to it."""
    groups: dict[Span, list[Chosen]] = {}
    firsts: dict[Span, Scored] = {}
    for alternative in outcomes:
        scored = _scored(alternative, points, readings)
        key = (scored.low, scored.high)
        groups.setdefault(key, []).append(alternative.chosen)
        firsts.setdefault(key, scored)
    words = words_for(list(groups.values()))
    return tuple(replace(one, reading=said) for one, said in zip(firsts.values(), words, strict=True))


def _by_fact(at: str, meaning: Meaning, readings: Readings) -> AtScore | None:
    """Score a fact that the sentence exempts or vetoes: it decides before all else."""
    stated, full = plain_name(at), meaning.standard.points
    points = rounded(full, full, readings)
    note = _rounding_note((full, full), (points, points), readings)
    for exemption in meaning.standard.exemptions:
        if plain_name(exemption.fact) == stated:
            said = f"{exemption_told(exemption)}{'' if exemption.leaves_out else note}。"
            return AtScore(at, (Scored("", points, points, said),), left_out=exemption.leaves_out)
    for veto in meaning.standard.vetoes:
        if plain_name(veto.fact) == stated:
            if veto.beyond:
                return _beyond(at, veto, meaning, readings)
            left = rounded(veto.left, full, readings)
            told = "，".join(filter(None, (str(veto_told(veto)), spilled_text(veto.spilled))))
            return AtScore(at, (Scored("", left, left, f"{told}。"),))
    return None


def _beyond(at: str, veto: FactGuard, meaning: Meaning, readings: Readings) -> AtScore:
    """Give what is left open where a fact decides more than the indicator."""
    lowest, highest = meaning.bounds()
    if lowest is None:
        return AtScore(at, error=f"{veto.effect}；本指标的得分仍按其余条款核算，可以扣成负分，没有底")
    low, high = (rounded(score, meaning.standard.points, readings) for score in (lowest, highest))
    said = f"{veto.fact}，按条款“{veto.clause}”{veto.effect}；本指标的得分仍按其余条款核算。"
    return AtScore(at, (Scored("", low, high, said),))


def _scored(alternative: Alternative, points: Fraction, readings: Readings) -> Scored:
    """Round as 口径 says, and defend the score in a sentence."""
    outcome = alternative.outcome
    low, high = (rounded(score, points, readings) for score in (outcome.low, outcome.high))
    note = _rounding_note((outcome.low, outcome.high), (low, high), readings)
    return Scored(alternative.assumption, low, high, f"{_reason(outcome, points)}{note}。")


def _rounding_note(exact: Span, score: Span, readings: Readings) -> str:
    """Say what rounding made of a score; empty where it changed nothing."""
    if exact == score:
        return ""
    how = f"{rounding_of(readings)}到{readings[Reading.DECIMALS]}位小数"
    return f"；{_span(*exact)}分按口径{how}，得{_span(*score)}分"


def _reason(outcome: Outcome, points: Fraction) -> str:
    """Say how a score came about, what is lost and what is left, each once."""
    result = f"得{_span(outcome.low, outcome.high)}分"
    if outcome.unsaid:
        said = (*(loss.reason for loss in outcome.losses), *(one.reason for one in outcome.unsaid))
        return f"{'；'.join(map(str, said))}，{result}"
    if not outcome.exact:
        return f"{outcome.note}，{result}"
    reasons = "；".join(str(loss.reason) for loss in outcome.losses) or str(outcome.note)
    lost = points - outcome.high
    cost = "，".join(filter(None, (f"扣{_text(lost)}分" if lost else "", spilled_text(outcome.beyond))))
    told = result_said(outcome.losses[-1].reason if outcome.losses else outcome.note)
    if told in (result, "得满分", "不得分"):
        return f"{reasons}（{cost}）" if cost else reasons
    if told.startswith(f"{result}（"):  # 计得0分（算得-0.3分，限于0至10分）
        result = ""
    return "，".join(part for part in (reasons, cost, result) if part)


def _span(low: Fraction, high: Fraction) -> str:
    return _text(low) if low == high else f"{_text(low)}至{_text(high)}"


def _text(points: Fraction) -> str:
    """Write points exactly if a short decimal does it, else rounded."""
    exact = decimal_text(points)
    short = "/" not in exact and len(exact.partition(".")[2]) <= MAX_DECIMALS
    return exact if short else points_text(points)
