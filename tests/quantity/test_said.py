"""A figure is read as reports say it of a thing whose own unit is known; different things never mix."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.quantity import NumberError, UnitError, find_unit, parse_said, unit_said

MONEY = ["元", "百元", "千元", "万元", "十万元", "百万元", "千万元", "亿元"]
amounts = st.decimals(0, 10**9, places=2).map(lambda number: f"{number:.2f}")


@pytest.mark.parametrize(
    ("text", "unit", "own", "base"),
    [
        ("225.18", "万", "万元", 2_251_800), ("225.18万", None, "万元", 2_251_800), ("3", "亿", "万元", 300_000_000),
        ("3万", "元", "万元", 30_000), ("3万", "万元", "万元", 30_000), ("3", "万", "人", 30_000), ("3", "万名", "人", 30_000),
        ("2", "万", "亩", Fraction(40_000_000, 3)), ("5", "万", "人次", 50_000), ("1.2", "万", "万亩", 8_000_000),
        ("19", "名", "人", 19), ("19", "个", "人", 19), ("19个", None, "人", 19), ("300", "人", "人次", 300),
        ("3", "台", "辆", 3), ("3", "部", "辆", 3), ("3", "台（套）", "台", 3), ("3", "台套", "辆", 3), ("3台（套）", None, "台", 3),
        ("5", "批次", "批", 5), ("5", "次", "批", 5), ("3", "家", "个", 3), ("3", "项", "件", 3),
        ("7.50.", "万元", "万元", 75_000), ("7.50。", "万元", "万元", 75_000), ("7.50万元。", None, "万元", 75_000),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_it_is_said(text, unit, own, base):
    """万 goes by the item's own unit, and measure words for one thing are alike."""
    own = find_unit(own)
    quantity = parse_said(text, unit, own)
    assert (quantity.base, quantity.unit.dimension) == (base, own.dimension)


@pytest.mark.parametrize("text", ["0", "0.00", "无", "—", "－", "——", "未发生", "没有"])
@pytest.mark.parametrize("own", ["万元", "辆", "人次"])
def test_nothing_is_zero_in_the_unit_of_the_thing(text, own):
    """A dash in a column of money is no money, and 0 of anything needs no unit."""
    quantity = parse_said(text, None, find_unit(own))
    assert (quantity.value, quantity.unit) == (0, find_unit(own))


@pytest.mark.parametrize("text", ["无", "—", "未发生"])
def test_no_rate_is_not_a_rate_of_nothing(text):
    """A dash beside a rate says that there is none, as where last year's figure is 0."""
    with pytest.raises(NumberError, match="0%"):
        parse_said(text, None, find_unit("%"))


@pytest.mark.parametrize(
    ("word", "own"),
    [("人", "辆"), ("人次", "人"), ("名", "辆"), ("个", "人次"), ("辆", "人"), ("批", "人次"), ("家", "项")],
)
def test_different_things_never_mix(word, own):
    """人 for 辆 keeps its own dimension, so that whoever asks finds that it does not fit."""
    own = find_unit(own)
    assert find_unit_or_none(word, own) != own.dimension


def find_unit_or_none(word, own):
    """Give the dimension that a word has for a thing."""
    return unit_said(word, own).dimension


@pytest.mark.parametrize(("unit", "own"), [("万", "%"), ("亿", "元/吨"), ("万圆", "万元")])
def test_what_can_not_be_multiplied_is_refused(unit, own):
    """There is no 万 of a rate."""
    with pytest.raises(UnitError):
        parse_said("3", unit, find_unit(own))


@pytest.mark.parametrize(
    ("text", "unit"), [("3万", "亿元"), ("3万", "千元"), ("3元", "万元"), ("3人", "万元")]
)
def test_two_units_that_contradict_each_other_are_refused(text, unit):
    """3万 under 亿元 may be either; it is not guessed."""
    with pytest.raises(UnitError, match="不一致"):
        parse_said(text, unit, find_unit("万元"))


@pytest.mark.parametrize("text", ["7.50..", "7..5", "无元", "-", "1e3"])
def test_what_is_no_figure_is_refused(text):
    """One full stop ends a sentence; a dash is nothing, and only where the thing is known."""
    with pytest.raises((NumberError, UnitError)):
        parse_said(text, None, find_unit("万元") if text != "-" else None)


@given(amounts, st.sampled_from(MONEY), st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_units_scale_out(text, unit, other, own):
    """An amount said in another unit is the same amount, whatever the item's own unit."""
    ratio = find_unit(unit).factor / find_unit(other).factor
    own = find_unit(own)
    said = parse_said(text, unit, own)
    again = Fraction(Decimal(text)) * ratio
    assert said.base == again * find_unit(other).factor == parse_said(f"{text}{unit}", None, own).base
    word = unit.removesuffix("元")
    assert not word or parse_said(text, word, own) == said
