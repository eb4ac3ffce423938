"""Straight lines over the value, and the spread between a lowest and a highest one."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """Points on a straight line over the value, in points and base units of the value."""

    intercept: Fraction
    slope: Fraction = ZERO

    def at(self, value: Fraction) -> Fraction:
        """Give the points at a value."""
        return self.intercept + self.slope * value if self.slope else self.intercept

    def less(self, points: Fraction) -> Line:
        """Give the line that lies so many points lower."""
        return Line(self.intercept - points, self.slope)

    def crossing(self, line: Line) -> Fraction | None:
        """Give the value at which another line crosses this one; None where they are parallel."""
        if self.slope == line.slope:
            return None
        return (line.intercept - self.intercept) / (self.slope - line.slope)


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest score; the same line where there is just one.

    INVARIANT: low ≤ high wherever it is used.
    """

    low: Line
    high: Line

    @property
    def exact(self) -> bool:
        """Whether there is just one score at each value."""
        return self.low == self.high

    @property
    def lines(self) -> tuple[Line, ...]:
        """The highest score, and the lowest where it is another."""
        return (self.high,) if self.exact else (self.high, self.low)

    @property
    def is_level(self) -> bool:
        """Whether the score does not change with the value."""
        return not (self.low.slope or self.high.slope)

    def less(self, points: Fraction) -> Spread:
        """Give the spread that lies so many points lower."""
        return Spread(self.low.less(points), self.high.less(points))

    def at(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score at a value."""
        return self.low.at(value), self.high.at(value)


def level(points: Fraction, least: Fraction | None = None) -> Spread:
    """Give the spread of the same points everywhere, or of all from the least to them."""
    return Spread(Line(points if least is None else least), Line(points))


NOTHING = level(ZERO)
"""No points at all."""
