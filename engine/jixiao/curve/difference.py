"""Two functions compared exactly: lines that agree at two values agree everywhere."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.curve.spread import Piece
from jixiao.curve.stretch import Stretch, inside, side_by_side


def difference(one: Sequence[Piece], other: Sequence[Piece], step: Fraction | None) -> Fraction | None:
    """Give a value at which two functions differ, or None where they are the same.

    Of several, the one where the first function is highest: people look there first.
    `step`: values are multiples of it; None where they are any.
    """
    differing = list(_differences(one, other, step))
    return max(differing, key=lambda pair: pair[0])[1] if differing else None


def _differences(
    one: Sequence[Piece], other: Sequence[Piece], step: Fraction | None
) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the first function's points and the value wherever they differ, in rising order."""
    for stretch in side_by_side((one, other)):
        first, second = stretch.what
        for value in _values(stretch, step):
            here = None if first is None else first.at(value)
            if here != (None if second is None else second.at(value)):
                yield (here[1] if here else Fraction(0)), value


def _values(stretch: Stretch[object], step: Fraction | None) -> Iterator[Fraction]:
    """Yield, in order, the values of a stretch that stand for all of them."""
    low, high = stretch.low, stretch.high
    if low is not None and stretch.is_point:
        if step is None or not low % step:
            yield low
        return
    if step is None:
        middle = inside(low, high)
        yield from (inside(low, middle), middle)
        return
    start = None if low is None else (math.floor(low / step) + 1) * step
    end = None if high is None else (math.ceil(high / step) - 1) * step
    if start is None:
        start = (end or Fraction(0)) - step
    if end is None:
        end = start + step
    if start <= end:
        yield from dict.fromkeys((start, end))
