"""Numbers are read exactly as they are printed, or refused."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.quantity import NumberError, PrintedNumber, fold_width, parse_number

digits = st.text("0123456789", min_size=1, max_size=14)


@given(st.sampled_from(["", "-", "+"]), digits, st.none() | digits)
def test_a_number_is_exact(sign, whole, part):
    """A printed decimal is read without rounding, and its printed decimals are counted."""
    text = f"{sign}{whole}" if part is None else f"{sign}{whole}.{part}"
    assert parse_number(text) == PrintedNumber(Fraction(text), len(part or ""))


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_thousands_commas_and_width_carry_nothing(whole, decimals):
    """1,234.50, １，２３４．５０ and 1234.50 are one number."""
    text = f"{whole:,}" + (f".{'5' * decimals}" if decimals else "")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in text)
    assert parse_number(text) == parse_number(wide) == parse_number(f" {text.replace(',', '')} ")


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused(text):
    """Whatever is not a plain decimal raises NumberError, nothing else."""
    try:
        found = parse_number(text)
    except NumberError:
        return
    assert found.decimals == len(fold_width(text).strip().partition(".")[2])


@pytest.mark.parametrize(
    "text", ["", "1e5", "NaN", "inf", "1_000", "0x10", "½", ".5", "5.", "12,34", "1,2345", "--5", "3%", "一"]
)
def test_what_is_not_a_plain_decimal_is_refused(text):
    """Exponents, infinities, broken commas and bare points are no numbers; the message shows how to write one."""
    with pytest.raises(NumberError, match=r"不是可以精确读取的数字，请写成 225\.18 这样的十进制数"):
        parse_number(text)


def test_thirty_digits_are_read_and_one_more_is_refused():
    """Numbers longer than budgets need are refused, counting digits on both sides of the point."""
    assert parse_number("1" * 30).value == int("1" * 30)
    assert parse_number(f"-{'1' * 15}.{'2' * 15}").decimals == 15
    for text in ("1" * 31, f"1.{'0' * 30}", f"{'1' * 16}.{'2' * 15}"):
        with pytest.raises(NumberError, match="数字过长（31 位），最多 30 位"):
            parse_number(text)


def test_a_very_long_text_is_refused_before_it_is_read():
    """A text of 10,000 digits costs nothing: its length alone refuses it."""
    with pytest.raises(NumberError, match=r"数字过长（121 个字符）"):
        parse_number("1" * 121)
    with pytest.raises(NumberError, match=r"数字过长（120 位）"):
        parse_number("1" * 120)


def test_minus_signs_of_every_kind():
    """Documents print − － – and - for a minus."""
    assert {parse_number(f"{sign}6.01").value for sign in "-−－–—"} == {Fraction(-601, 100)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            ("72-80", "是一个范围"),
            ("72～80", "是一个范围"),
            ("72至80分", "是一个范围"),
            ("90%-95%", "是一个范围"),
        ),
        *(("1、2、4", "写了几个数"), ("１，２", "写了几个数")),
        *(
            ("约98", "请核对原文，只写确数"),
            ("98分左右", "请核对原文，只写确数"),
            ("近100", "请核对原文，只写确数"),
        ),
        *(("1e-5", "请写成 225.18 这样"), ("1-2-3", "请写成 225.18 这样"), ("5分", "这里只写数字：5")),
    ],
)
def test_what_stands_instead_of_one_number_is_told(text, said):
    """A range, several numbers, or about so many: each is refused for what it is."""
    with pytest.raises(NumberError, match=f"不是可以精确读取的数字.*{said}"):
        parse_number(text)
