"""Values and distances as people read them, in the unit that the sentence uses."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.standard import Amount
from jixiao.quantity import (
    PLAIN,
    RANK,
    Unit,
    decimal_text,
    find_unit,
    hundredfold_of,
    percent_text,
    shown_of,
    shown_text,
)

PERCENT = find_unit("%")


def value_text(value: Fraction, unit: Unit | None) -> str:
    """Write a value in base units as the sentence would: a ratio as a percentage."""
    if unit is None or (unit == PLAIN):
        return shown_text(value)
    if unit.name in ("%", "个百分点", "‰"):
        return percent_text(value)
    return f"{shown_text(value / unit.factor)}{unit.name}"


def gap_text(value: Fraction, unit: Unit) -> str:
    """Write a distance between two values: percentage points for a ratio."""
    return gap_of(value.numerator, value.denominator, unit)


def gap_of(above: int, below: int, unit: Unit) -> str:
    """Write the distance that a whole number over another is, like gap_text."""
    if unit.dimension.is_ratio:
        return f"{hundredfold_of(above, below)}个百分点"
    times, per = unit.factor.as_integer_ratio()
    return f"{shown_of(above * per, below * times)}{unit.name}"


def amount_text(amount: Amount) -> str:
    """Write an amount as a sentence holds it, exactly."""
    if amount.unit == RANK:
        return f"第{step_text(amount)}"
    return step_text(amount)


def step_text(amount: Amount) -> str:
    """Write the amount of a step, exactly: of places in an order 2名, which is no 第2名; 3分之2 where no decimal says it."""
    exact = decimal_text(amount.value)
    if "/" in exact and amount.unit.name == "%":
        above, below = (amount.value / 100).as_integer_ratio()
        return f"{below}分之{above}"
    return f"{exact}{amount.unit.name}"


def earning_text(points: Fraction, full: Fraction, verb: str = "得") -> str:
    """Write exactly what is earned: 得1.5分, or 得分值的1/3 where no decimal says it; 不得分，倒扣2分."""
    return less_text(points) if points < 0 else f"{verb}{_points_or_share(points, full)}"


def less_text(left: Fraction) -> str:
    """Write that nothing is left, or less: 不得分，倒扣2分."""
    return f"不得分，倒扣{decimal_text(-left)}分" if left < 0 else "不得分"


def costing_text(points: Fraction, full: Fraction) -> str:
    """Write exactly what is lost: 扣0.5分, or 扣分值的1/3 where no decimal says it."""
    return f"扣{_points_or_share(points, full)}"


def adding_text(points: Fraction, full: Fraction) -> str:
    """Write exactly what is added: 加0.5分, or 加分值的1/3 where no decimal says it."""
    return f"加{_points_or_share(points, full)}"


def _points_or_share(points: Fraction, full: Fraction) -> str:
    exact = decimal_text(points)
    return f"{exact}分" if "/" not in exact else f"分值的{decimal_text(points / full)}"
