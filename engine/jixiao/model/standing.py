"""Where a claimed score stands against what was computed, as far as it is printed.

A claim that is the computed score, rounded or cut off at the decimals that it is printed with, is that score. One that
lies beyond it by no more than rounding makes of it or of its parts is told, and is no false claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from jixiao.model.block import blocks_of
from jixiao.model.case import Claim
from jixiao.model.coded import Coded
from jixiao.model.evaluation import Evaluation, Result
from jixiao.quantity import cut_off, is_printed_as, round_to

PART_DECIMALS = (1, 2)
"""At how many decimals the parts of a total are printed, likeliest first."""
FINE = 2
"""From so many decimals on, what printing takes from a score is what tables take by rounding."""


class Standing(Coded):
    """Where a claim stands against the range that was computed."""

    UNCLAIMED = "unclaimed", "无自评"
    EQUAL = "equal", "一致"
    INSIDE = "inside", "在范围内"
    ROUNDED_ABOVE = "rounded-above", "舍入略高"
    ROUNDED_BELOW = "rounded-below", "舍入略低"
    ABOVE = "above", "偏高"
    BELOW = "below", "偏低"

    @property
    def holds(self) -> bool:
        """Whether nothing is to be said against the claim."""
        return self in (Standing.UNCLAIMED, Standing.EQUAL, Standing.INSIDE)

    @property
    def rounded(self) -> bool:
        """Whether only rounding lies between the claim and what was computed."""
        return self in (Standing.ROUNDED_ABOVE, Standing.ROUNDED_BELOW)


def score_standing(result: Result, claim: Claim) -> Standing:
    """Give where the claimed score of one indicator stands, in a paper that claims all this."""
    bounds = _Bounds(result.low, result.high)
    if result.claimed is not None and not bounds.low <= result.claimed <= bounds.high:
        bounds = bounds._replace(exact_low=result.exact_low, exact_high=result.exact_high)
    return _standing(result.claimed, result.claimed_decimals, bounds, (), whole=in_whole_points(claim))


def sum_standing(claimed: Fraction, decimals: int, results: Sequence[Result], *, whole: bool) -> Standing:
    """Give where a score that is claimed of several indicators together stands."""
    low, high, exact_low, exact_high = (
        sum((getattr(one, end) for one in results), Fraction(0))
        for end in ("low", "high", "exact_low", "exact_high")
    )
    bounds = _Bounds(low, high, exact_low, exact_high)
    parts = [[one.exact_high if claimed > high else one.exact_low for one in results]]
    return _standing(claimed, decimals, bounds, parts, whole=whole)


def in_whole_points(claim: Claim) -> bool:
    """Whether a paper prints all of its scores without decimals, so that each may be rounded to the point."""
    return not claim.total_decimals and not any(one.decimals for one in claim.indicators.values())


def total_standing(evaluation: Evaluation) -> Standing:
    """Give where the claimed total stands: against what was computed, or what it is before scores are rounded."""
    claim = evaluation.project.claim
    bounds, parts = _Bounds(evaluation.low, evaluation.high), tuple[Sequence[Fraction], ...]()
    if claim.total is not None and not evaluation.low <= claim.total <= evaluation.high:
        parts = parts_of_total(evaluation, above=claim.total > evaluation.high)
        exact = sum(parts[0], Fraction(0)) if parts else None
        bounds = bounds._replace(exact_low=exact, exact_high=exact)
    whole = in_whole_points(claim)
    standing = _standing(claim.total, claim.total_decimals, bounds, parts, whole=whole)
    if standing.rounded and adds_up_as_printed(evaluation):
        return Standing.EQUAL if evaluation.low == evaluation.high else Standing.INSIDE
    return standing


def parts_of_total(evaluation: Evaluation, *, above: bool) -> tuple[Sequence[Fraction], ...]:
    """Give what the indicators come to before the table's own rounding, and after it.

    Nothing where more than they make the total.
    """
    counted = [one for one in evaluation.results if one.counts]
    rounded = [one.given(one.high if above else one.low) for one in counted]
    if sum(rounded, Fraction(0)) != (evaluation.high if above else evaluation.low):
        return ()
    return [one.given(one.exact_high if above else one.exact_low) for one in counted], rounded


def adds_up_as_printed(evaluation: Evaluation) -> bool:
    """Whether a total is the sum of claims that all hold, each as fine as the total, and differs by their printing only.

    8.88 for 8.888, 33.33 and 40 are 82.21: whoever cuts his scores off adds up what he printed.
    """
    claim, blocks = evaluation.project.claim, blocks_of(evaluation)
    in_blocks = {id(one) for block in blocks for one in block.results}
    alone = [one for one in evaluation.results if one.counts and id(one) not in in_blocks]
    scores = [one.claimed for one in alone if one.claimed is not None and not one.claim_derived]
    fine = all(one.claimed == one.low or one.claimed_decimals >= FINE for one in alone)
    fine &= all(one.claimed == one.low or one.decimals >= FINE for one in blocks)
    if claim.total is None or len(scores) < len(alone) or not fine or claim.total_decimals < FINE:
        return False
    whole = in_whole_points(claim)
    holds = all(score_standing(one, claim).holds for one in alone) and all(
        sum_standing(one.claimed, one.decimals, one.results, whole=whole).holds for one in blocks
    )
    return holds and sum((*scores, *(one.claimed for one in blocks)), Fraction(0)) == claim.total


def rounded_parts(claimed: Fraction, ways: Iterable[Sequence[Fraction]]) -> str | None:
    """Say how scores that are rounded one by one add up to a claim; None where they never do."""
    for parts in ways:
        for decimals in PART_DECIMALS:
            for each, word in ((round_to, "保留"), (cut_off, "去尾到")):
                if sum((each(part, decimals) for part in parts), Fraction(0)) == claimed:
                    return f"{word}{decimals}位小数"
    return None


class _Bounds(NamedTuple):
    """The lowest and highest score as the table rounds them, and before it does where that may matter."""

    low: Fraction
    high: Fraction
    exact_low: Fraction | None = None
    exact_high: Fraction | None = None

    def beside(self, claimed: Fraction) -> tuple[Fraction, ...]:
        """Give what a claim beyond the bounds may be: the nearer bound, rounded and exact."""
        near = (self.high, self.exact_high) if claimed > self.high else (self.low, self.exact_low)
        return tuple(one for one in near if one is not None)


def _standing(
    claimed: Fraction | None,
    decimals: int,
    bounds: _Bounds,
    parts: Sequence[Sequence[Fraction]],
    *,
    whole: bool,
) -> Standing:
    if claimed is None:
        return Standing.UNCLAIMED
    near = bounds.beside(claimed)
    printed = decimals > 0 and any(is_printed_as(one, claimed, decimals) for one in near)
    if bounds.low <= claimed <= bounds.high or printed:
        return Standing.EQUAL if bounds.low == bounds.high else Standing.INSIDE
    rounded = whole and is_printed_as(near[0], claimed, 0)
    rounded |= rounded_parts(claimed, parts) is not None
    if claimed > bounds.high:
        return Standing.ROUNDED_ABOVE if rounded else Standing.ABOVE
    return Standing.ROUNDED_BELOW if rounded else Standing.BELOW
