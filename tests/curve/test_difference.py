"""Two curves differ exactly where some value gives them other points."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, strategies as st

from jixiao.curve.difference import difference
from jixiao.curve.line import Line, Spread
from jixiao.curve.spread import Piece
from jixiao.curve.stretch import Stretch


def point(pieces: tuple[Piece, ...], value: Fraction) -> tuple[Fraction, Fraction] | None:
    return next((piece.what.at(value) for piece in pieces if piece.contains(value)), None)


@st.composite
def curves(draw: st.DrawFn) -> tuple[Piece, ...]:
    """Give a curve over all values, in pieces that meet."""
    cuts: list[Fraction | None] = sorted(draw(st.sets(st.integers(0, 4).map(Fraction), max_size=3)))  # type: ignore[type-var]
    ends: list[Fraction | None] = [None, *cuts, None]
    numbers = st.integers(0, 2).map(Fraction)
    pieces, low_in = [], False
    for low, high in pairwise(ends):
        high_in = high is not None and draw(st.booleans())
        slope = draw(numbers) if low is not None and high is not None else Fraction(0)
        line, spread = Line(draw(numbers), slope), draw(numbers)
        pieces.append(Stretch(low, high, low_in, high_in, Spread(line, Line(line.intercept + spread, slope))))
        low_in = not high_in
    return tuple(pieces)


@given(curves(), curves())
def test_a_difference_is_found_where_there_is_one(one: tuple[Piece, ...], other: tuple[Piece, ...]) -> None:
    grid = [Fraction(number, 4) for number in range(-4, 24)]
    differs = any(point(one, value) != point(other, value) for value in grid)
    found = difference(one, other, None)
    assert (found is not None) or not differs
    assert found is None or point(one, found) != point(other, found)


@given(curves(), curves())
def test_of_whole_values_only_whole_ones_count(one: tuple[Piece, ...], other: tuple[Piece, ...]) -> None:
    differs = any(point(one, Fraction(value)) != point(other, Fraction(value)) for value in range(-2, 8))
    found = difference(one, other, Fraction(1))
    assert (found is not None) == differs
    assert found is None or found.denominator == 1


@given(curves())
def test_a_curve_does_not_differ_from_itself(one: tuple[Piece, ...]) -> None:
    assert difference(one, one, None) is None


def test_of_several_differences_the_highest_is_shown() -> None:
    """People look first where the first function is highest, not where it differs first."""

    def steps(low: int, high: int) -> tuple[Piece, ...]:
        zero = Fraction(0)
        spreads = [Spread(Line(Fraction(points)), Line(Fraction(points))) for points in (low, high)]
        return (
            Stretch(None, zero, False, False, spreads[0]),
            Stretch(zero, None, True, False, spreads[1]),
        )

    rising, falling = difference(steps(1, 5), steps(0, 4), None), difference(steps(5, 1), steps(4, 0), None)
    assert rising is not None
    assert falling is not None
    assert rising >= 0 > falling


def test_a_difference_at_a_single_value_counts_where_there_are_such_values() -> None:
    """Two functions that differ at 2 only differ for counts, and not where values are multiples of 3."""

    def level(points: int) -> Spread:
        return Spread(Line(Fraction(points)), Line(Fraction(points)))

    def around(held: int) -> tuple[Piece, ...]:
        two = Fraction(2)
        return (
            Stretch(None, two, False, False, level(0)),
            Stretch(two, two, True, True, level(held)),
            Stretch(two, None, False, False, level(0)),
        )

    found = [difference(around(1), around(0), step) for step in (None, Fraction(1), Fraction(2), Fraction(3))]
    assert found == [2, 2, 2, None]


def test_a_difference_between_whole_values_is_found_from_the_first_on() -> None:
    """Of 1, 2 and 3 the first and the last stand for all; between 0 and 1 there is none."""

    def level(points: int) -> Spread:
        return Spread(Line(Fraction(points)), Line(Fraction(points)))

    def within(high: int, held: int) -> tuple[Piece, ...]:
        zero, end = Fraction(0), Fraction(high)
        return (
            Stretch(None, zero, False, True, level(0)),
            Stretch(zero, end, False, False, level(held)),
            Stretch(end, None, True, False, level(0)),
        )

    assert difference(within(4, 1), within(4, 0), Fraction(1)) in (1, 3)
    assert difference(within(2, 1), within(2, 0), Fraction(1)) == 1
    assert difference(within(1, 1), within(1, 0), Fraction(1)) is None
