"""Totals: the range, the adopted total, the grades that remain possible, and means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from jixiao.model.evaluation import Evaluation, Result
from jixiao.model.review import Mean
from jixiao.model.ruleset import Ruleset
from jixiao.model.wording import quoted

MAX_NAMED = 4
"""Most indicators named in a note; the rest are counted."""


def derive_claim(results: Sequence[Result], total: Fraction | None) -> tuple[Result, ...]:
    """Fill in the one claim that the claimed total and all other claims determine."""
    silent = [result for result in results if result.claimed is None]
    if total is None or len(silent) != 1 or len(results) < 2:
        return tuple(results)
    rest = total - sum((result.claimed for result in results if result.claimed is not None), Fraction(0))
    if not 0 <= rest <= silent[0].indicator.points:
        return tuple(results)
    return tuple(
        replace(result, claimed=rest, claim_derived=True) if result is silent[0] else result
        for result in results
    )


def total_range(results: Sequence[Result]) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest total; what is left out does not count, the rest is scaled up."""
    counted = [result for result in results if not result.left_out]
    scale = _scale(results, counted)
    low = sum((result.low for result in counted), Fraction(0)) * scale
    open_points = [result.high - result.low for result in counted if result.low != result.high]
    return low, low + sum(open_points, Fraction(0)) * scale if open_points else low


def _scale(results: Sequence[Result], counted: Sequence[Result]) -> Fraction:
    """Give by how much the counted points grow to make up for those left out."""
    if len(counted) == len(results):
        return Fraction(1)
    full = sum((result.indicator.points for result in results), Fraction(0))
    rest = sum((result.indicator.points for result in counted), Fraction(0))
    return full / rest if rest else Fraction(0)


def adopt(results: Sequence[Result], low: Fraction) -> tuple[Fraction | None, str]:
    """Give the adopted total and how it came about, or None and why there is none.

    Open indicators count at their claim, held inside their range. `low` is the lowest total.
    """
    silent = [result for result in results if result.status == "open" and result.claimed is None]
    if silent:
        return None, f"{_named(silent)}待定，又没有自评得分，不能给出采用分"
    counted = [result for result in results if not result.left_out]
    taken = [result for result in counted if result.status == "open"]
    above = [_inside(result) - result.low for result in taken]
    total = low + sum(above, Fraction(0)) * _scale(results, counted) if above else low
    notes = [f"{_named(taken)}待定，取其自评得分（限于可能的范围）"] if taken else []
    derived = [result for result in taken if result.claim_derived]
    if derived:
        notes.append(f"{quoted(derived[0].indicator.name)}的自评由自评总分和其余各项自评推得")
    left_out = [result for result in results if result.left_out]
    if left_out:
        notes.append(f"{_named(left_out)}不计入，其余折算为满分")
    return total, "；".join(notes)


def _inside(result: Result) -> Fraction:
    """Give the claim of an open indicator, held inside its range."""
    claimed = result.claimed if result.claimed is not None else result.low
    return min(max(claimed, result.low), result.high)


def _named(results: Sequence[Result]) -> str:
    names = "、".join(quoted(result.indicator.name) for result in results[:MAX_NAMED])
    return names if len(results) <= MAX_NAMED else f"{names}等{len(results)}项"


def possible_grades(ruleset: Ruleset, low: Fraction, high: Fraction) -> tuple[str, ...]:
    """Give the grades that a total from low to high may earn, best first."""
    grades: list[str] = []
    above: Fraction | None = None
    for name, lowest in ruleset.grades:
        if high >= lowest and (above is None or low < above):
            grades.append(name)
        above = lowest
    return tuple(grades)


def mean_of(evaluations: Sequence[Evaluation]) -> Mean | None:
    """Give the mean over a case's projects; None for a case without projects."""
    if not evaluations or not evaluations[0].case.projects:
        return None
    case, count = evaluations[0].case, len(evaluations)
    claims = [one.project.claim.total for one in evaluations if one.project.claim.total is not None]
    return Mean(
        case.id,
        case.whole.claim.mean,
        sum(claims, Fraction(0)) / count if len(claims) == count else None,
        sum((one.low for one in evaluations), Fraction(0)) / count,
        sum((one.high for one in evaluations), Fraction(0)) / count,
    )
