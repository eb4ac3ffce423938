"""Which 口径 a standard asks for: those of its form, and those of the guards around it."""

from __future__ import annotations

from jixiao.language.standard import Interval
from jixiao.scoring.standard import Standard

STATUTE = "以上以下含本数"


def asks_of(standard: Standard) -> tuple[str, ...]:
    """Give the names of all readings on which some score may depend."""
    asks = standard.form.asks
    by_statute = any(_by_statute(guard.interval) for guard in standard.guards)
    return (*asks, STATUTE) if by_statute and STATUTE not in asks else asks


def _by_statute(interval: Interval) -> bool:
    """Whether an end is said by 以上, 以下 or 以内, which may or may not include their number."""
    return any(end is not None and end.by_statute for end in (interval.low, interval.high))
