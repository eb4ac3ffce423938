"""Rounds in which contenders take turns, so that a slow moment of the machine meets all of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spread:
    """Median, lowest and highest of some measurements."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """Give the spread of at least one measurement."""
    return Spread(median(values), min(values), max(values))


def take_turns(turns: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Give the seconds of each turn in each round: [turn][round].

    Each round begins with another turn, so that none always follows the same one.
    """
    seconds: list[list[float]] = [[] for _ in turns]
    for number in range(rounds):
        for place in range(len(turns)):
            turn = (number + place) % len(turns)
            gc.collect()
            start = time.perf_counter()
            turns[turn]()
            seconds[turn].append(time.perf_counter() - start)
    return seconds


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Give how many times as long ours took, round by round."""
    return spread([one / other for one, other in zip(ours, theirs, strict=True)])
