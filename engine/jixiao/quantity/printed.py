"""A number as it was printed: what was rounded away stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.quantity.quantity import Quantity
from jixiao.quantity.unit import Dimension

_MEASURED = frozenset({Dimension((("元", 1),)), Dimension((("平方米", 1),)), Dimension()})
"""Dimensions whose numbers are rounded when printed; people, cases and days are counted whole."""

Span: TypeAlias = tuple[int, int, int]
"""A lowest and a highest value: two whole numbers, both over the third, which is more than 0."""


@dataclass(frozen=True)
class Printed:
    """A value in base units, and how far the true one may lie from it on either side."""

    value: Fraction
    slack: Fraction = Fraction(0)

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The lowest and highest true value, or the one there is."""
        return (self.value - self.slack, self.value + self.slack) if self.slack else (self.value,)

    def cuts(self, value: Fraction) -> bool:
        """Whether it is a value cut off behind its last decimal: 84.61 % of 84.615 %."""
        rest = abs(value) - abs(self.value)
        return 0 < rest < 2 * self.slack and self.value * value >= 0

    @cached_property
    def span(self) -> Span:
        """The lowest and highest true value as whole numbers. Kept: several checks ask for it."""
        value, below = self.value.as_integer_ratio()
        slack, per = self.slack.as_integer_ratio()
        shared = lcm(below, per)
        value, slack = value * (shared // below), slack * (shared // per)
        return value - slack, value + slack, shared


def as_printed(quantity: Quantity) -> Printed:
    """Give a quantity with half a unit of its last decimal; whole counts are exact.

    So is a bare 0 of anything but a ratio: it says that there is nothing, not little.
    """
    whole = quantity.decimals == 0
    if whole and quantity.unit.dimension not in _MEASURED:
        return Printed(quantity.base)
    if whole and not quantity.value and not quantity.unit.dimension.is_ratio:
        return Printed(quantity.base)
    factor = quantity.unit.factor
    return Printed(quantity.base, Fraction(factor.numerator, factor.denominator * 2 * 10**quantity.decimals))


def rounds_to(finer: Printed, coarser: Printed) -> bool:
    """Whether one printing may be another one, only coarser: 1104 or 1103 万元 beside 11039390 元.

    Rounded, or cut off behind its last decimal.
    """
    if finer.slack >= coarser.slack:
        return False
    return abs(finer.value - coarser.value) <= coarser.slack or coarser.cuts(finer.value)


def side_by_side(figures: Mapping[str, tuple[Quantity, Printed]]) -> dict[str, Printed]:
    """Give figures as printed beside each other: a whole amount among decimals of its unit lost its zeros, and is exact.

    4 beside 9.50 is 4.00; beside 9 it may be anything that is printed so. A ratio is rounded on its own.
    """
    fine = {one.unit for one, _ in figures.values() if one.decimals and not one.unit.dimension.is_ratio}
    return {
        name: Printed(printed.value) if not one.decimals and one.unit in fine else printed
        for name, (one, printed) in figures.items()
    }
