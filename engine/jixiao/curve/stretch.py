"""A score as a function of the value: straight stretches, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Line:
    """Points on a straight line over the value, in points and base units of the value."""

    intercept: Fraction
    slope: Fraction = Fraction(0)

    def at(self, value: Fraction) -> Fraction:
        """Give the points at a value."""
        return self.intercept + self.slope * value


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values from start to end (None: unbounded), where the score lies from `low` to `high`.

    INVARIANT: low ≤ high on all of it; they are the same line where the score is exact.
    """

    start: Fraction | None
    end: Fraction | None
    start_included: bool
    end_included: bool
    low: Line
    high: Line

    @property
    def exact(self) -> bool:
        """Whether there is just one score at each value."""
        return self.low == self.high

    @property
    def is_point(self) -> bool:
        """Whether it is a single value."""
        return self.start is not None and self.start == self.end

    def contains(self, value: Fraction) -> bool:
        """Whether the value lies on this stretch."""
        above = self.start is None or value > self.start or (self.start_included and value == self.start)
        below = self.end is None or value < self.end or (self.end_included and value == self.end)
        return above and below


@dataclass(frozen=True, slots=True)
class Curve:
    """The score under one way to read the sentence, from low values to high ones.

    `reading` says which way, "" where all agree. Where `straight` is false the stretches
    are chords of a bent curve: good for drawing within the view, not for saying exact points.
    """

    reading: str
    stretches: tuple[Stretch, ...]
    straight: bool = True
