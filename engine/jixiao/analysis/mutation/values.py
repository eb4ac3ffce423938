"""Values that may tell two scales apart, as a person would write them: likelier and simpler first."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from jixiao.quantity import PLAIN, Unit, decimal_text
from jixiao.scoring.words.amounts import PERCENT

MAX_DECIMALS = 6
"""Decimals of a value, or of a score without end, that a person would write."""
_PARTS = (Fraction(1, 4), Fraction(3, 4), Fraction(1, 8), Fraction(9, 10))


def value_text(value: Fraction, unit: Unit) -> str | None:
    """Write a value in base units as a person would; None where no short decimal does it."""
    if unit != PLAIN and unit.dimension.is_ratio:
        unit = PERCENT
    number = decimal_text(value if unit == PLAIN else value / unit.factor)
    if "/" in number or len(number.partition(".")[2]) > MAX_DECIMALS:
        return None
    return number if unit == PLAIN else f"{number}{unit.name}"


def values_around(ends: Iterable[Fraction], unit: Unit) -> list[Fraction]:
    """Give every end of every piece, a simple value between each two, and some beyond."""
    factor = PERCENT.factor if unit != PLAIN and unit.dimension.is_ratio else unit.factor
    cuts = sorted(ends) or [Fraction(0), factor * 100]
    between = [simple_between(low / factor, high / factor) * factor for low, high in pairwise(cuts)]
    thirds = [low + (high - low) * part for low, high in pairwise(cuts) for part in _PARTS]
    beyond = [cuts[0] - step * factor for step in (1, 10)] + [
        cuts[-1] + step * factor for step in (1, 10, 100)
    ]
    return [*between, *cuts, *thirds, *beyond]


def simple_between(low: Fraction, high: Fraction) -> Fraction:
    """Give the number of fewest decimals strictly between two others; low is less than high."""
    for decimals in range(MAX_DECIMALS + 1):
        scale = 10**decimals
        first = math.floor(low * scale) + 1
        if Fraction(first, scale) < high:
            last = math.ceil(high * scale) - 1
            return Fraction((first + last) // 2, scale)
    return (low + high) / 2
