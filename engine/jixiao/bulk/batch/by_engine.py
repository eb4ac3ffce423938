"""A table's rows, every one by the engine: slow, and what every program is held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.bulk.frame import Frame, Points, Scores
from jixiao.bulk.program import Amount, ScoredRule, TableProgram
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.bulk.frame import Counts


def nothing_lowered(program: Program) -> TableProgram:
    """Give a program that leaves every row to the engine."""
    rules = tuple(
        ScoredRule(one.name, one.id, Amount("none"), Amount("none"), "none")
        for one in program.ruleset.indicators
    )
    none = (Amount("none"),)
    return TableProgram(program.ruleset, {}, 1, 10**15, (), rules, none, none, "none", "engine")


def leave_to_engine(frame: Frame) -> Scores:
    """Leave every row to the engine."""
    import numpy as np

    zeros: Counts = np.zeros(frame.count, np.int64)
    points = Points(zeros, 1)
    none: Counts = np.full(frame.count, -1, np.int64)
    count = 1_000
    return Scores(
        [points] * count, [points] * count, [none] * count, points, points, zeros, np.ones(frame.count, bool)
    )
