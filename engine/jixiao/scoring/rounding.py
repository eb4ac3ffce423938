"""Rounding of scores as 口径 says: the one place where a score loses decimals."""

from __future__ import annotations

from fractions import Fraction

from jixiao.model.ruleset import Readings
from jixiao.quantity import round_to

USUAL = "四舍五入"
"""How is rounded where 口径 gives decimals and no 舍入."""


def rounding_of(readings: Readings) -> str:
    """Give the way of rounding that holds: 四舍五入, 去尾, 进一 or 四舍六入五成双."""
    return readings.get("舍入", USUAL)


def rounded(score: Fraction, full: Fraction, readings: Readings) -> Fraction:
    """Round a score (points) to 得分小数位, never above full marks; as it is where 口径 is silent."""
    places = readings.get("得分小数位")
    return score if places is None else min(round_to(score, int(places), rounding_of(readings)), full)
