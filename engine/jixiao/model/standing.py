"""Where a claimed score stands against what was computed, as far as it is printed.

A claim that is the computed score, rounded or cut off at the decimals that it is printed with, is that score. One that
lies beyond it by no more than rounding makes of it or of its parts is told, and is no false claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.model.case import Claim
from jixiao.model.coded import Coded
from jixiao.model.evaluation import Evaluation, Result
from jixiao.quantity import cut_off, is_printed_as, round_to

PART_DECIMALS = (1, 2)
"""At how many decimals the parts of a total are printed, likeliest first."""


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
    place = (result.low, result.high)
    return _standing(result.claimed, result.claimed_decimals, *place, (), whole=in_whole_points(claim))


def in_whole_points(claim: Claim) -> bool:
    """Whether a paper prints all of its scores without decimals, so that each may be rounded to the point."""
    return not claim.total_decimals and not any(one.decimals for one in claim.indicators.values())


def total_standing(evaluation: Evaluation) -> Standing:
    """Give where the claimed total stands."""
    claim = evaluation.project.claim
    above = claim.total is not None and claim.total > evaluation.high
    parts = [one.given(one.high if above else one.low) for one in evaluation.results if one.counts]
    bound = evaluation.high if above else evaluation.low
    exact = parts if sum(parts, Fraction(0)) == bound else ()
    place = (evaluation.low, evaluation.high)
    return _standing(claim.total, claim.total_decimals, *place, exact, whole=in_whole_points(claim))


def rounded_parts(claimed: Fraction, parts: Sequence[Fraction]) -> int | None:
    """Give at how many decimals scores that are rounded one by one add up to a claim; None where they never do."""
    sums = (
        (decimals, sum((each(part, decimals) for part in parts), Fraction(0)))
        for decimals in PART_DECIMALS
        for each in (round_to, cut_off)
    )
    return next((decimals for decimals, total in sums if total == claimed), None)


def _standing(
    claimed: Fraction | None,
    decimals: int,
    low: Fraction,
    high: Fraction,
    parts: Sequence[Fraction],
    *,
    whole: bool,
) -> Standing:
    if claimed is None:
        return Standing.UNCLAIMED
    bound = high if claimed > high else low
    within = low <= claimed <= high or (decimals > 0 and is_printed_as(bound, claimed, decimals))
    if within:
        return Standing.EQUAL if low == high else Standing.INSIDE
    rounded = whole and is_printed_as(bound, claimed, 0)
    rounded |= bool(parts) and rounded_parts(claimed, parts) is not None
    if claimed > high:
        return Standing.ROUNDED_ABOVE if rounded else Standing.ABOVE
    return Standing.ROUNDED_BELOW if rounded else Standing.BELOW
