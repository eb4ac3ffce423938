"""Places in an order go the other way: 每下降1名 is a step to a greater number."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.dataclass import replace
from jixiao.language.standard import Amount, Direction, Step
from jixiao.quantity import RANK

_OPPOSITE: dict[Direction, Direction] = {"over": "under", "under": "over", "off": "off"}


def turned(step: Step, limits: Iterable[Amount]) -> Step:
    """Give a step as it goes in numbers, where the limits that it goes from are places."""
    if any(limit.unit == RANK for limit in limits):
        return replace(step, direction=_OPPOSITE[step.direction])
    return step


def ways_beyond(limit: Amount | None) -> tuple[str, str]:
    """Give how a step below a limit is said, and one above it."""
    return ("上升", "下降") if limit is not None and limit.unit == RANK else ("低于", "超过")
