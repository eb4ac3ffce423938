"""Units convert, multiply and divide; unknown ones are refused with the nearest names."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.quantity import PLAIN, Dimension, UnitError, counts_alike, find_unit, unit_names

units = st.sampled_from(unit_names()).map(find_unit)
dimensions = st.builds(lambda one, other: one.dimension * other.dimension, units, units)


@given(dimensions, dimensions, dimensions)
def test_dimensions_multiply_as_numbers_do(one, other, third):
    """Order and brackets do not matter, dividing takes back multiplying, a ratio changes nothing."""
    assert one * other == other * one
    assert (one * other) * third == one * (other * third)
    assert one * other / other == one
    assert one * Dimension() == one
    assert (one / one).is_ratio


@given(units)
def test_a_unit_over_itself_is_a_ratio(unit):
    """万元 ÷ 万元 is a ratio, whatever the unit."""
    assert (unit.dimension / unit.dimension).is_ratio


@pytest.mark.parametrize(
    ("name", "base", "factor"),
    [
        ("千元", "元", 1_000), ("万元", "元", 10_000), ("百万元", "元", 1_000_000), ("亿元", "元", 100_000_000),
        ("公顷", "平方米", 10_000), ("亩", "平方米", Fraction(2000, 3)),
        ("%", "", Fraction(1, 100)), ("‰", "", Fraction(1, 1000)), ("个百分点", "", Fraction(1, 100)),
    ],
)  # fmt: skip
def test_units_of_one_dimension_convert(name, base, factor):
    """One of the larger unit is so many of the base unit."""
    assert find_unit(name).factor / find_unit(base).factor == factor
    assert find_unit(name).dimension == find_unit(base).dimension


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("㎡", "平方米"),
        ("m²", "平方米"),
        ("％", "%"),
        ("百分点", "个百分点"),
        ("比率", ""),
        (" 万元 ", "万元"),
    ],
)
def test_other_spellings(spelling, name):
    """Documents write ㎡ for 平方米 and ％ for %."""
    assert find_unit(spelling) == find_unit(name)


def test_counts_of_different_things_do_not_mix():
    """Three people and three days are no six of anything."""
    assert find_unit("人").dimension != find_unit("天").dimension
    assert find_unit("人").factor == 1


def test_dimensions_are_written_for_people():
    """A message names what does not fit: 元, 比率, 元·人^-1."""
    money, people = find_unit("万元").dimension, find_unit("人").dimension
    assert (str(money), str(PLAIN.dimension), str(money / people)) == ("元", "比率", "人^-1·元")


def test_an_unknown_unit_names_the_nearest():
    """A misspelt unit is refused with what it may have meant."""
    with pytest.raises(UnitError, match=r"不认识的单位“万”，是否为.*“万元”"):
        find_unit("万")


def test_an_unlike_unit_lists_all():
    """Where nothing is near, all units are listed."""
    with pytest.raises(UnitError, match=r"不认识的单位“石”，可用：.*亿元.*平方米"):
        find_unit("石")


@pytest.mark.parametrize(
    ("name", "shown", "factor"),
    [
        ("元/吨", "元/吨", 1),
        ("万元/人", "万元/人", 10_000),
        ("μg/m³", "微克/立方米", Fraction(1, 10**12)),
        ("mg/L", "毫克/升", Fraction(1, 10**6)),
    ],
)
def test_one_unit_by_another(name, shown, factor):
    """Its dimension is that of a quotient, so that two of them compare."""
    unit = find_unit(name)
    assert (unit.name, unit.factor) == (shown, factor)
    assert not unit.dimension.is_ratio


@pytest.mark.parametrize("name", ["元/", "/吨", "元/吨/天", "元/甲", "%/吨/"])
def test_what_is_no_unit_by_another(name):
    """Both must be units."""
    with pytest.raises(UnitError):
        find_unit(name)


@pytest.mark.parametrize("name", ["米", "平方米", "立方米", "吨", "千瓦时", "分贝", "元"])
def test_what_is_measured_is_not_counted(name: str) -> None:
    """100 立方米 are not a hundred of anything."""
    assert not counts_alike(find_unit(name), find_unit("个"))
