"""Chinese numerals as tables use them: 一个百分点, 零点五分, 百分之十."""

from __future__ import annotations

from fractions import Fraction

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"[零〇一二两三四五六七八九十百千]{1,12}(?:点[零〇一二三四五六七八九]{1,12})?"
"""Pattern of a numeral below ten thousand, with decimals after 点. Longer ones are none: they would only be tried anew at each sign."""


def parse_numeral(text: str) -> Fraction:
    """Read a Chinese numeral exactly; INVARIANT: the text matches NUMERAL."""
    whole, _, part = text.partition("点")
    value = Fraction(_whole(whole))
    for place, digit in enumerate(part, start=1):
        value += Fraction(_DIGITS[digit], 10**place)
    return value


def _whole(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        if sign in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[sign], 0
        else:
            digit = digit * 10 + _DIGITS[sign] if digit else _DIGITS[sign]
    return total + digit
