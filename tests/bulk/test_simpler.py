"""A shorter expression, and one written as lines of a loop, come to the same as the one that they stand for."""

from __future__ import annotations

from hypothesis import given, strategies as st

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.kernel.lines import Lines
from jixiao.bulk.program import Step
from jixiao.bulk.run import number
from jixiao.bulk.simpler import Reaches, Simpler
from jixiao.bulk.whole import Column, Const, Whole, choose, floor, less, minus, plus, times
from jixiao.dataclass import replace
from shared.bulk.expressions import LARGEST, MOST, NAMES, RANGES, is_bounded, rows, wholes

A, B = Column("甲"), Column("乙")
bounded = wholes().filter(is_bounded)
full_rows = st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(-LARGEST, LARGEST)))


@given(bounded, st.lists(rows, min_size=1, max_size=5))
def test_shorter_is_the_same(whole: Whole, given_rows) -> None:
    found = Simpler(RANGES, all_known=False).whole(whole)
    assert [number(found, row) for row in given_rows] == [number(whole, row) for row in given_rows]


@given(bounded, st.lists(full_rows, min_size=1, max_size=5))
def test_shorter_is_the_same_where_no_row_lacks_anything(whole: Whole, given_rows) -> None:
    found = Simpler(RANGES, all_known=True).whole(whole)
    assert [number(found, row) for row in given_rows] == [number(whole, row) for row in given_rows]


@given(bounded)
def test_nothing_grows_on_the_way(whole: Whole) -> None:
    """What was proven to hold in 64 bits still does."""
    bounds = Bounds(RANGES)
    bounds.of(Simpler(RANGES, all_known=False).whole(whole))
    assert bounds.widest <= MOST


@given(bounded, st.lists(rows, min_size=1, max_size=5))
def test_no_row_lies_outside_the_range(whole: Whole, given_rows) -> None:
    reach = Reaches(RANGES).of(whole)
    assert all(reach.low <= number(whole, row) <= reach.high for row in given_rows)


@given(bounded, rows)
def test_lines_come_to_the_same(whole: Whole, row) -> None:
    lines = Lines(
        {name: f"row[{name!r}]" for name in NAMES}, {name: f"has[{name!r}]" for name in NAMES}, Bounds(RANGES)
    )
    lines.lines.append(f"found = {lines.put('x', whole)}")
    names = {
        "row": {name: one or 0 for name, one in row.items()},
        "has": {name: one is not None for name, one in row.items()},
        "pick": lambda when, then, otherwise: then if when else otherwise,
        "floor_of": lambda above, below: above // below,
        "far_floor_of": lambda above, below: above // below,
    }
    exec("\n".join(lines.lines), names)
    assert names["found"] == number(whole, row)


def test_a_number_held_within_bounds_is_known_to_be() -> None:
    """So that what asks again whether it lies within them is left out."""
    held = choose(less(A, Const(0)), Const(0), choose(less(Const(8), A), Const(8), A))
    again = choose(less(Const(8), held), Const(8), held)
    assert Reaches(RANGES).of(choose(less(A, Const(8)), A, Const(8))) == Range(-LARGEST, 8)
    assert Simpler(RANGES, all_known=True).whole(again) == Simpler(RANGES, all_known=True).whole(held)


def test_a_division_with_a_cap_need_not_be_exact_beyond_it() -> None:
    size = choose(less(A, Const(0)), times(Const(-1), A), A)
    count = floor(times(Const(10), size), plus(size, Const(1)))
    found = Simpler(RANGES, all_known=True).whole(choose(less(Const(8), count), Const(8), count))
    assert found == choose(less(Const(8), replace(count, within=9)), Const(8), replace(count, within=9))


def test_half_a_rounding_of_whole_points_goes() -> None:
    assert Simpler(RANGES, all_known=True).whole(
        floor(plus(times(Const(200), A), Const(1)), Const(2))
    ) == times(Const(100), A)


def test_a_step_like_an_earlier_one_is_that_column() -> None:
    simpler = Simpler(RANGES, all_known=True)
    steps = simpler.steps(
        [Step("一", plus(A, B)), Step("二", minus(B, times(Const(-1), A))), Step("三", plus(A, B))]
    )
    assert [step.whole for step in steps][2] == Column("一")
