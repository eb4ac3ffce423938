"""The values a formula can take: everything that its items allow lies in the range."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.value_range import Range, range_of, value_range
from jixiao.language.formula import names, parse_formula
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Indicator, Item, Text
from jixiao.quantity import find_unit

ITEMS = {
    "支出": Item("支出", find_unit("元"), "实际支出"),
    "预算": Item("预算", find_unit("元"), "批复的预算"),
    "增减额": Item("增减额", find_unit("元"), "与上年之差，减少为负"),
    "满意度": Item("满意度", find_unit("%"), "满意的人所占的比例"),
}


def indicator(name: str, formula: str = "") -> Indicator:
    text = Text(formula, Place("")) if formula else None
    return Indicator(name, "i", Fraction(5), Text("", Place("")), Place(""), formula=text)


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("支出 / 预算", 0, None),
        ("增减额 / 预算", None, None),
        ("(支出 - 预算) / 预算", None, None),
        ("满意度", 0, 1),
        ("满意度 × 满意度", 0, 1),
        ("1 - 满意度", 0, 1),
        ("最小(支出 / 预算, 1)", 0, 1),
        ("最大(增减额, 0元)", 0, None),
        ("绝对值(增减额)", 0, None),
        ("-满意度", -1, 0),
        ("支出 / 5 元 + 2", 2, None),
    ],
)
def test_the_range_of_a_formula(formula: str, low: int | None, high: int | None) -> None:
    assert value_range(parse_formula(formula, ITEMS), ITEMS) == Range(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("满意度", 0, 1), ("执行率", 0, None), ("“三公经费”变动率", None, None), ("迟报次数", 0, None)],
)
def test_without_a_formula_the_name_tells(name: str, low: int | None, high: int | None) -> None:
    assert range_of(indicator(name), None, ITEMS) == Range(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


leaves = st.sampled_from(["支出", "预算", "增减额", "满意度", "2", "0.5", "100%"])
formulas = st.recursive(
    leaves,
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from("+-×÷"), inner)
        | inner.map("绝对值({})".format)
        | st.builds("{}({}, {})".format, st.sampled_from(["最大", "最小"]), inner, inner)
    ),
    max_leaves=8,
)
numbers = st.fractions(0, 50, max_denominator=8)


some = st.fixed_dictionaries(
    {"支出": numbers, "预算": numbers, "增减额": st.fractions(-50, 50), "满意度": st.fractions(0, 1)}
)


@given(formulas, some)
def test_every_value_lies_in_the_range(text: str, values: dict[str, Fraction]) -> None:
    tree = parse_formula(text, ITEMS)
    value = calculate(tree, values)
    assert set(names(tree)) <= set(values)
    assert isinstance(value, Undefined) or not value_range(tree, ITEMS).excludes(value)
