"""Columns of results: every number in exact text, each text once, in an order that does not hang on how it was made."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given, strategies as st

from jixiao.bulk.batch.column import TextColumn, of_numbers, of_texts
from jixiao.quantity import decimal_text

WHOLE = st.integers(-(10**12), 10**12)
SMALL = st.integers(-50, 500)
BELOW = st.integers(1, 10**6) | st.sampled_from([1, 2, 5, 8, 100, 3, 6, 7, 10**9])


@given(st.lists(WHOLE | SMALL, max_size=30), BELOW)
def test_so_many_parts_of_a_point(above: list[int], below: int) -> None:
    column = of_numbers("a", np.array(above, np.int64), below).array()
    assert column.to_pylist() == [decimal_text(Fraction(one, below)) for one in above]
    assert len(set(column.dictionary.to_pylist())) == len(column.dictionary)


@given(st.lists(st.tuples(WHOLE | SMALL, BELOW), max_size=30), st.sampled_from([np.int64, object]))
def test_ratios_row_by_row(pairs: list[tuple[int, int]], kind: type) -> None:
    above, below = (np.array([pair[side] for pair in pairs], kind) for side in range(2))
    column = of_numbers("a", above, below).array()
    assert column.to_pylist() == [decimal_text(Fraction(*pair)) for pair in pairs]


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=9), st.data())
def test_a_column_does_not_tell_how_it_was_made(texts: list[str], data: st.DataObject) -> None:
    """Rows that the engine scores are put in one by one; the bytes of a part must not show it."""
    began = data.draw(st.lists(st.sampled_from("abcd"), min_size=len(texts), max_size=len(texts)))
    put = of_texts("a", began, len(texts))
    for at in data.draw(st.permutations(range(len(texts)))):
        put.put(at, texts[at])
    plain = TextColumn("a", np.array(["cba".index(one) for one in texts]), list("cba"))
    assert put.array().equals(plain.array())
    assert put.array().to_pylist() == texts
