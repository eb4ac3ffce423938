"""Ranges of points as people read them."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity import points_apart, points_text


def range_text(low: Fraction, high: Fraction) -> str:
    """Write “12～95”, or one figure where both ends are the same."""
    return points_text(low) if low == high else "～".join(points_apart(low, high))
