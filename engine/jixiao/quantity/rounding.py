"""The roundings that scoring tables name."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType


def _half_up(scaled: Fraction) -> int:
    sign = -1 if scaled < 0 else 1
    return sign * math.floor(abs(scaled) + Fraction(1, 2))


ROUNDINGS: Mapping[str, Callable[[Fraction], int]] = MappingProxyType(
    {
        "四舍五入": _half_up,
        "去尾": math.trunc,
        "进一": lambda scaled: math.ceil(scaled) if scaled >= 0 else math.floor(scaled),
        "四舍六入五成双": round,
    }
)
"""Each rounding by name: an exact number to a whole one."""


def round_to(value: Fraction, places: int, rounding: str = "四舍五入") -> Fraction:
    """Round exactly to that many decimals by the named rounding."""
    scale = 10**places
    return Fraction(ROUNDINGS[rounding](value * scale), scale)


def cut_off(value: Fraction, places: int) -> Fraction:
    """Cut a number off behind that many decimals."""
    return round_to(value, places, "去尾")


def is_printed_as(value: Fraction, printed: Fraction, places: int) -> bool:
    """Whether a printed number is a value rounded or cut off at that many decimals."""
    return printed in (round_to(value, places), cut_off(value, places))
