"""A quantity is a number in the unit that it was printed with."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.quantity import NumberError, Quantity, UnitError, find_unit, parse_quantity, unit_names
from shared.sentences.strategies import decimals
from shared.sentences.wording import decimal

printed_numbers = decimals(-10_000, 10_000, 3)


@given(printed_numbers, st.sampled_from(unit_names()), st.booleans())
def test_unit_may_stand_in_the_text_or_apart(number, unit, spaced):
    """“69.94 万元”, “69.94万元” and 69.94 with 单位: 万元 are one quantity."""
    text = decimal(number)
    apart = parse_quantity(text, unit)
    assert (
        apart == parse_quantity(f"{text}{' ' if spaced else ''}{unit}") == parse_quantity(text + unit, unit)
    )
    assert apart.value == number
    assert apart.unit == find_unit(unit)


@given(printed_numbers, st.sampled_from(unit_names()))
def test_base_is_the_value_in_base_units(number, unit):
    """万元 counts 元, % counts hundredths; base units count themselves."""
    assert parse_quantity(decimal(number), unit).base == number * find_unit(unit).factor


@given(st.integers(-(10**6), 10**6), st.sampled_from(["", *unit_names()]), st.integers(0, 3))
def test_what_is_shown_reads_back_with_its_decimals(number, unit, places):
    """A quantity is shown with the decimals it was printed with: 78.00 万元, not 78 万元."""
    found = parse_quantity(str(Decimal(number).scaleb(-places)), unit)
    assert found.decimals == places
    assert parse_quantity(str(found)) == found


def test_a_bare_number_is_a_plain_ratio():
    """0.95 without a unit is a ratio, as 95% is."""
    assert parse_quantity("0.95").base == parse_quantity("95%").base == parse_quantity("950‰").base
    assert str(parse_quantity("0.95")) == "0.95"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("225.180 万元", "225.180 万元"), ("31.06％", "31.06%"), ("５个百分点", "5 个百分点"), ("-7‰", "-7‰")],
)
def test_shown_with_a_gap_before_words_but_not_before_signs(text, shown):
    """People read 31.06% and 225.18 万元."""
    assert str(parse_quantity(text)) == shown


def test_shown_rounds_only_what_has_more_decimals_than_were_printed():
    """A sum in another unit keeps its exact value; only what is shown is cut to its decimals."""
    third = Quantity(Fraction(1, 3), find_unit("万元"), 2)
    assert str(third) == "0.33 万元"
    assert str(Quantity(Fraction(-1, 200), find_unit("元"), 2)) == "-0.01 元"
    assert third.base == Fraction(10_000, 3)


def test_two_units_that_differ_are_refused():
    """69.94元 with 单位: 万元 is refused rather than guessed; ％ and % are the same unit."""
    with pytest.raises(UnitError, match=r"“69\.94元”里的单位与“万元”不一致"):
        parse_quantity("69.94元", "万元")
    assert parse_quantity("5％", "%") == parse_quantity("5", "％")


@pytest.mark.parametrize("text", ["", "万元", "1e5元", "1E-5", "约5万元"])
def test_what_is_no_number_with_a_unit_is_refused(text):
    """A quantity begins with a plain decimal."""
    with pytest.raises(NumberError, match="不是可以精确读取的数字"):
        parse_quantity(text)
