"""Rows that lie on the bounds of a table, and just beside them; very many of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from jixiao.bulk.frame import Frame
from jixiao.bulk.near import Crooked, sides_of
from jixiao.bulk.program import TableProgram
from jixiao.curve.stretch import cuts_of
from jixiao.scoring.program.program import Program
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.whole import whole_stretches

BLOCK = 500
"""Rows that are made to lie on the same bound."""
TIES = np.array([1, 2, 3, 4, 5, 6, 7, 8, 16, 20, 25, 40, 64, 100, 200, 400, 1000])
"""Divisors with which scores fall on the middle between two that they may be rounded to."""
Line = tuple[dict[str, int], int]
"""So many times each column, and a number: nothing where a value lies on a bound."""


def lines_of(program: Program, table: TableProgram) -> list[Line]:
    """For each bound and the first steps of every rule what is nothing on it, in the units of the columns."""
    return [line for rule in program.rules for line in _of_rule(rule, table)]


def _of_rule(rule, table: TableProgram) -> Iterator[Line]:
    if rule.formula is None or not set(rule.operands) <= table.grains.keys():
        return
    scales = [way.terms[0].scale for way in rule.meaning.ways]
    if not all(scales):
        return
    try:
        above, below = sides_of(rule.formula, table.grains)
    except Crooked:
        return
    row = whole_stretches(scales)
    cuts = set(cuts_of([one.stretch for one in row])) | {Fraction(0), Fraction(1)}
    stairs = {way.earns for one in row for way in one.ways if isinstance(way.earns, Stair)}
    cuts |= {stair.origin + step * stair.step for stair in stairs for step in (1, 2, 3)}
    for cut in sorted(cuts):
        line = above + below.by(-cut)
        factor = line.denominators
        of = {name: int(one * factor) for name, one in line.of.items() if one}
        if of:
            yield of, int(line.number * factor)


def boundary_frame(program: Program, table: TableProgram, count: int, seed: int) -> Frame:
    """Rows on bounds, one and two units beside them, of nothing, below nothing, huge, on ties of rounding, and lacking."""
    random = np.random.default_rng(seed)
    lines = lines_of(program, table)
    columns = {name: _any(random, count, table.largest) for name in table.grains}
    for number, first in enumerate(range(0, count, BLOCK)):
        if lines:
            of, more = lines[number % len(lines)]
            _put_on(columns, slice(first, min(first + BLOCK, count)), of, more, random)
    known = {name: random.random(count) < 0.97 for name in table.grains}
    for name, one in columns.items():
        columns[name] = np.where(known[name], np.clip(one, -table.largest, table.largest), 0)
    for place, name in enumerate(table.choices):
        size = len(program.settlement.choices[place].indicators)
        known[name] = random.random(count) < 0.8
        columns[name] = np.where(known[name], random.integers(0, size, count), 0)
    for rule in table.rules:
        if rule.from_outside:
            points = next(one.indicator.points for one in program.rules if one.indicator.name == rule.name)
            most = int(points * table.unit)
            low = random.integers(0, most + 1, count)
            columns[rule.low.above] = low
            columns[rule.high.above] = np.where(random.random(count) < 0.5, low, most)
            columns[rule.why] = np.full(count, -5)
    return Frame(count, columns, known, np.zeros(count, np.bool_))


def _any(random, count: int, largest: int):
    """Numbers of every size, many of them equal, round, or nothing."""
    sizes = random.choice([20, 1_000, 10**6, 10**9, largest], count, p=[0.3, 0.3, 0.2, 0.15, 0.05])
    numbers = (random.random(count) * sizes).astype(np.int64)
    numbers = np.where(random.random(count) < 0.1, random.choice(TIES, count), numbers)
    numbers *= random.choice([1, 0, -1], count, p=[0.88, 0.06, 0.06])
    return numbers


def _put_on(columns, rows: slice, of: dict[str, int], more: int, random) -> None:
    """Set one column so that a value lies on a bound, or a unit or two beside it."""
    pivot = min(of, key=lambda name: abs(of[name]))
    size = rows.stop - rows.start
    for name in of:  # small enough that the pivot comes out within bounds
        columns[name][rows] %= random.choice([50, 10_000, 10**8], size)
    rest = sum(factor * columns[name][rows] for name, factor in of.items() if name != pivot) + more
    columns[pivot][rows] = -rest // of[pivot] + random.choice([0, 0, 0, 1, -1, 2, -2], size)
