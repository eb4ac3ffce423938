"""What takes part, and the proof that all do the same job."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from figures import Varied
from peer_table import TABLE, Bands, Indicator, Proportion, Steps

TOLERANCE = 1e-9
"""In points. CEL computes in binary floats, zen in decimals of limited length, Jixiao in fractions."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Scores:
    """What came out of one case: points and reason of each indicator, and the total."""

    points: dict[str, float]
    reasons: dict[str, str]
    total: float


@dataclass(frozen=True)
class Contender:
    """One way to evaluate the table. `evaluate` is timed; `read` is not."""

    name: str
    library: str
    """Name of the distribution whose version is shown."""
    inputs: Sequence[Any]
    evaluate: Callable[[Any], Any]
    read: Callable[[Any], Scores]
    ready_seconds: float
    """What it took to make the table ready, once."""


def assert_same_job(contenders: Sequence[Contender], cases: Sequence[Varied]) -> None:
    """See that all contenders give each case the same scores, with reasons that show its figures.

    Raises AssertionError that names contender, case and indicator.
    """
    for place, case in enumerate(cases):
        all_scores = [one.read(one.evaluate(one.inputs[place])) for one in contenders]
        first = all_scores[0]
        for contender, scores in zip(contenders, all_scores, strict=True):
            where = f"{contender.name}, case {case.number}"
            assert scores.points.keys() == {one.id for one in TABLE}, where
            assert abs(scores.total - first.total) <= TOLERANCE, f"{where}: {scores.total} not {first.total}"
            for one in TABLE:
                got, wanted = scores.points[one.id], first.points[one.id]
                assert abs(got - wanted) <= TOLERANCE, f"{where}, {one.name}: {got} not {wanted}"
                reason = scores.reasons[one.id]
                assert _shown(one, case) <= _numbers(reason), f"{where}, {one.name}: {reason}"


def _shown(one: Indicator, case: Varied) -> set[float]:
    """Give the figures that a reason must show: those of the working, except in an exemption."""
    if not isinstance(one, Steps | Bands | Proportion):
        return set()
    figures = {float(case.figures[name]) for name in _NAME.findall(one.working)}
    return set() if figures == {0.0} else figures


def _numbers(reason: str) -> set[float]:
    return {float(number) for number in _NUMBER.findall(reason)}
