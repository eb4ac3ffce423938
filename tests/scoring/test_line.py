"""Expressions that are straight: the line gives what calculating gives, at every value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.formula import parse_formula
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.scoring.words.line import POINTS, VALUE, line_of
from shared.sentences.strategies import fractions

leaves = st.sampled_from([VALUE, POINTS, "2", "0.5", "100%", "0"])
expressions = st.recursive(
    leaves,
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from("+-×÷"), inner) | inner.map("(-{})".format)
    ),
    max_leaves=8,
)


def tree(text: str):
    return parse_formula(text, (VALUE, POINTS))


@given(expressions, fractions(), st.integers(1, 20).map(Fraction))
def test_a_line_gives_what_calculating_gives(text: str, value: Fraction, points: Fraction) -> None:
    line = line_of(tree(text), points)
    given = calculate(tree(text), {VALUE: value, POINTS: points})
    if line is not None:
        assert not isinstance(given, Undefined)
        assert given == line[0] + line[1] * value


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("分值 - (指标值 - 100%) × 2", (7, -2)),
        ("指标值 × 分值 ÷ 2", (0, Fraction(5, 2))),
        ("-(2 × 指标值)", (0, -2)),
        ("指标值 × 0 × 指标值", (0, 0)),
        ("指标值 × 指标值", None),
        ("1 ÷ 指标值", None),
        ("指标值 ÷ 0", None),
        ("最小(指标值, 1)", None),
        ("绝对值(指标值)", None),
        ("最大(1, 2) + 指标值", None),
    ],
)
def test_what_is_straight(text: str, line: tuple[Fraction, Fraction] | None) -> None:
    assert line_of(tree(text), Fraction(5)) == line
