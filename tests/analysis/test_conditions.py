"""A condition is called impossible only where no values make it true."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.conditions import MAX_CASES, can_hold
from jixiao.language.formula import parse_formula
from jixiao.language.formula.calculate import holds
from jixiao.model.ruleset import Item
from jixiao.quantity import find_unit

ITEMS = {name: Item(name, find_unit("个"), "数目") for name in ("甲", "乙")}


@pytest.mark.parametrize(
    ("condition", "possible"),
    [
        ("甲 = 0", True),
        ("甲 < 0", False),
        ("0 > 甲", False),
        ("甲 = 0 且 甲 > 0", False),
        ("甲 = 0 且 乙 > 0", True),
        ("甲 > 0 且 甲 < 1", True),
        ("甲 > 1 且 甲 < 1", False),
        ("甲 ≥ 1 且 甲 ≤ 1", True),
        ("甲 ≥ 1 且 甲 ≤ 1 且 甲 ≠ 1", False),
        ("甲 = 1 且 甲 = 2", False),
        ("甲 < 0 或 乙 = 3", True),
        ("非 甲 ≥ 0", False),
        ("非 (甲 = 0 或 甲 ≠ 0)", False),
        ("甲 = 乙 且 甲 ≠ 乙", True),  # not proven: it compares two items
        ("甲 - 乙 < 0", True),
    ],
)
def test_what_is_possible(condition: str, possible: bool) -> None:
    assert can_hold(parse_formula(condition, ITEMS), ITEMS) is possible


comparisons = st.builds(
    "{} {} {}".format, st.sampled_from("甲乙"), st.sampled_from("=≠<≤>≥"), st.integers(0, 3)
)
conditions = st.recursive(
    comparisons,
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from("且或"), inner) | inner.map("非 ({})".format)
    ),
    max_leaves=7,
)


@given(conditions)
def test_what_some_values_make_true_is_not_called_impossible(text: str) -> None:
    tree = parse_formula(text, ITEMS)
    grid = [Fraction(number, 2) for number in range(9)]
    true = any(holds(tree, {"甲": one, "乙": other}) for one, other in product(grid, grid))
    assert can_hold(tree, ITEMS) or not true


def test_a_condition_of_very_many_cases_is_taken_to_be_possible() -> None:
    text = " 且 ".join(["(甲 < 0 或 乙 < 0)"] * MAX_CASES)
    assert can_hold(parse_formula(text, ITEMS), ITEMS)
