"""Numbers as they are printed: exact value, and how many decimals were shown."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from jixiao.dataclass import dataclass

MAX_DIGITS = 30
"""Longest number read. Stops numbers that only make arithmetic slow; budgets need 15."""

_SHAPE = re.compile(r"(?P<sign>[-+]?)(?P<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?P<part>\d+))?")
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTH.update({0x3000: 0x20, 0x2212: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0xFF65: 0x2E, 0x00A0: 0x20})


_RANGE = re.compile(r"[-+]?[\d.,]+[^\dA-Za-z]{0,3}?[-~至到]{1,2}\s*[\d.,]+[^\dA-Za-z]{0,3}")
_SEVERAL = re.compile(r"[\d.]+(?:\s*[、；;，]\s*[\d.]+)+")
_VAGUE = re.compile(r"[约近](?=.?\d)|超过|不足|左右|\d[多余]")


class NumberError(ValueError):
    """The text is not a number that can be read exactly; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """An exact number and the number of decimals it was printed with."""

    value: Fraction
    decimals: int


def fold_width(text: str) -> str:
    """Give the half-width form of full-width digits, letters and signs, one for one."""
    return text if text.isascii() else text.translate(_WIDTH)


def whole_text(number: int) -> str:
    """Write a whole number, however long.

    Python itself refuses numbers of more than 4,300 digits, since it would take quadratic time; Decimal does not.
    """
    try:
        return str(number)
    except ValueError:
        return str(Decimal(number))


def not_exact(text: str) -> NumberError:
    """Give the error for a text that is no number that can be read exactly."""
    folded = fold_width(text).strip()
    if _RANGE.fullmatch(folded):
        return NumberError(f"“{text}”不是可以精确读取的数字，是一个范围，这里只能写一个数")
    if _SEVERAL.fullmatch(text.strip()):
        return NumberError(f"“{text}”不是可以精确读取的数字，写了几个数，这里只能写一个")
    if _VAGUE.search(folded):
        return NumberError(f"“{text}”不是可以精确读取的数字，请核对原文，只写确数")
    bare = re.match(r"[-+]?[\d,]*\.?\d+(?=[^\d.,%‰eE\s]+$)", folded)
    if bare is not None:
        return NumberError(f"“{text}”不是可以精确读取的数字，这里只写数字：{bare[0]}")
    return NumberError(f"“{text}”不是可以精确读取的数字，请写成 225.18 这样的十进制数")


def parse_number(text: str) -> PrintedNumber:
    """Read one printed number, in either width, with or without thousands commas.

    Raises NumberError for anything else: exponents, NaN, infinity, over-long digits.
    """
    folded = fold_width(text).strip()
    if len(folded) > 4 * MAX_DIGITS:
        raise NumberError(f"数字过长（{len(folded)} 个字符），最多 {MAX_DIGITS} 位数字")
    shape = _SHAPE.fullmatch(folded)
    if shape is None:
        raise not_exact(text)
    whole = shape["whole"].replace(",", "")
    part = shape["part"] or ""
    if len(whole) + len(part) > MAX_DIGITS:
        raise NumberError(f"数字过长（{len(whole) + len(part)} 位），最多 {MAX_DIGITS} 位")
    value = Fraction(int(whole + part), 10 ** len(part))
    return PrintedNumber(-value if shape["sign"] == "-" else value, len(part))
