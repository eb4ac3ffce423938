"""A standard as a function of the value: pieces on which points are linear.

Analysis, plots and compilation work on these, never on a form's own tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """Values from low to high (None: unbounded), where points = intercept + slope × value.

    `spread` is how far below those points the score may also lie where the sentence leaves
    it open.
    """

    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool
    intercept: Fraction
    slope: Fraction = Fraction(0)
    spread: Fraction = Fraction(0)

    def contains(self, value: Fraction) -> bool:
        """Whether the value lies on this piece."""
        above = self.low is None or value > self.low or (self.low_included and value == self.low)
        below = self.high is None or value < self.high or (self.high_included and value == self.high)
        return above and below

    def points_at(self, value: Fraction) -> Fraction:
        """Give the highest points at a value of this piece."""
        return self.intercept + self.slope * value


def held(pieces: tuple[Piece, ...], floor: Fraction, cap: Fraction) -> tuple[Piece, ...]:
    """Give the same function held between floor and cap, cut where it meets them."""
    result: list[Piece] = []
    for piece in pieces:
        result.extend(_hold(piece, floor, cap))
    return tuple(result)


def _hold(piece: Piece, floor: Fraction, cap: Fraction) -> list[Piece]:
    if not piece.slope:
        high = min(max(piece.intercept, floor), cap)
        low = min(max(piece.intercept - piece.spread, floor), cap)
        return [
            Piece(piece.low, piece.high, piece.low_included, piece.high_included, high, spread=high - low)
        ]
    cuts = sorted({(bound - piece.intercept) / piece.slope for bound in (floor, cap)})
    cuts = [cut for cut in cuts if piece.contains(cut) and cut not in (piece.low, piece.high)]
    ends = [piece.low, *cuts, piece.high]
    parts = []
    for start, end in pairwise(ends):
        included = (start == piece.low and piece.low_included, end != piece.high or piece.high_included)
        points = piece.points_at(inside(start, end))
        flat = floor if points <= floor else cap if points >= cap else None
        intercept, slope = (piece.intercept, piece.slope) if flat is None else (flat, Fraction(0))
        parts.append(Piece(start, end, *included, intercept, slope))
    return parts


def inside(start: Fraction | None, end: Fraction | None) -> Fraction:
    """Give a value strictly between two ends, or beyond the one there is."""
    if start is None:
        return end - 1 if end is not None else Fraction(0)
    return start + 1 if end is None else (start + end) / 2


def between(cuts: Sequence[Fraction]) -> Iterator[tuple[Fraction | None, Fraction | None]]:
    """Yield the stretches that cuts make of the line, each cut as a stretch of its own."""
    yield None, cuts[0]
    for place, cut in enumerate(cuts):
        yield cut, cut
        yield cut, cuts[place + 1] if place + 1 < len(cuts) else None


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join neighbours that are the same function into one piece."""
    result = [pieces[0]]
    for piece in pieces[1:]:
        last = result[-1]
        same = (piece.intercept, piece.slope, piece.spread) == (last.intercept, last.slope, last.spread)
        meets = _meets(last, piece)
        if same:
            result[-1] = replace(last, high=piece.high, high_included=piece.high_included)
        elif meets and last.low is not None and last.low == last.high and _fits(piece, last):
            result[-1] = replace(piece, low=last.low, low_included=True)
        elif meets and piece.low is not None and piece.low == piece.high and _fits(last, piece):
            result[-1] = replace(last, high=piece.high, high_included=True)
        else:
            result.append(piece)
    return tuple(result)


def _meets(last: Piece, piece: Piece) -> bool:
    return last.high is not None and last.high == piece.low


def _fits(line: Piece, point: Piece) -> bool:
    """Whether a single point lies on a line."""
    assert point.low is not None
    return line.spread == point.spread and line.points_at(point.low) == point.points_at(point.low)
