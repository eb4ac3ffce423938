"""Totals: derived claims, the adopted total, and means."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.model.evaluation import Evaluation, Result, Status
from jixiao.model.review import Mean
from jixiao.model.wording import quoted
from jixiao.scoring.program.settlement import Settlement
from jixiao.scoring.total.ceilings import every_way
from jixiao.scoring.total.choice import OpenChoice
from jixiao.scoring.total.tally import Score, World, named_results, tally
from jixiao.scoring.total.worlds import Unknown


def derive_claim(
    results: Sequence[Result],
    total: Fraction | None,
    choices: Sequence[OpenChoice] = (),
    *,
    bounded: bool = False,
) -> tuple[Result, ...]:
    """Fill in the one claim that the claimed total and all other claims determine.

    Where the total is bounded, or nobody says what was chosen, they determine none.
    """
    if total is None or bounded:
        return tuple(results)
    passed_over, unmade = _claimed_choices(results, choices)
    counted = [one for at, one in enumerate(results) if not one.set_aside and at not in passed_over]
    silent = [result for result in counted if result.claimed is None]
    if len(silent) != 1 or len(counted) < 2 or unmade:
        return tuple(results)
    claims = (one.given(one.claimed) for one in counted if one.claimed is not None)
    rest = total - sum(claims, Fraction(0)) - silent[0].given(Fraction(0))
    if not min(silent[0].low, Fraction(0)) <= rest <= silent[0].indicator.points:
        return tuple(results)
    return tuple(
        replace(result, claimed=rest, claim_derived=True) if result is silent[0] else result
        for result in results
    )


def adopt(
    results: Sequence[Result], low: Fraction, settlement: Settlement, unknown: Unknown
) -> tuple[Fraction | None, str]:
    """Give the adopted total and how it came about, or None and why there is none.

    Open indicators count at their claim, held inside their range; of several that share their
    points, the one that is claimed. `low` is the lowest total.
    """
    if settlement.is_plain and not [one for one in results if one.status is Status.OPEN or one.left_out]:
        return low, ""
    passed_over, unmade = _claimed_choices(results, unknown.choices)
    if unmade:
        return None, f"{unmade[0].names}任选其一，{unmade[0].why}，不能给出采用分"
    considered = [one for at, one in enumerate(results) if not one.set_aside and at not in passed_over]
    taking = [one for one in considered if not one.left_out]
    silent = [result for result in taking if result.status is Status.OPEN and result.claimed is None]
    if silent:
        return None, f"{named_results(silent)}待定，又没有自评得分，不能给出采用分"
    unsure = [veto for veto in unknown.unsure if veto.effect.scope != "grade"]
    if unsure:
        return None, f"不知道{quoted(unsure[0].fact)}是否成立，不能给出采用分"
    taken = [result for result in taking if result.status is Status.OPEN]
    if settlement.is_plain and len(taking) == len(results):
        total = low + sum((_inside(result) - result.low for result in taken), Fraction(0)) if taken else low
    else:
        scores = [_taken(one) for one in results]
        totals = {
            tally(
                results,
                scores,
                settlement,
                World(passed_over=passed_over, vetoes=unknown.held, bounds=bounds),
                unknown.choices,
            )[0]
            for bounds in every_way(unknown.bounds)
        }
        if len(totals) > 1:
            return None, "总分的上限由数值决定，数值还不清楚，不能给出采用分"
        total = totals.pop()
    return total, _note(considered, taken, unknown.choices)


def _claimed_choices(
    results: Sequence[Result], choices: Sequence[OpenChoice]
) -> tuple[frozenset[int], list[OpenChoice]]:
    """Take of each open choice the one that is claimed; give the others, and the choices not made."""
    passed_over: set[int] = set()
    unmade = []
    for choice in choices:
        claimed = [at for at in choice.places if results[at].claimed is not None]
        if len(claimed) == 1:
            passed_over |= set(choice.places) - set(claimed)
        else:
            unmade.append(choice)
    return frozenset(passed_over), unmade


def _note(considered: Sequence[Result], taken: Sequence[Result], choices: Sequence[OpenChoice]) -> str:
    named = [name for choice in choices for name in choice.choice.indicators]
    claimed = [result for result in considered if result.indicator.name in named]
    notes = [f"任选其一的，取有自评得分的{named_results(claimed)}"] if claimed else []
    notes += [f"{named_results(taken)}待定，取其自评得分（限于可能的范围）"] if taken else []
    derived = [result for result in taken if result.claim_derived]
    if derived:
        notes.append(f"{quoted(derived[0].indicator.name)}的自评由自评总分和其余各项自评推得")
    left_out = [result for result in considered if result.left_out]
    if left_out:
        notes.append(f"{named_results(left_out)}不计入，其余折算为满分")
    return "；".join(notes)


def _taken(result: Result) -> Score:
    """Give the score of a result, of an open one the claim held inside its range; and what is lost besides for certain."""
    if result.status is not Status.OPEN:
        return Score.lowest(result)
    return replace(Score.highest(result), points=_inside(result))


def _inside(result: Result) -> Fraction:
    """Give the claim of an open indicator, held inside its range."""
    claimed = result.claimed if result.claimed is not None else result.low
    return min(max(claimed, result.low), result.high)


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
