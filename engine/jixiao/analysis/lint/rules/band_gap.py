"""Values between two bands that neither claims.

What lies in the gap scores between its neighbours, which no department need accept.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.gaps import Gap, beside, gap_text, gaps, is_at_end
from jixiao.analysis.lint.measured import Measured
from jixiao.analysis.lint.scores import open_score_text
from jixiao.model.lint import LintRule

STEPS = (Fraction(1), Fraction(1, 10), Fraction(1, 100))
"""Differences of the last printed digit."""


def find(measured: Measured) -> Iterator[Found]:
    """Yield every gap between two bands wider than the whole numbers they are written in."""
    for gap in gaps(measured):
        score = open_score_text(measured, gap.sample)
        if is_at_end(measured, gap) or is_of_whole_numbers(measured, gap) or score is None:
            continue
        yield Found(
            measured.spot(beside(measured, gap).span),
            f"{gap_text(measured, gap)}不属于任何一档，得{score}。请改动相邻两档的界限使之相接，或写明这一段得几分",
        )


def is_of_whole_numbers(measured: Measured, gap: Gap) -> bool:
    """Whether a gap comes of writing bands in whole numbers: 80-99% after 60-79%.

    Also of one or two decimals: 79.9% and 80%.
    """
    if gap.low is None or gap.high is None or gap.low_included or gap.high_included:
        return False
    ends = (end.amount for interval in measured.intervals for end in interval.ends)
    units = {amount.base: amount.unit.factor for amount in ends if amount.base in (gap.low, gap.high)}
    factor = min(units.values(), default=None)
    if factor is None:
        return False
    low, high = gap.low / factor, gap.high / factor
    return any(high - low == step and not low % step for step in STEPS)


LINT = Lint(LintRule("band-gap", "相邻两档之间有空档", "warning"), each_measured(find))
