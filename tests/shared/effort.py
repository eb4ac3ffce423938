"""What an action costs the processor, weighed against a yardstick that is measured beside it.

A slow or busy machine stretches both, so that only what grew in itself is found too dear. Speed is
measured in benchmarks/; the tests only see to it that no text takes the square of its length.
"""

from __future__ import annotations

import time
from collections.abc import Callable

QUIET = 0.015
"""Seconds that the yardstick takes on a quiet core."""
TRIES = 3


def takes_less_than(seconds: float, action: Callable[[], object]) -> bool:
    """Whether an action takes less than so many seconds of a quiet core, in the best of a few tries."""
    for _ in range(TRIES):
        cost = _cost(action)
        if cost < seconds or cost * QUIET / _cost(_yardstick) < seconds:
            return True
    return False


def _cost(action: Callable[[], object]) -> float:
    started = time.process_time()
    action()
    return time.process_time() - started


def _yardstick() -> dict[str, int]:
    """Do what reading does: walk a text, look things up, make small things."""
    counted: dict[str, int] = {}
    for number in range(160_000):
        piece = str(number % 997)
        counted[piece] = counted.get(piece, 0) + 1
    return counted
