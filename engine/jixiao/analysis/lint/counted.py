"""Sentences that speak of whole numbers, and stretches on which none lies."""

from __future__ import annotations

import math

from jixiao.curve.stretch import Stretch
from jixiao.quantity import PLAIN, Unit
from jixiao.scoring.sentence.measure import is_whole

_MOSTLY_WHOLE = ("天", "工作日", "个月", "年", "岁")
"""Units that are counted whole in tables, though halves exist; taken as whole here."""


def is_counted(unit: Unit) -> bool:
    """Whether a sentence in this unit speaks of whole numbers."""
    return unit != PLAIN and (is_whole(unit) or unit.name in _MOSTLY_WHOLE)


def occurs(stretch: Stretch[object], unit: Unit) -> bool:
    """Whether a value of the unit can lie there: no whole number lies between 3次 and 4次."""
    if not is_counted(unit) or stretch.low is None or stretch.high is None:
        return True
    low, high = stretch.low / unit.factor, stretch.high / unit.factor
    first = math.ceil(low) if stretch.low_included else math.floor(low) + 1
    last = math.floor(high) if stretch.high_included else math.ceil(high) - 1
    return first <= last
