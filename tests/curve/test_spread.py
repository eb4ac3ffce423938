"""Rows of straight scores: held between floor and cap, joined, and drawn together."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, strategies as st

from jixiao.curve.curve import Curve, hull_of
from jixiao.curve.line import Line, Spread
from jixiao.curve.spread import Pieces, envelope, held, run_together
from jixiao.curve.stretch import Stretch, along

numbers = st.integers(-3, 3).map(Fraction)
probes = st.integers(-24, 24).map(lambda number: Fraction(number, 6))
Span = tuple[Fraction, Fraction]


@st.composite
def spreads(draw: st.DrawFn) -> Spread:
    """A lowest and a highest line that are parallel."""
    line, room = Line(draw(numbers), draw(numbers)), draw(st.integers(0, 2))
    return Spread(line, Line(line.intercept + room, line.slope))


@st.composite
def functions(draw: st.DrawFn) -> Pieces:
    """A function of all values; its pieces may differ at a single value, too."""
    cuts = sorted(draw(st.sets(numbers, max_size=3)))
    here = {cut: draw(spreads()) for cut in cuts}
    apart = [draw(spreads()) for _ in range(len(cuts) + 1)]
    return along(cuts, lambda value: here.get(value) or apart[sum(cut < value for cut in cuts)])


def spans(pieces: Pieces, value: Fraction) -> list[Span]:
    """Give the lowest and highest score at a value, once for each piece that has it."""
    return [piece.what.at(value) for piece in pieces if piece.contains(value)]


@given(functions(), numbers, st.integers(0, 3), probes)
def test_a_held_function_stays_between_floor_and_cap(
    pieces: Pieces, floor: Fraction, room: int, value: Fraction
) -> None:
    """Wherever it lies between them, it is itself."""
    [(low, high)], cap = spans(pieces, value), floor + room
    assert spans(held(pieces, floor, cap), value) == [(min(max(low, floor), cap), min(max(high, floor), cap))]


@given(functions(), probes)
def test_running_pieces_together_changes_no_score(pieces: Pieces, value: Fraction) -> None:
    """And no two neighbours are left on one line."""
    joined = run_together(pieces)
    assert spans(joined, value) == spans(pieces, value)
    assert all(one.what != other.what for one, other in pairwise(joined))


@given(st.lists(functions(), min_size=1, max_size=3), probes)
def test_an_envelope_has_the_lowest_and_the_highest_score(several: list[Pieces], value: Fraction) -> None:
    all_of_them = [spans(pieces, value)[0] for pieces in several]
    lowest, highest = min(low for low, _ in all_of_them), max(high for _, high in all_of_them)
    assert spans(tuple(envelope(several)), value) == [(lowest, highest)]


@given(functions(), functions(), probes)
def test_the_hull_of_curves_has_all_of_them(one: Pieces, other: Pieces, value: Fraction) -> None:
    """It is straight where they are, and names no reading."""
    hull = hull_of([Curve("甲", one), Curve("乙", other)])
    assert hull is not None
    assert (hull.reading, hull.straight) == ("", True)
    [(low, high)] = spans(hull.stretches, value)
    both = (*spans(one, value), *spans(other, value))
    assert (low, high) == (min(span[0] for span in both), max(span[1] for span in both))


def test_of_no_curve_there_is_no_hull() -> None:
    """Of one it is the curve itself."""
    level = Curve("甲", along((), lambda _: Spread(Line(Fraction(1)), Line(Fraction(1)))))
    assert hull_of([]) is None
    assert hull_of([level]) == Curve("", level.stretches)


@given(spreads(), spreads())
def test_lines_cross_where_they_are_equal(one: Spread, other: Spread) -> None:
    """Parallel ones nowhere."""
    crossing = one.low.crossing(other.low)
    assert (crossing is None) == (one.low.slope == other.low.slope)
    assert crossing is None or one.low.at(crossing) == other.low.at(crossing)


def test_lines_that_cross_on_a_stretch_share_it() -> None:
    """One line is lowest up to where they cross, the other beyond; nothing is cut where they only meet an end."""
    rising, falling = Line(Fraction(0), Fraction(1)), Line(Fraction(1), Fraction(-1))
    half = Fraction(1, 2)
    whole = [
        Stretch(Fraction(0), Fraction(1), False, False, Spread(line, line)) for line in (rising, falling)
    ]
    inner = [
        Stretch(0, half, False, False, Spread(rising, falling)),
        Stretch(half, half, True, True, Spread(Line(half), Line(half))),
        Stretch(half, 1, False, False, Spread(falling, rising)),
    ]
    drawn = tuple(envelope([[one] for one in whole]))
    for value in (Fraction(1, 4), half, Fraction(3, 4)):
        assert spans(drawn, value) == spans(tuple(inner), value)
    upper = [one.holding(one.what) for one in whole]
    beyond = [Stretch(half, Fraction(1), False, False, one.what) for one in upper]
    assert [(one.low, one.high) for one in envelope([[one] for one in beyond])] == [(half, 1)]
