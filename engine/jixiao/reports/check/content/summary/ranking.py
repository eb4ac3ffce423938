"""Who stands where among scores that may be ranges: a place is a range too, and never a guess."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

Span = tuple[Fraction, Fraction]
"""The lowest and the highest that a score may be."""


def places(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Give the best and the last place that each may have, from 1; equal scores share theirs.

    INVARIANT: where all scores are exact, the best is the last, as sports count: 1, 2, 2, 4.
    """
    lows, highs = sorted(low for low, _ in spans), sorted(high for _, high in spans)
    count = len(spans)
    return [
        (
            1 + count - bisect_right(lows, high),  # those that are surely above
            1 + count - bisect_right(highs, low) - (high > low),  # those that may be above, itself left out
        )
        for low, high in spans
    ]


def place_text(best: int, last: int) -> str:
    """Write a place, or a range of them."""
    return str(best) if best == last else f"{best}～{last}"
