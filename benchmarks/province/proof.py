"""The engine itself, row by row: what every contender is held against."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import house

from province.job import GRADES, ITEMS, JOB
from province.rows import Columns
from province.scores import Scored

TABLE = Path(__file__).with_name("table.yaml")


def engine_scores(given: Columns) -> Scored:
    """Evaluate every row as `check` does; raises AssertionError where a row has more than one score."""
    program = house.understand(house.table(TABLE))
    names = [one.name for one in program.ruleset.indicators]
    count = len(given["budget"])
    out = Scored.empty(count, [one.id for one in JOB])
    order = [grade for grade, _ in GRADES]
    for row in range(count):
        amounts = {item: Fraction(int(given[name][row]), 100) for name, item in ITEMS.items()}
        scores, total, grade = house.score_of_amounts(amounts, program)
        for one, name in zip(JOB, names, strict=True):
            out.points[one.id][row] = _hundredths(scores[name])
        out.total[row] = _hundredths(total)
        out.grade[row] = order.index(grade)
    return out


def _hundredths(points: Fraction) -> int:
    whole = points * 100
    assert whole.denominator == 1, points
    return int(whole)
