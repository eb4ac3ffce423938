"""Figures of money of one report, as they can be compared."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.reading import Measure, ReadFigure
from jixiao.quantity import NumberError, Printed, Quantity, UnitError, as_printed, find_unit, parse_quantity

_MONEY = find_unit("元").dimension
SLIP = 10_000
"""元 for 万元."""
MOST = 40
"""Most amounts of one thing that are held against each other."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure that was read, and what it is."""

    figure: ReadFigure
    quantity: Quantity

    @property
    def base(self) -> Fraction:
        """In base units."""
        return self.quantity.base

    @property
    def printed(self) -> Printed:
        """With what printing rounded away."""
        return as_printed(self.quantity)

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.quantity.unit.dimension == _MONEY

    @property
    def is_value(self) -> bool:
        """Whether it is what the item came to, and no share or change of it."""
        return self.figure.measure is Measure.VALUE


def amount_of(figure: ReadFigure) -> Amount | None:
    """Give a figure as an amount; None where it is no exact number in a unit that is known."""
    try:
        return Amount(figure, parse_quantity(figure.value, figure.unit or None))
    except (NumberError, UnitError):
        return None


def differ_by_slip(one: Amount, other: Amount) -> bool:
    """Whether two amounts are in units of which one may have been printed for the other: 元 and 万元."""
    factor, like = one.quantity.unit.factor, other.quantity.unit.factor
    return like in (factor * SLIP, factor / SLIP)
