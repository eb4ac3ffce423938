"""Points and ranges of points as people read them."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity import points_text, shown_text

PLACES = 2
"""Decimals that people are shown."""

MAX_PLACES = 6
"""Where two figures differ only after so many decimals, they are shown alike."""


def points_apart(*values: Fraction) -> tuple[str, ...]:
    """Write several figures with as many decimals as it takes to tell them apart.

    A claim of 91.774 against 91.77 must not read as “91.77 高于 91.77”.
    """
    for places in range(PLACES, MAX_PLACES):
        shown = tuple(shown_text(value, places) for value in values)
        if len(set(shown)) == len(set(values)):
            return shown
    return tuple(shown_text(value, MAX_PLACES) for value in values)


def range_text(low: Fraction, high: Fraction) -> str:
    """Write “12～95”, or one figure where both ends are the same."""
    return points_text(low) if low == high else "～".join(points_apart(low, high))
