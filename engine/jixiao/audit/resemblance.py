"""What a wrong number looks like: a mistaken unit, a lost decimal point, digits changed round."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jixiao.model.coded import Coded
from jixiao.quantity import Quantity, find_unit, whole_text


class Resemblance(Coded):
    """What one number seems to have become the other by, the likeliest first."""

    UNIT = "unit", "单位"
    POINT = "point", "小数点"
    SWAPPED = "swapped", "换位"
    SIGN = "sign", "正负号"
    DIGIT = "digit", "一位之差"


WORDS: Mapping[Resemblance, str] = MappingProxyType(
    {
        Resemblance.UNIT: "相差正好一万倍，像是把元和万元写错了",
        Resemblance.POINT: "数字相同而小数点位置不同，像是点错了小数点",
        Resemblance.SWAPPED: "相邻两位数字对调，像是抄写时颠倒了",
        Resemblance.SIGN: "只差正负号",
        Resemblance.DIGIT: "只有一位数字不同，可能抄错了一位",
    }
)
"""What to tell people of each."""

_MONEY = find_unit("元").dimension
_UNIT_SLIP = 10_000
_POINT_SLIPS = (10, 100, 1_000)


def resemblance(one: Quantity, other: Quantity) -> Resemblance | None:
    """Tell what would turn one number into the other; None where nothing suggests itself."""
    low, high = sorted((abs(one.base), abs(other.base)))
    if low == high:
        return Resemblance.SIGN if one.base != other.base else None
    if (one.base < 0) != (other.base < 0):
        return None
    if low and high == low * _UNIT_SLIP and one.unit.dimension == _MONEY:
        return Resemblance.UNIT
    if low and any(high == low * slip for slip in _POINT_SLIPS):
        return Resemblance.POINT
    return _of_digits(*_aligned(one, other))


def _aligned(one: Quantity, other: Quantity) -> tuple[str, str]:
    """Give both as digits of the same unit and the same number of decimals."""
    places = max(one.decimals, other.decimals)
    factor = one.unit.factor
    texts = []
    for quantity in (one, other):
        scaled = abs(quantity.base) / factor * 10**places
        texts.append(whole_text(scaled.numerator) if scaled.denominator == 1 else "")
    width = max(map(len, texts))
    return texts[0].zfill(width), texts[1].zfill(width)


def _of_digits(left: str, right: str) -> Resemblance | None:
    differing = [place for place, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 2:
        first, second = differing
        if second == first + 1 and left[first] == right[second] and left[second] == right[first]:
            return Resemblance.SWAPPED
    return Resemblance.DIGIT if len(differing) == 1 and len(left) >= MIN_DIGITS else None


MIN_DIGITS = 3
"""Numbers shorter than this differ in one digit too easily for it to mean anything."""
