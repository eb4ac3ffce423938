"""Values and distances as people read them, in the unit that the sentence uses."""

from __future__ import annotations

from fractions import Fraction

from jixiao.quantity import PLAIN, Unit, percent_text, shown_text


def value_text(value: Fraction, unit: Unit | None) -> str:
    """Write a value in base units as the sentence would: a ratio as a percentage."""
    if unit is None or (unit == PLAIN):
        return shown_text(value)
    if unit.name in ("%", "个百分点", "‰"):
        return percent_text(value)
    return f"{shown_text(value / unit.factor)}{unit.name}"


def gap_text(value: Fraction, unit: Unit) -> str:
    """Write a distance between two values: percentage points for a ratio."""
    if unit.dimension.is_ratio:
        return f"{shown_text(value * 100)}个百分点"
    return f"{shown_text(value / unit.factor)}{unit.name}"
