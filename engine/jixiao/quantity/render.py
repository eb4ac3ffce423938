"""Exact numbers as text: for programs (exact) and for people (rounded for display only)."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity.quantity import printed
from jixiao.quantity.rounding import round_to

MAX_SHOWN_DECIMALS = 6
"""Display never shows more; programs get the exact value."""


def finite_decimals(value: Fraction) -> int | None:
    """Give how many decimals write the value exactly, or None where none do."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def decimal_text(value: Fraction) -> str:
    """Write exactly: a decimal, or a fraction a/b only where no finite decimal exists."""
    places = finite_decimals(value)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    return printed(value, places)


def shown_text(value: Fraction, places: int = 2) -> str:
    """Write for people: at most `places` decimals, more only where rounding would mislead.

    30.004 is shown as 30.004, not as 30, since 30 may be a threshold.
    """
    shown = round_to(value, places)
    while shown != value and shown.denominator == 1 and places < MAX_SHOWN_DECIMALS:
        places += 1
        shown = round_to(value, places)
    return decimal_text(shown)


def percent_text(value: Fraction) -> str:
    """Write a ratio as a percentage for people: 0.310596… is 31.06%."""
    return f"{shown_text(value * 100)}%"


def points_text(value: Fraction) -> str:
    """Write points for people, to two decimals."""
    return shown_text(value)
