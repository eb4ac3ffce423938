"""Sums of many fractions, brought to lowest terms once at the end."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Give the sum of numbers, as `sum` does: on whole numbers, several times as fast."""
    above, below = 0, 1
    for number in numbers:
        more, per = number.as_integer_ratio()
        if per == below:
            above += more
        elif per == 1:
            above += more * below
        else:
            above, below = above * per + more * below, below * per
    return Fraction(above, below)
