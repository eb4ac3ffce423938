"""NumPy on int64: exact, some thousand rows at a time, in as many threads as there are cores.

NumPy gives its lock away while it calculates, so parts of the rows run side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from province.job import GRADES, JOB, UNDEFINED, Bands, Indicator, Share, Steps, counted
from province.rows import Columns, Numbers
from province.scores import Scored

BLOCK = 16_384
"""Rows at a time: so many numbers stay near the processor."""


def scorer(threads: int, indicators: tuple[Indicator, ...] = JOB) -> Callable[[Columns], Scored]:
    """Give what scores rows."""
    pool = ThreadPoolExecutor(threads)

    def score(given: Columns) -> Scored:
        count = len(next(iter(given.values())))
        out = Scored.empty(count, [one.id for one in indicators])
        parts = [slice(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK)]
        list(pool.map(lambda part: _score(given, part, out, indicators), parts))
        return out

    return score


def _score(given: Columns, rows: slice, out: Scored, indicators: tuple[Indicator, ...]) -> None:
    names = {name: numbers[rows] for name, numbers in given.items()}
    total = np.zeros(rows.stop - rows.start, np.int64)
    for one in indicators:
        points = _points(one, names)
        out.points[one.id][rows] = points
        total += points
    out.total[rows] = total
    grade = np.full(len(total), len(GRADES) - 1, np.int8)
    for place in range(len(GRADES) - 2, -1, -1):
        grade[total >= GRADES[place][1]] = place
    out.grade[rows] = grade


def _points(one: Indicator, names: Columns) -> Numbers:
    above: Numbers = eval(one.above, {"abs": np.abs}, names)  # the job's own text
    below: Numbers = eval(one.below, {}, names)
    some = np.maximum(below, 1)
    points = np.where(below > 0, _earned(one, above, some), UNDEFINED)
    if isinstance(one, Steps) and one.exempt:
        points = np.where((above == 0) & (below == 0), one.full, points)
    return points


def _earned(one: Indicator, above: Numbers, below: Numbers) -> Numbers:
    if isinstance(one, Bands):
        points = np.zeros(len(above), np.int64)
        for bound, earned in reversed(one.bands):
            is_within = 100 * above >= bound * below if one.from_above else 100 * above <= bound * below
            points = np.where(is_within, earned, points)
        return points
    how = counted(one)
    divided = how.by_above * above + how.by_below * below
    if how.of_size:
        divided = np.abs(divided)
    points = np.clip(how.base + how.each * (divided // (how.over * below)), 0, one.full)
    if isinstance(one, Share) and one.least:
        points = np.where(100 * above < one.least * below, 0, points)
    return points
