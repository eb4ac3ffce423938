"""A number as written beside the exact one that came out."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity import decimal_text, parse_number, parse_quantity, round_to, shown_text
from jixiao.quantity.quantity import printed

MIN_DECIMALS = 2
"""Fewest decimals that a number without end is compared and written with."""
SHOWN_DECIMALS = 6
"""Decimals shown of a number without end."""


def agrees(written: str, value: Fraction | None) -> bool:
    """Whether a number is the one written; one without end, to the decimals written and at least two."""
    if value is None:
        return False
    number = parse_number(written)
    if is_endless(value):
        return round_to(value, max(number.decimals, MIN_DECIMALS)) == number.value
    return value == number.value


def rewritten(written: str, value: Fraction) -> str:
    """Give the text that would agree with the value."""
    if not is_endless(value):
        return decimal_text(value)
    places = max(parse_number(written).decimals, MIN_DECIMALS)
    return printed(round_to(value, places), places)


def shown(value: Fraction | None) -> str:
    """Write a number for people: exactly where that is possible."""
    if value is None:
        return "没有"
    return shown_text(value, SHOWN_DECIMALS) if is_endless(value) else decimal_text(value)


def span(low: Fraction, high: Fraction) -> str:
    """Write a score or a range of scores."""
    return shown(low) if low == high else f"{shown(low)}至{shown(high)}"


def is_endless(value: Fraction) -> bool:
    """Whether no decimal writes the value exactly."""
    return "/" in decimal_text(value)


def value_agrees(written: str, value: Fraction | None) -> bool:
    """Whether an indicator's value is the one written, to the decimals that it is written with."""
    quantity = parse_quantity(written)
    if value is None:
        return False
    return round_to(value / quantity.unit.factor, quantity.decimals) == quantity.value


def value_rewritten(written: str, value: Fraction) -> str:
    """Write an indicator's value in the unit and to the decimals of what is written."""
    quantity = parse_quantity(written)
    number = printed(round_to(value / quantity.unit.factor, quantity.decimals), quantity.decimals)
    return f"{number}{quantity.unit.name}"
