"""Columns of cells read many at once, and each cell as the reader of case files reads it: the same numbers, or odd."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from jixiao.files.rows.cell import quantity_in, said_in
from jixiao.files.rows.chunk import cell_text
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.numbers import MOST_PLACES, NumberColumn, number_column
from jixiao.quantity import PLAIN, find_unit

MONEY, PEOPLE, PERCENT = find_unit("万元"), find_unit("人"), find_unit("%")
HEADS = [
    Head(0, "预算", What.ITEM, "预算", MONEY, MONEY, dimension=MONEY.dimension),
    Head(
        0, "预算（元）", What.ITEM, "预算", find_unit("元"), MONEY, is_given=True, dimension=MONEY.dimension
    ),
    Head(0, "人数", What.ITEM, "人数", PEOPLE, PEOPLE, dimension=PEOPLE.dimension),
    Head(0, "满意度（%）", What.ITEM, "满意度", PERCENT, PERCENT, is_given=True, dimension=PERCENT.dimension),
    Head(0, "执行率", What.VALUE, "执行率", None, None, dimension=PERCENT.dimension),
]
WORDS = (
    "abc NaN inf 1e5 １２ １２．５ 1,000 1,000.50 无 — - -- 没有 5% 69.94万元 69.94元 12人 +4 .5 5. 7。 --3 1,00 0x10 ² ٣ "
    "待填 0% 01 1_000 -0 １，０００"
).split()
ODD = st.sampled_from([*WORDS, "", " ", "\u3000", " 3 ", "3 万元", "9" * 40, "0." + "0" * 20 + "1", "1\n"])
NUMBERS = st.decimals(-(10**14), 10**14, allow_nan=False, places=None).map(
    lambda one: f"{one:f}"[:24]
) | st.builds(
    lambda whole, places: f"{Decimal(whole).scaleb(-places):f}",
    st.integers(-(10**9), 10**9),
    st.integers(0, 10),
)
TEXTS = NUMBERS | NUMBERS | ODD | st.text(max_size=4)


def column_for(head: Head, cells: pa.Array, sample: pa.Array | None = None) -> NumberColumn:
    return number_column(
        cells.type, head.unit or PLAIN, partial(read, head), cells if sample is None else sample
    )


def read(head: Head, text: str):
    return quantity_in(text, head)


def assert_as_one_by_one(head: Head, column: NumberColumn, cells: pa.Array) -> None:
    """Every cell is what it says as a text: nothing, a number with its decimals, or odd where it can't be both."""
    found = column.read(cells)
    for at, cell in enumerate(cells):
        said = said_in(cell_text(cell))
        quantity = quantity_in(said, head) if said else None
        number, is_known, is_odd = int(found.numbers[at]), bool(found.known[at]), bool(found.odd[at])
        if not said:
            assert (number, is_known, is_odd) == (0, False, False)
        elif quantity is None:
            assert (number, is_known, is_odd) == (0, False, True), said
        elif is_odd:
            off = quantity.unit.factor / 10**quantity.decimals / column.grain
            if quantity.is_rounded and off.denominator > 1:
                continue  # printed finer than the column tells
            counted, digits = quantity.base / column.grain, abs(quantity.value) * 10**quantity.decimals
            assert counted.denominator != 1 or max(abs(counted), digits / 100) >= 10**16, said
        else:
            assert is_known
            assert number * column.grain == quantity.base, said
            assert int(found.decimals[at]) == min(quantity.decimals, 127), said
            off = quantity.unit.factor / 10**quantity.decimals if quantity.is_rounded else 0
            assert int(found.halves[at]) * column.grain == off, said


@given(st.sampled_from(HEADS), st.lists(st.none() | TEXTS, max_size=20), st.data())
def test_texts(head: Head, texts: list[str | None], data: st.DataObject) -> None:
    cells = pa.array(texts, pa.string())
    sample = cells.slice(0, data.draw(st.integers(0, len(texts))))
    assert_as_one_by_one(head, column_for(head, cells, sample), cells)


@given(
    st.sampled_from(HEADS), st.lists(st.none() | st.integers(-(2**63), 2**63 - 1) | st.integers(-100, 100))
)
def test_whole_numbers(head: Head, numbers: list[int | None]) -> None:
    cells = pa.array(numbers, pa.int64())
    assert_as_one_by_one(head, column_for(head, cells), cells)


@given(st.lists(st.none() | st.integers(0, 2**64 - 1)))
def test_whole_numbers_without_a_sign(numbers: list[int | None]) -> None:
    cells = pa.array(numbers, pa.uint64())
    assert_as_one_by_one(HEADS[2], column_for(HEADS[2], cells), cells)


@given(
    st.sampled_from(HEADS),
    st.integers(0, 12),
    st.lists(st.none() | st.integers(-(10**20), 10**20)),
    st.data(),
)
def test_decimals(head: Head, scale: int, numbers: list[int | None], data: st.DataObject) -> None:
    values = [None if one is None else Decimal(one).scaleb(-scale) for one in numbers]
    cells = pa.array(values, pa.decimal128(38, scale))
    assert_as_one_by_one(head, column_for(head, cells), cells)
    start = data.draw(st.integers(0, len(numbers)))  # a slice has its numbers elsewhere in memory
    assert_as_one_by_one(head, column_for(head, cells), cells.slice(start))


def test_decimals_wider_than_any_number_are_left_to_others() -> None:
    cells = pa.array([Decimal("1.5"), None], pa.decimal256(50, 2))
    found = column_for(HEADS[0], cells).read(cells)
    assert (found.odd.tolist(), found.known.tolist()) == ([True, False], [False, False])


FLOATS = (
    st.floats(width=64)
    | st.integers(-(10**7), 10**7).map(lambda one: one / 100)
    | st.sampled_from([0.1 + 0.2, 1e22, 1e-7, -0.0, 5e-324, 123456789012345.6])
)


@given(st.sampled_from(HEADS), st.lists(st.none() | FLOATS))
def test_floats_are_the_shortest_decimal(head: Head, numbers: list[float | None]) -> None:
    cells = pa.array(numbers, pa.float64())
    column = column_for(head, cells)
    assert_as_one_by_one(head, column, cells)
    assert column.floats == sum(one is not None for one in numbers)


@given(st.lists(st.none() | st.floats(width=32) | st.integers(-(10**5), 10**5).map(lambda one: one / 100)))
def test_floats_of_32_bits(numbers: list[float | None]) -> None:
    cells = pa.array(numbers, pa.float32())
    assert_as_one_by_one(HEADS[0], column_for(HEADS[0], cells), cells)


@pytest.mark.parametrize("cells", [pa.array([True, None]), pa.array(["2022-01-01", None]).cast(pa.date32())])
def test_what_is_no_number_is_odd(cells: pa.Array) -> None:
    found = column_for(HEADS[0], cells).read(cells)
    assert found.odd.tolist() == [True, False]
    assert not found.known.any()


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["1", "2"], 0),
        (["1", "2.50"], 2),
        (["1.2345", "x"], 4),
        (["0.123456789"], 0),
        ([], 0),
        (["1,000.5"], 1),
    ],
)
def test_the_decimals_of_a_column_are_the_most_that_come_up(texts: list[str], places: int) -> None:
    column = column_for(HEADS[0], pa.array(texts, pa.string()))
    assert column.places == places <= MOST_PLACES


def test_texts_are_read_fast() -> None:
    """A million plain numbers in well under the time in which they could be read one by one."""
    import time

    cells = pa.array([f"{at}.{at % 100:02}" for at in range(200_000)])
    column = column_for(HEADS[0], cells)
    start = time.process_time()
    found = column.read(cells)
    taken = time.process_time() - start
    assert np.all(found.known)
    start = time.process_time()
    for text in cells.slice(0, 5_000).to_pylist():
        quantity_in(text, HEADS[0])
    assert taken < (time.process_time() - start) * 40 / 5
