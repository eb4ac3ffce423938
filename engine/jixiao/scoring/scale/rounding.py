"""口径 得分小数位 and 舍入: how a score is rounded, the one place where it is."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.ruleset import Readings
from jixiao.quantity import round_to
from jixiao.scoring.scale.readings import Reading


def rounding_of(readings: Readings) -> str:
    """Give how scores are rounded, as 口径 names it."""
    return readings.get(Reading.ROUNDING, "四舍五入")


def rounded(score: Fraction, points: Fraction, readings: Readings) -> Fraction:
    """Round a score as 口径 says, never above full marks; exact where 口径 has no decimals."""
    places = readings.get(Reading.DECIMALS)
    return score if places is None else min(round_to(score, int(places), rounding_of(readings)), points)
