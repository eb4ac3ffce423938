"""Two curves compared exactly: lines that agree at two values agree everywhere."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.curve.piece import Piece, between, inside


def difference(one: Sequence[Piece], other: Sequence[Piece], step: Fraction | None) -> Fraction | None:
    """Give a value at which two curves differ, or None where they are the same.

    Of several, the one where the first curve is highest: people look there first.
    `step`: values are multiples of it; None where they are any.
    """
    found = list(_differences(one, other, step))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _differences(
    one: Sequence[Piece], other: Sequence[Piece], step: Fraction | None
) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the first curve's points and the value wherever they differ, in rising order."""
    cuts = sorted({end for piece in (*one, *other) for end in (piece.low, piece.high) if end is not None})
    first, second = _Walk(one), _Walk(other)
    for low, high in between(cuts) if cuts else [(None, None)]:
        for value in _values(low, high, step):
            here = first.points(value)
            if here != second.points(value):
                yield (here[0] if here else Fraction(0)), value


def _values(low: Fraction | None, high: Fraction | None, step: Fraction | None) -> Iterator[Fraction]:
    """Yield, in order, the values between two ends that stand for all of them."""
    if low is not None and low == high:
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


class _Walk:
    """A curve asked for its points at values in rising order."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._at = 0

    def points(self, value: Fraction) -> tuple[Fraction, Fraction] | None:
        """Give the highest points at a value and how far it is open below; None off the curve."""
        while self._at < len(self._pieces) and _is_below(self._pieces[self._at], value):
            self._at += 1
        if self._at == len(self._pieces) or not self._pieces[self._at].contains(value):
            return None
        piece = self._pieces[self._at]
        return piece.points_at(value), piece.spread


def _is_below(piece: Piece, value: Fraction) -> bool:
    return piece.high is not None and (
        piece.high < value or (piece.high == value and not piece.high_included)
    )
