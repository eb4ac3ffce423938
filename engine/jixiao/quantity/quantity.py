"""A quantity: an exact number with its unit, as a document printed it."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.quantity.number import NumberError, fold_width, parse_number, whole_text
from jixiao.quantity.unit import PLAIN, Unit, UnitError, find_unit

_EXPONENT = re.compile(r"[eE][-+]?\d")
_SPLIT = re.compile(r"\s*([-+]?[\d.,]+)\s*(.*?)\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number in its printed unit, with the decimals it was printed with."""

    value: Fraction
    unit: Unit = PLAIN
    decimals: int = 0

    base: Fraction = field(init=False, compare=False, repr=False)
    """The value in base units (元, 平方米, plain ratio …)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", self.value * self.unit.factor)

    def __str__(self) -> str:
        number = printed(self.value, self.decimals)
        gap = "" if self.unit.name in ("", "%", "‰") else " "
        return f"{number}{gap}{self.unit.name}"


def printed(value: Fraction, decimals: int) -> str:
    """Write a value with that many decimals, rounded half up where it has more."""
    size, denominator = abs(value.numerator) * 10**decimals, value.denominator
    digits = whole_text((2 * size + denominator) // (2 * denominator)).rjust(decimals + 1, "0")
    body = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{body}" if value < 0 else body


def parse_quantity(text: str, unit: str | None = None) -> Quantity:
    """Read “93.38%”, “69.94 万元”, or a bare number whose unit is given apart.

    Raises NumberError or UnitError; a unit in the text must agree with `unit`.
    """
    split = _SPLIT.fullmatch(fold_width(text))
    if split is None or _EXPONENT.match(split[2]):
        raise NumberError(f"“{text}”不是可以精确读取的数字，请写成 225.18 这样的十进制数")
    number = parse_number(split[1])
    written = find_unit(split[2])
    if unit is None:
        return Quantity(number.value, written, number.decimals)
    given = find_unit(unit)
    if split[2] and written != given:
        raise UnitError(f"“{text}”里的单位与“{unit}”不一致")
    return Quantity(number.value, given, number.decimals)
