"""Whether numbers in two units can be compared, where the units themselves say nothing of each other."""

from __future__ import annotations

from jixiao.quantity.unit import PLAIN, Unit

_GENERAL = frozenset("个 项 件 次".split())
"""Measure words for anything that is counted."""
_TIME = frozenset("天 工作日 个月 年 季度 分钟".split())
_MEASURED = _TIME | frozenset("元 米 平方米 立方米 吨 千瓦时 分贝 岁 名次".split())
"""Bases of what is measured, and not counted."""
_LESSONS = frozenset("课时 学时 分".split())
"""Bases that are counted, also by halves."""
_SAME = (frozenset({"天", "工作日"}), frozenset({"人", "人次"}))
"""Units that a table may say for one another."""


def counts_alike(one: Unit, other: Unit) -> bool:
    """Whether numbers in two units count the same: 5项 and 1个, 5个工作日 and 1天, but not 100人 and 1场, or 3天 and 1小时."""
    if PLAIN in (one, other) or one.dimension == other.dimension:
        return True
    bases = _bases(one, other)
    return bases in _SAME or (len(bases) > 1 and bool(bases & _GENERAL) and not bases & _MEASURED)


def inexact(one: Unit, other: Unit) -> bool:
    """Whether two units measure the same, but how many of one make the other is not known: 3个月 and 1天."""
    bases = _bases(one, other)
    return len(bases) > 1 and not counts_alike(one, other) and bases <= _TIME


def is_time(unit: Unit) -> bool:
    """Whether a unit measures time."""
    return bool(_bases(unit)) and _bases(unit) <= _TIME


def is_counted(unit: Unit) -> bool:
    """Whether a unit counts things of which there is no half: persons, vehicles, cases."""
    bases = _bases(unit)
    return len(unit.dimension.powers) == 1 and not bases & (_MEASURED | _LESSONS)


def is_share(one: Unit, of: Unit) -> bool:
    """Whether a number in one unit is a share of an amount in another: 5% of 1000亩."""
    return one != PLAIN and one.dimension.is_ratio and not of.dimension.is_ratio


def _bases(*units: Unit) -> set[str]:
    return {base for unit in units for base, _ in unit.dimension.powers}
