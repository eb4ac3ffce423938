"""Numbers and comparisons of a sentence: words in, amounts and interval ends out."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.standard.tree import Amount, End
from jixiao.quantity import (
    NUMERAL,
    PLAIN,
    RANK,
    NumberError,
    UnitError,
    find_unit,
    parse_number,
    parse_numeral,
)

_AMOUNT = re.compile(rf"(?P<percent>百分之)?(?P<number>-?[\d.]+|{NUMERAL})(?P<unit>.*)")
_BESIDES = re.compile(r"\(.*\)$")
"""Another word for the unit in brackets: 4个（次）."""
_COUNTED = {
    "日": "天",
    "工作日": "工作日",
    "个工作日": "工作日",
    "百分点": "个百分点",
    "㎡": "平方米",
    "条": "条",
    "笔": "个",
}
_PLACES = ("位", "位次", "个位次", "名次", "个名次")
"""Units of places in an order besides 名, which also counts people."""
CAPS_DIFFER = "“超过…按…计”里的两个数应当相同"
"""What is wrong with a cap that is said twice, each time otherwise."""
CAP_WORDED = "“超过…按…计”里应是两个用数字写的数，如“超过100%的，按100%计算”"
"""What is wrong with a cap whose numbers are words, or more than two."""


def read_amount(text: str, position: int) -> Amount:
    """Read “10%”, “一个百分点”, “百分之十”, “3次”, “第3名”; raises LanguageError at `position`."""
    if (part := _part(text)) is not None:
        return Amount(part * 100, find_unit("%"))
    shape = _AMOUNT.fullmatch(text.removeprefix("第"))
    if shape is None:
        raise LanguageError(f"“{text}”不是数字", position, len(text))
    value = _value(shape["number"], position)
    if shape["percent"]:
        return Amount(value, find_unit("%"))
    unit = _BESIDES.sub("", shape["unit"])
    if text.startswith("第") or unit in _PLACES:
        return Amount(value, RANK)
    try:
        return Amount(value, find_unit(_COUNTED.get(unit, unit)))
    except UnitError as error:
        raise LanguageError(str(error), position, len(text)) from None


def _part(text: str) -> Fraction | None:
    """Give a share in words: 一半, 八成, 三分之二."""
    if text in ("一半", "半数"):
        return Fraction(1, 2)
    if found := re.fullmatch(rf"({NUMERAL})成", text):
        return parse_numeral(found[1]) / 10
    found = None if text.startswith("百分之") else re.fullmatch(rf"({NUMERAL}|\d+)分之({NUMERAL}|\d+)", text)
    if found is None:
        return None
    below, above = (Fraction(one) if one.isdigit() else parse_numeral(one) for one in found.groups())
    return above / below if below else None


def read_fraction(text: str, position: int) -> Fraction:
    """Read the part in “得分值的50%”, “扣1/3权重分”, “一半”; raises LanguageError."""
    if "一半" in text:
        return Fraction(1, 2)
    if found := re.search(rf"({NUMERAL})分之({NUMERAL})", text):
        below = Fraction(100) if found[1] == "百" else parse_numeral(found[1])
        return _share(parse_numeral(found[2]), below, text, position)
    if found := re.search(r"(\d+)/(\d+)", text):
        return _share(Fraction(found[1]), Fraction(found[2]), text, position)
    found = re.search(r"[\d.]+(?=%)", text)
    return _value(found[0], position) / 100 if found else Fraction(1)


def _share(above: Fraction, below: Fraction, text: str, position: int) -> Fraction:
    if below == 0:
        raise LanguageError(f"“{text}”里分母为零", position, len(text))
    return above / below


def read_points(text: str, position: int) -> Fraction:
    """Read “0.5分” or “两分” into points; raises LanguageError at `position`."""
    return _value(text.removesuffix("分"), position)


def _value(text: str, position: int) -> Fraction:
    if re.fullmatch(NUMERAL, text):
        return parse_numeral(text)
    try:
        return parse_number(text).value
    except NumberError as error:
        raise LanguageError(str(error), position, len(text)) from None


def share_units(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give both ends the unit that only one was written with: 10-20% is 10% to 20%."""
    if low.unit == high.unit or (low.unit != PLAIN and high.unit != PLAIN):
        return low, high
    unit = low.unit if high.unit == PLAIN else high.unit
    return Amount(low.value, unit), Amount(high.value, unit)


def ends_of(operator: str, amount: Amount, by_statute: bool = False) -> tuple[End | None, End | None]:
    """Give the low and high end of the values that compare so with the amount.

    `by_statute`: said by 以上 or 以下, not in so many words; 以外 leaves its number out anyway.
    """
    by_statute = by_statute and operator in ("≤", "≥")
    end = End(amount, operator in ("≤", "≥", "="), outright=not by_statute, by_statute=by_statute)
    return (end if operator in (">", "≥", "=") else None, end if operator in ("<", "≤", "=") else None)
