"""Two functions of the value laid side by side: cells on which both are straight lines.

The values are cut at every end of a piece, and where two lines cross; between neighbouring cuts
nothing else happens, so what is found of one value there holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from jixiao.curve.piece import Piece, inside

Line = tuple[Fraction, Fraction]
"""Intercept and slope, in points over base units of the value."""
Function = Sequence[Piece]
"""Pieces under one way to read a sentence."""
Band = tuple[Line, Line]
"""The lowest and the highest points."""
NOTHING: Line = (Fraction(0), Fraction(0))
"""Where a function is not defined; values that can't occur are dropped later."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, or all strictly between two (None: unbounded), with both functions on it."""

    start: Fraction | None
    end: Fraction | None
    old: Band
    new: Band

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.start is not None and self.start == self.end


def cells(old: Sequence[Function], new: Sequence[Function]) -> Iterator[Cell]:
    """Yield the cells of two standards, each given under every way to read it, in order.

    INVARIANT: on a cell both bands are straight, and either equal everywhere or nowhere.
    """
    for start, end in _spans(sorted(_cuts(old, new))):
        sample = start if start is not None and start == end else inside(start, end)
        yield Cell(start, end, band_at(old, sample), band_at(new, sample))


def band_at(functions: Sequence[Function], value: Fraction) -> Band:
    """Give the lowest and the highest line at a value, over all ways to read."""
    lows, highs = [], []
    for pieces in functions:
        for low, high in _lines(pieces, value):
            lows.append(low)
            highs.append(high)
    if not lows:
        return NOTHING, NOTHING
    return min(lows, key=lambda line: at(line, value)), max(highs, key=lambda line: at(line, value))


def _lines(pieces: Function, value: Fraction) -> Iterator[Band]:
    """Yield the lines of the piece at a value; none where the function has none (a count below 0)."""
    for piece in pieces:
        if piece.contains(value):
            yield (piece.intercept - piece.spread, piece.slope), (piece.intercept, piece.slope)
            return


def at(line: Line, value: Fraction) -> Fraction:
    """Give the points at a value."""
    return line[0] + line[1] * value


def _spans(cuts: Sequence[Fraction]) -> Iterator[tuple[Fraction | None, Fraction | None]]:
    ends: list[Fraction | None] = [None, *cuts, None]
    for start, end in pairwise(ends):
        if start is not None:
            yield start, start
        yield start, end


def _cuts(old: Sequence[Function], new: Sequence[Function]) -> set[Fraction]:
    pieces = [piece for function in (*old, *new) for piece in function]
    ends = {end for piece in pieces for end in (piece.low, piece.high) if end is not None}
    return ends | set(_crossings(old, new, sorted(ends)))


def _crossings(
    old: Sequence[Function], new: Sequence[Function], ends: Sequence[Fraction]
) -> Iterator[Fraction]:
    """Yield where two lines cross strictly between neighbouring ends."""
    for start, end in pairwise([None, *ends, None]):
        sample = inside(start, end)
        lines: set[Line] = set()
        for function in (*old, *new):
            lines |= {line for band in _lines(function, sample) for line in band}
        for (one, slope), (other, tilt) in combinations(sorted(lines), 2):
            if slope != tilt:
                value = (other - one) / (slope - tilt)
                if (start is None or value > start) and (end is None or value < end):
                    yield value
