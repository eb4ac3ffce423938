"""Stretches: rows of values side by side, cut, clipped, mirrored, and asked for what holds."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from jixiao.curve.stretch import (
    Stretch,
    Walk,
    along,
    between,
    clipped,
    cut_at,
    inside,
    mirrored,
    side_by_side,
    whole_numbers,
)

Row = tuple[Stretch[int], ...]
TENTH = Fraction(1, 10)
numbers = st.integers(-4, 4).map(lambda number: Fraction(number, 2))
probes = st.integers(-20, 20).map(lambda number: Fraction(number, 4))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row over all values, in which each end belongs to one side or stands alone."""
    cuts = draw(st.sets(numbers, max_size=4))
    held = {end: draw(st.integers(0, 2)) for end in sorted(cuts)}
    open_held = draw(st.lists(st.integers(0, 2), min_size=len(cuts) + 1, max_size=len(cuts) + 1))

    def at(value: Fraction) -> int:
        return held[value] if value in held else open_held[sum(cut < value for cut in cuts)]

    return along(cuts, at)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch[str]:
    """A stretch with at least one value."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    point = low is not None and low == high
    ends = (
        low is not None and (point or draw(st.booleans())),
        high is not None and (point or draw(st.booleans())),
    )
    return Stretch(low, high, *ends, "here")


def held(row: Row, value: Fraction) -> list[int]:
    """Give what holds at a value, once for each stretch that has it."""
    return [stretch.what for stretch in row if stretch.contains(value)]


@pytest.mark.parametrize(
    ("value", "contained"), [("0", False), ("1/10", True), ("1/2", True), ("1", False), ("2", False)]
)
def test_what_a_stretch_contains(value: str, contained: bool) -> None:
    """An included end belongs to the stretch, an excluded one does not."""
    assert Stretch(TENTH, Fraction(1), True, False, None).contains(Fraction(value)) is contained
    assert Stretch(TENTH, Fraction(1), False, True, None).contains(TENTH) is False
    assert Stretch(None, None, False, False, None).contains(Fraction(value))


def test_a_place_inside() -> None:
    """Strictly between two ends, or beyond the one there is."""
    assert [inside(None, None), inside(TENTH, None) > TENTH, inside(None, TENTH) < TENTH] == [0, True, True]
    assert inside(TENTH, Fraction(1)) == Fraction(11, 20)


@given(stretches())
def test_a_sample_lies_on_its_stretch(stretch: Stretch[str]) -> None:
    assert stretch.contains(stretch.sample)


@given(st.sets(numbers), probes)
def test_cuts_make_all_values(cuts: set[Fraction], value: Fraction) -> None:
    """Each value lies on just one of the stretches between cuts, and each cut alone."""
    found = [stretch for stretch in between(sorted(cuts)) if stretch.contains(value)]
    assert len(found) == 1
    assert found[0].is_point == (value in cuts)


@given(rows(), probes)
def test_a_row_along_cuts_has_every_value_once(row: Row, value: Fraction) -> None:
    """And no two neighbours in it hold the same."""
    assert len(held(row, value)) == 1
    assert all(one.what != other.what for one, other in pairwise(row))


@given(rows(), st.sets(numbers), probes)
def test_cutting_changes_nothing_that_holds(row: Row, cuts: set[Fraction], value: Fraction) -> None:
    parts = cut_at(row, cuts)
    assert held(parts, value) == held(row, value)
    assert all(any(part.low == part.high == one for part in parts) for one in cuts)


@given(rows(), probes)
def test_a_mirrored_row_holds_what_the_magnitude_does(row: Row, value: Fraction) -> None:
    """What is turned around is what lies below zero."""
    [found] = held(mirrored(row, lambda what: what - 100), value)
    assert found == held(row, abs(value))[0] - (100 if value < 0 else 0)


@given(stretches(), stretches(), probes)
def test_a_clipped_stretch_has_the_values_of_both(
    stretch: Stretch[str], frame: Stretch[str], value: Fraction
) -> None:
    part = clipped(stretch, frame)
    assert (part is not None and part.contains(value)) == (stretch.contains(value) and frame.contains(value))


@given(rows(), st.sampled_from([Fraction(1), Fraction(1, 2)]), st.integers(-4, 20))
def test_of_whole_numbers_those_from_none_on_are_kept(row: Row, factor: Fraction, count: int) -> None:
    """Each holds what it held; both ends of a stretch are whole, and nothing lies below zero."""
    kept = tuple(whole_numbers(row, factor))
    value = count * factor
    assert held(kept, value) == (held(row, value) if count >= 0 else [])
    assert all(end >= 0 and (end / factor).denominator == 1 for one in kept for end in one.ends)


@given(rows(), rows(), st.lists(probes, min_size=1).map(sorted))
def test_rows_side_by_side_hold_what_each_holds(one: Row, other: Row, values: list[Fraction]) -> None:
    """Walked through in rising order, or found one by one."""
    both = tuple(side_by_side((one, other)))
    walk = Walk(both)
    for value in values:
        stretch = walk.at(value)
        assert stretch is not None
        assert stretch.what == (*held(one, value), *held(other, value))
