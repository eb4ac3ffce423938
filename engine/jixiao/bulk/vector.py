"""A program of whole numbers over many rows at once, in NumPy: exact, since no step grows beyond 64 bits.

The same meaning as `run`, which runs one row; what is proven of the program's ranges holds here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.frame import Frame, Points, Scores
from jixiao.bulk.program import Amount, Step, TableProgram
from jixiao.bulk.totals import added_up, grades_of
from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Not,
    Product,
    Rest,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
)

if TYPE_CHECKING:
    from jixiao.bulk.frame import Counts, Numbers, Truths


class Columns:
    """The columns of some rows, and what was worked out of them: each expression once."""

    def __init__(self, count: int, numbers: Mapping[str, Numbers], known: Mapping[str, Truths]) -> None:
        self.count = count
        self._numbers = dict(numbers)
        self._known = known
        self._found: dict[Whole, Numbers] = {}

    def work_out(self, steps: Iterable[Step]) -> None:
        """Work out steps in their order, each a column from then on."""
        for step in steps:
            self._numbers[step.name] = self.number(step.whole)

    def column(self, name: str) -> Numbers:
        """Give a column, a number for each row."""
        return np.broadcast_to(self._numbers[name], self.count)

    def number(self, whole: Whole) -> Numbers:
        """Give what an expression comes to in each row; one number where it is the same in all."""
        found = self._found.get(whole)
        if found is None:
            found = self._found[whole] = self._number(whole)
        return found

    def _number(self, whole: Whole) -> Numbers:
        match whole:
            case Const(value=value):
                return np.asarray(value, np.int64)
            case Column(name=name):
                return self._numbers[name]
            case Sum(parts=parts):
                return reduce(np.add, map(self.number, parts))
            case Product(left=left, right=right):
                return self.number(left) * self.number(right)
            case Floor(above=above, below=below, within=within):
                found = np.floor_divide(self.number(above), np.maximum(self.number(below), 1))
                return found if within is None else np.clip(found, -within, within)
            case Rest(above=above, below=below):
                return np.remainder(self.number(above), np.maximum(self.number(below), 1))
            case Choose(when=when, then=then, otherwise=otherwise):
                return np.where(self.truth(when), self.number(then), self.number(otherwise))

    def truth(self, truth: Truth) -> Truths:
        """Tell in which rows something is true; one answer where it is the same in all."""
        match truth:
            case Always(holds=holds):
                return np.asarray(holds)
            case Less(left=left, right=right, equal=equal):
                one, other = self.number(left), self.number(right)
                return np.less_equal(one, other) if equal else np.less(one, other)
            case Same(left=left, right=right):
                return np.equal(self.number(left), self.number(right))
            case Known(name=name):
                return np.asarray(self._known.get(name, True))
            case Not(of=inner):
                return np.logical_not(self.truth(inner))
            case All(parts=parts):
                return reduce(np.logical_and, map(self.truth, parts))
            case Some(parts=parts):
                return reduce(np.logical_or, map(self.truth, parts))


SLICE = 8_192
"""Rows worked out at a time: few enough that what is worked out on the way stays near the processor."""


def score(program: TableProgram, frame: Frame) -> Scores:
    """Score rows."""
    slices = [
        _slice_scores(program, _sliced(frame, first, min(first + SLICE, frame.count)))
        for first in range(0, max(frame.count, 1), SLICE)
    ]
    return slices[0] if len(slices) == 1 else _joined(slices)


def _sliced(frame: Frame, first: int, end: int) -> Frame:
    if not first and end == frame.count:
        return frame
    columns = {name: one[first:end] for name, one in frame.columns.items()}
    known = {name: one[first:end] for name, one in frame.known.items()}
    return Frame(end - first, columns, known, frame.engine[first:end])


def _joined(slices: Sequence[Scores]) -> Scores:
    def points(parts: Sequence[Points]) -> Points:
        below = [one.below for one in parts]
        alike = isinstance(below[0], int) and all(one == below[0] for one in below if isinstance(one, int))
        if alike and all(isinstance(one, int) for one in below):
            return Points(np.concatenate([one.above for one in parts]), below[0])
        spread = [np.broadcast_to(one.below, len(one.above)) for one in parts]
        return Points(np.concatenate([one.above for one in parts]), np.concatenate(spread))

    def each(of: Callable[[Scores], Sequence[Points]]) -> list[Points]:
        return [points(parts) for parts in zip(*map(of, slices), strict=True)]

    return Scores(
        each(lambda one: one.low),
        each(lambda one: one.high),
        [np.concatenate(parts) for parts in zip(*(one.why for one in slices), strict=True)],
        points([one.total_low for one in slices]),
        points([one.total_high for one in slices]),
        np.concatenate([one.grades for one in slices]),
        np.concatenate([one.engine for one in slices]),
    )


def _slice_scores(program: TableProgram, frame: Frame) -> Scores:
    columns = Columns(frame.count, frame.columns, frame.known)
    columns.work_out(program.steps)

    def points(amount: Amount) -> Points:
        return Points(
            columns.column(amount.above), columns.column(amount.below) if amount.below else program.unit
        )

    low, high = (added_up([points(one) for one in ends]) for ends in (program.low, program.high))
    grades: Counts = (
        columns.column(program.grades) if program.grades else grades_of(program.ruleset, low, high)
    )
    return Scores(
        [points(one.low) for one in program.rules],
        [points(one.high) for one in program.rules],
        [columns.column(one.why) for one in program.rules],
        low,
        high,
        grades,
        frame.engine | (columns.column(program.engine) != 0),
    )
