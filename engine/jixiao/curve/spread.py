"""Rows of straight scores: held, joined, and drawn together from several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from jixiao.curve.line import ZERO, Line, Spread, level
from jixiao.curve.stretch import Stretch, inside, joined, meets, side_by_side

Piece = Stretch[Spread]
"""Values on which the lowest and the highest score are straight lines."""
Pieces = tuple[Piece, ...]


def held(pieces: Iterable[Piece], floor: Fraction, cap: Fraction) -> Pieces:
    """Give the same function held between floor and cap, cut where it meets them."""
    return tuple(part for piece in pieces for part in _hold(piece, floor, cap))


def _hold(piece: Piece, floor: Fraction, cap: Fraction) -> Iterator[Piece]:
    if piece.what.is_level:
        yield piece.holding(
            Spread(*(_held_line(line, ZERO, floor, cap) for line in (piece.what.low, piece.what.high)))
        )
        return
    lines = {piece.what.low, piece.what.high}
    cuts = {value for line in lines if line.slope
            for bound in (floor, cap) if _within(value := (bound - line.intercept) / line.slope, piece)}  # fmt: skip
    ends = [piece.low, *sorted(cuts), piece.high]
    for low, high in pairwise(ends):
        included = (low == piece.low and piece.low_included, high != piece.high or piece.high_included)
        value = piece.sample if low == high else inside(low, high)
        low_line, high_line = (
            _held_line(line, value, floor, cap) for line in (piece.what.low, piece.what.high)
        )
        yield Stretch(low, high, *included, Spread(low_line, high_line))


def _within(value: Fraction, piece: Piece) -> bool:
    return piece.contains(value) and value not in (piece.low, piece.high)


def _held_line(line: Line, value: Fraction, floor: Fraction, cap: Fraction) -> Line:
    points = line.at(value)
    return Line(floor) if points <= floor else Line(cap) if points >= cap else line


def run_together(pieces: Iterable[Piece]) -> Pieces:
    """Join neighbours that are the same function into one piece."""
    return joined(pieces, _common)


def _common(last: Piece, piece: Piece) -> Spread | None:
    return last.what if last.what == piece.what else common(last.what, piece.what, last, piece)


def common(mine: Spread, theirs: Spread, last: Stretch[object], stretch: Stretch[object]) -> Spread | None:
    """Give the spread that goes on over two neighbours: a single value fits any line that meets it."""
    if mine == theirs:
        return mine
    if not meets(last, stretch):
        return None
    for point, value, line in ((last, last.low, theirs), (stretch, stretch.low, mine)):
        if point.is_point and value is not None and mine.at(value) == theirs.at(value):
            return line
    return None


def envelope(functions: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """Yield the lowest and the highest score of several functions, cut where their lines cross.

    Nothing is yielded where none of them has a value.
    """
    for stretch in side_by_side(functions):
        here = [spread for spread in stretch.what if spread is not None]
        if here and stretch.is_point:
            low, high = (min(spread.low.at(stretch.sample) for spread in here),
                         max(spread.high.at(stretch.sample) for spread in here))  # fmt: skip
            yield stretch.holding(level(high, low))
        elif here:
            for part in uncrossed(stretch, here):
                yield part.holding(outermost(here, part.sample))


def outermost(spreads: Sequence[Spread], value: Fraction) -> Spread:
    """Give the lowest and the highest line of some spreads at a value."""
    low = min((spread.low for spread in spreads), key=lambda line: line.at(value))
    return Spread(low, max((spread.high for spread in spreads), key=lambda line: line.at(value)))


def uncrossed(stretch: Stretch[object], spreads: Iterable[Spread]) -> Iterator[Stretch[None]]:
    """Yield the parts of an open stretch inside which no two lines of some spreads cross."""
    lines = dict.fromkeys(line for spread in spreads for line in (spread.low, spread.high))
    crossings = {value for one, other in combinations(lines, 2) if (value := one.crossing(other)) is not None
                 and (stretch.low is None or value > stretch.low)
                 and (stretch.high is None or value < stretch.high)}  # fmt: skip
    for low, high in pairwise([stretch.low, *sorted(crossings), stretch.high]):
        yield Stretch(low, high, False, high is not None and high != stretch.high, None)
