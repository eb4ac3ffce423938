"""The four roundings that tables name, compared with Python's decimal module."""

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, strategies as st

from jixiao.quantity import ROUNDINGS, round_to

SAME = {
    "四舍五入": decimal.ROUND_HALF_UP,
    "去尾": decimal.ROUND_DOWN,
    "进一": decimal.ROUND_UP,
    "四舍六入五成双": decimal.ROUND_HALF_EVEN,
}


@given(st.sampled_from(sorted(SAME)), st.decimals(-1000, 1000, places=5), st.integers(0, 4))
@example("四舍五入", Decimal("0.125"), 2)
@example("四舍六入五成双", Decimal("0.125"), 2)
@example("四舍六入五成双", Decimal("0.135"), 2)
@example("四舍五入", Decimal("-0.125"), 2)
@example("进一", Decimal("-0.121"), 2)
@example("去尾", Decimal("-0.129"), 2)
def test_rounding_agrees_with_decimal(rounding, number, places):
    """Every rounding is what the decimal module calls by its English name, of negative numbers too."""
    expected = number.quantize(Decimal(1).scaleb(-places), SAME[rounding])
    assert round_to(Fraction(number), places, rounding) == Fraction(expected)


@given(st.sampled_from(sorted(SAME)), st.fractions(-100, 100), st.integers(0, 4))
def test_a_rounded_number_stays(rounding, number, places):
    """Rounding twice is rounding once, and moves a number by less than one of the last place."""
    once = round_to(number, places, rounding)
    assert round_to(once, places, rounding) == once
    assert abs(once - number) < Fraction(1, 10**places)


def test_all_roundings_of_the_language_are_there():
    """The names are those that 口径 may give; 四舍五入 is meant where none is given."""
    assert set(ROUNDINGS) == set(SAME)
    assert round_to(Fraction("2.675"), 2) == Fraction("2.68")


def test_an_unknown_rounding_is_no_rounding():
    """A name that is not listed is an error of the program, not a guess."""
    with pytest.raises(KeyError):
        round_to(Fraction(1), 0, "随意")
