"""A quantity: an exact number with its unit, as a document printed it."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.quantity.number import PrintedNumber, fold_width, not_exact, parse_number, whole_text
from jixiao.quantity.unit import PLAIN, Dimension, Unit, UnitError, find_unit

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
    ratio: tuple[int, int] = field(init=False, compare=False, repr=False)
    """The value in base units as a whole number over another, in lowest terms, for whoever reckons often."""
    text: str = field(init=False, compare=False, repr=False)
    """The quantity as it was printed."""
    unsure: float = field(init=False, compare=False, repr=False)
    """A little more than half a unit of its last decimal, in base units; 0 of what is exact as it stands.

    A float: it only rules out what need not be looked at exactly.
    """

    def __post_init__(self) -> None:
        base = self.value * self.unit.factor
        gap = "" if self.unit.name in ("", "%", "‰") else " "
        object.__setattr__(self, "base", base)
        object.__setattr__(self, "ratio", base.as_integer_ratio())
        object.__setattr__(self, "text", f"{printed(self.value, self.decimals)}{gap}{self.unit.name}")
        object.__setattr__(
            self, "unsure", _unsure(self.unit.factor, self.decimals) if self.is_rounded else 0.0
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_rounded(self) -> bool:
        """Whether it may be a little more or less than it says: 99.97 万元 is measured, 100 万元 is set.

        Money is paid to the cent: 99.97 元 is just that.
        """
        return bool(self.decimals) and not is_to_the_cent(self.unit, self.decimals)


CENT = Fraction(1, 100)
_MONEY = Dimension((("元", 1),))


def is_to_the_cent(unit: Unit, decimals: int) -> bool:
    """Whether so many decimals of a unit tell money to the cent, below which there is none."""
    return unit.dimension == _MONEY and unit.factor <= CENT * 10**decimals


def _unsure(factor: Fraction, decimals: int) -> float:
    below: int = factor.denominator * 10**decimals
    return 0.501 * factor.numerator / below


def printed(value: Fraction, decimals: int) -> str:
    """Write a value with that many decimals, rounded half up where it has more."""
    numerator, denominator = value.as_integer_ratio()
    size = abs(numerator) * 10**decimals
    digits = whole_text((2 * size + denominator) // (2 * denominator)).rjust(decimals + 1, "0")
    body = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{body}" if numerator < 0 else body


def parse_quantity(text: str, unit: str | None = None) -> Quantity:
    """Read “93.38%”, “69.94 万元”, or a bare number whose unit is given apart.

    Raises NumberError or UnitError; a unit in the text must agree with `unit`.
    """
    number, name = split_quantity(text)
    written = find_unit(name)
    if unit is None:
        return Quantity(number.value, written, number.decimals)
    given = find_unit(unit)
    if name and written != given:
        raise UnitError(f"“{text}”里的单位与“{unit}”不一致")
    return Quantity(number.value, given, number.decimals)


def split_quantity(text: str) -> tuple[PrintedNumber, str]:
    """Give the number and the name of the unit behind it, empty where there is none; raises NumberError."""
    split = _SPLIT.fullmatch(fold_width(text))
    if split is None or _EXPONENT.match(split[2]):
        raise not_exact(text)
    return parse_number(split[1]), split[2]
