"""Exact numbers as text: for programs (exact) and for people (rounded for display only)."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity.number import whole_text
from jixiao.quantity.quantity import printed
from jixiao.quantity.unit import Dimension

MAX_SHOWN_DECIMALS = 6
"""Display never shows more; programs get the exact value."""
APART_DECIMALS = 2
"""Fewest decimals of figures that are to be told apart."""


def finite_decimals(value: Fraction) -> int | None:
    """Give how many decimals write the value exactly, or None where none do."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def decimal_text(value: Fraction) -> str:
    """Write exactly: a decimal, or a fraction a/b only where no finite decimal exists."""
    places = finite_decimals(value)
    if places is None:
        return f"{whole_text(value.numerator)}/{whole_text(value.denominator)}"
    return printed(value, places)


def shown_text(value: Fraction, places: int = 2) -> str:
    """Write for people: at most `places` decimals, more only where rounding would mislead.

    30.004 is shown as 30.004, not as 30, since 30 may be a threshold.
    """
    return shown_of(value.numerator, value.denominator, places)


def shown_of(numerator: int, denominator: int, places: int = 2) -> str:
    """Write a whole number over another, which is above 0, as shown_text does: no fraction need be made of them."""
    whole, over = divmod(numerator, denominator)
    if not over:
        return whole_text(whole)
    scale, size = 10**places, abs(numerator)
    scaled = (2 * size * scale + denominator) // (2 * denominator)
    while scaled % scale == 0 and places < MAX_SHOWN_DECIMALS:
        places, scale = places + 1, scale * 10
        scaled = (2 * size * scale + denominator) // (2 * denominator)
    whole, part = divmod(scaled, scale)
    sign = "-" if numerator < 0 and scaled else ""
    before = f"{sign}{whole_text(whole)}"
    return f"{before}.{part:0{places}}".rstrip("0") if part else before


def percent_text(value: Fraction) -> str:
    """Write a ratio as a percentage for people: 0.310596… is 31.06%."""
    return f"{hundredfold_text(value)}%"


def percent_of(above: int, below: int) -> str:
    """Write a whole number over another, which is above 0, as a percentage for people."""
    return f"{shown_of(100 * above, below)}%"


def hundredfold_text(value: Fraction) -> str:
    """Write a hundred times a value for people: a ratio in percent or percentage points."""
    return hundredfold_of(value.numerator, value.denominator)


def hundredfold_of(above: int, below: int) -> str:
    """Write a hundred times a whole number over another, which is above 0, for people."""
    return shown_of(100 * above, below)


def points_text(value: Fraction) -> str:
    """Write points for people, to two decimals."""
    return shown_of(*value.as_integer_ratio())


def points_apart(*values: Fraction) -> tuple[str, ...]:
    """Write several figures with as many decimals as it takes to tell them apart.

    A claim of 91.774 against 91.77 must not read as “91.77 高于 91.77”.
    """
    for places in range(APART_DECIMALS, MAX_SHOWN_DECIMALS):
        shown = tuple(shown_text(value, places) for value in values)
        if len(set(shown)) == len(set(values)):
            return shown
    return tuple(shown_text(value, MAX_SHOWN_DECIMALS) for value in values)


def value_text(value: Fraction, dimension: Dimension) -> str:
    """Write an indicator's value for people: a ratio as a percentage, else with its unit."""
    if dimension.is_ratio:
        return percent_text(value)
    return f"{shown_text(value)}{dimension}"
