"""Chinese numerals, as tables write them: 一个百分点, 两分, 零点五分."""

import re
from fractions import Fraction

import pytest
from hypothesis import given

from jixiao.quantity import NUMERAL, parse_numeral
from shared.sentences.strategies import decimals
from shared.sentences.wording import chinese


@given(decimals(0, 999, 3))
def test_numerals_are_read_exactly(number):
    """Every number up to 999, decimals included, is read as it is written."""
    text = chinese(number)
    assert re.fullmatch(NUMERAL, text)
    assert parse_numeral(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("三千二百", "3200"),
        ("九千九百九十九", "9999"),
        ("零点五", "0.5"),
        ("〇", "0"),
        ("二〇二二", "2022"),
        ("十点二五", "10.25"),
    ],
)
def test_spellings(text, number):
    """两 is 2, 十 alone is 10, digits may stand side by side as in a year."""
    assert parse_numeral(text) == Fraction(number)


@pytest.mark.parametrize("text", ["万", "一点", "点五", "半", "3", ""])
def test_what_is_no_numeral(text):
    """Ten thousand and more, halves and broken decimals are not numerals of this language."""
    assert not re.fullmatch(NUMERAL, text)
