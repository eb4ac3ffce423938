"""Stretches of values, side by side: the one shape of “from low to high”.

A function of the value is a row of stretches in order. What holds on a stretch may be anything: what it
earns, two lines, two functions at once. Between two neighbouring cuts nothing changes, so one value of a
stretch stands for all of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Generic, TypeVar

from jixiao.dataclass import dataclass

T = TypeVar("T")
U = TypeVar("U")
Held_co = TypeVar("Held_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Held_co]):
    """Values from low to high (None: unbounded), in base units, and what holds on them."""

    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool
    what: Held_co

    @property
    def is_point(self) -> bool:
        """Whether it is a single value."""
        return self.low is not None and self.low == self.high

    @property
    def sample(self) -> Fraction:
        """A value that stands for all of it."""
        return self.low if self.low is not None and self.low == self.high else inside(self.low, self.high)

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that there are, low first; both of a single value."""
        return tuple(end for end in (self.low, self.high) if end is not None)

    def contains(self, value: Fraction) -> bool:
        """Whether a value lies on it."""
        above = self.low is None or value > self.low or (self.low_included and value == self.low)
        return above and not self.ends_before(value)

    def ends_before(self, value: Fraction) -> bool:
        """Whether all of it lies below a value."""
        return self.high is not None and (
            self.high < value or (self.high == value and not self.high_included)
        )

    def holding(self, what: U) -> Stretch[U]:
        """Give the same values with something else on them."""
        return Stretch(self.low, self.high, self.low_included, self.high_included, what)


def inside(low: Fraction | None, high: Fraction | None) -> Fraction:
    """Give a value strictly between two ends, or beyond the one there is."""
    if low is None:
        return high - 1 if high is not None else Fraction(0)
    return low + 1 if high is None else (low + high) / 2


def cuts_of(*rows: Iterable[Stretch[object]]) -> list[Fraction]:
    """Give every end of every stretch, each once, in order."""
    return sorted({end for row in rows for stretch in row for end in stretch.ends})


def between(cuts: Sequence[Fraction]) -> Iterator[Stretch[None]]:
    """Yield the stretches that cuts in order make of all values, each cut as a stretch of its own."""
    if not cuts:
        yield Stretch(None, None, False, False, None)
        return
    yield Stretch(None, cuts[0], False, False, None)
    for place, cut in enumerate(cuts):
        yield Stretch(cut, cut, True, True, None)
        yield Stretch(cut, cuts[place + 1] if place + 1 < len(cuts) else None, False, False, None)


def along(cuts: Iterable[Fraction], at: Callable[[Fraction], T]) -> tuple[Stretch[T], ...]:
    """Give the row of what `at` says of each value, which changes nowhere but at the cuts."""
    row = (stretch.holding(at(stretch.sample)) for stretch in between(sorted(set(cuts))))
    return joined(row, lambda last, stretch: last.what if last.what == stretch.what else None)


def joined(
    row: Iterable[Stretch[T]], common: Callable[[Stretch[T], Stretch[T]], T | None]
) -> tuple[Stretch[T], ...]:
    """Run neighbours together where `common` gives what holds on both; None where nothing does."""
    result: list[Stretch[T]] = []
    for stretch in row:
        what = common(result[-1], stretch) if result else None
        if what is None:
            result.append(stretch)
        else:
            last = result[-1]
            result[-1] = Stretch(last.low, stretch.high, last.low_included, stretch.high_included, what)
    return tuple(result)


def meets(last: Stretch[T], stretch: Stretch[U]) -> bool:
    """Whether no value lies between two stretches in order."""
    return last.high is not None and last.high == stretch.low


class Walk(Generic[T]):
    """A row asked for what holds at values in rising order."""

    __slots__ = ("_place", "_row")

    def __init__(self, row: Sequence[Stretch[T]]) -> None:
        self._row = row
        self._place = 0

    def at(self, value: Fraction) -> Stretch[T] | None:
        """Give the stretch a value lies on, None off the row; values must not go down."""
        while self._place < len(self._row) and self._row[self._place].ends_before(value):
            self._place += 1
        if self._place == len(self._row) or not self._row[self._place].contains(value):
            return None
        return self._row[self._place]


def side_by_side(rows: Sequence[Sequence[Stretch[T]]]) -> Iterator[Stretch[tuple[T | None, ...]]]:
    """Yield the stretches on which none of the rows changes, with what each holds; None off a row."""
    walks = [Walk(row) for row in rows]
    for stretch in between(cuts_of(*rows)):
        here = (walk.at(stretch.sample) for walk in walks)
        yield stretch.holding(tuple(None if part is None else part.what for part in here))


def cut(stretch: Stretch[T], value: Fraction) -> tuple[Stretch[T], ...]:
    """Cut a stretch below, at and above a value that lies on it."""
    if not stretch.contains(value) or stretch.is_point:
        return (stretch,)
    parts = [Stretch(value, value, True, True, stretch.what)]
    if stretch.low != value:
        parts.insert(0, Stretch(stretch.low, value, stretch.low_included, False, stretch.what))
    if stretch.high != value:
        parts.append(Stretch(value, stretch.high, False, stretch.high_included, stretch.what))
    return tuple(parts)


def cut_at(row: Iterable[Stretch[T]], values: Iterable[Fraction]) -> tuple[Stretch[T], ...]:
    """Cut a row at every one of some values."""
    parts = tuple(row)
    for value in sorted(values):
        parts = tuple(part for stretch in parts for part in cut(stretch, value))
    return parts


def mirrored(row: Iterable[Stretch[T]], turn: Callable[[T], T]) -> tuple[Stretch[T], ...]:
    """Give the row of the value without its sign: below zero as above it, `turn`ed around."""
    zero = Fraction(0)
    above = [stretch for stretch in cut_at(row, (zero,)) if stretch.sample >= 0]
    below = [
        Stretch(
            None if stretch.high is None else -stretch.high,
            None if stretch.low is None else -stretch.low,
            stretch.high_included,
            stretch.low_included,
            turn(stretch.what),
        )
        for stretch in reversed(above)
        if stretch.sample > 0
    ]
    return (*below, *above)


def whole_numbers(row: Iterable[Stretch[T]], factor: Fraction = Fraction(1)) -> Iterator[Stretch[T]]:
    """Yield what a row holds of the whole multiples of a factor from 0 on, from the first to the last of each."""
    for stretch in row:
        low = Fraction(0) if stretch.low is None else _first(stretch.low / factor, stretch.low_included)
        first = max(low, Fraction(0))
        last = None if stretch.high is None else _last(stretch.high / factor, stretch.high_included)
        if last is None or last >= first:
            high = None if last is None else last * factor
            yield Stretch(first * factor, high, True, high is not None, stretch.what)


def _first(value: Fraction, included: bool) -> Fraction:
    whole = math.ceil(value)
    return Fraction(whole if included or whole != value else whole + 1)


def _last(value: Fraction, included: bool) -> Fraction:
    whole = math.floor(value)
    return Fraction(whole if included or whole != value else whole - 1)


def clipped(stretch: Stretch[T], frame: Stretch[object]) -> Stretch[T] | None:
    """Give the part of a stretch that lies on another one; None where none does."""
    low, low_included = max((stretch.low, stretch.low_included), (frame.low, frame.low_included), key=_begins)
    high, high_included = min(
        (stretch.high, stretch.high_included), (frame.high, frame.high_included), key=_stops
    )
    if (
        low is not None
        and high is not None
        and (low > high or (low == high and not (low_included and high_included)))
    ):
        return None
    return Stretch(low, high, low_included, high_included, stretch.what)


def _begins(end: tuple[Fraction | None, bool]) -> tuple[bool, Fraction, bool]:
    value, included = end
    return value is not None, value or Fraction(0), not included


def _stops(end: tuple[Fraction | None, bool]) -> tuple[bool, Fraction, bool]:
    value, included = end
    return value is None, value or Fraction(0), included
