"""Rows, block after block, under all variants at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from functools import reduce
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.frame import Frame
from jixiao.bulk.program import Amount
from jixiao.bulk.simulate.added import FINE, Ratios, Totals, compared, floored
from jixiao.bulk.simulate.columns import Shared, shared_columns
from jixiao.bulk.simulate.exact import Allowance, EngineRow, patched
from jixiao.bulk.simulate.lowering import Version
from jixiao.bulk.simulate.merged import Merged, Total
from jixiao.bulk.simulate.tally import Counted, ExactRow, Ruler, Seen, Tally
from jixiao.bulk.vector import Columns
from jixiao.dataclass import dataclass
from jixiao.model.case import Case, Project
from jixiao.model.diagnostic import Refused
from jixiao.scoring.indicator.indicator import evaluate_indicator
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers, Truths

Brought = Callable[[Version], "tuple[Numbers, Numbers, Truths]"]
"""Of a version of an indicator that is scored outside: the lowest and the highest scores in units, and where the engine
has to look."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows and their numbers in the input; a row is what `case` and `name` say of its place among them.

    `case` raises Refused where a row can't be read. `figures`: of a row that can be, just those that some names are of.
    """

    rows: Numbers
    frame: Frame
    case: Callable[[int], Case]
    figures: Callable[[int, Sequence[str]], Project]
    name: Callable[[int], str]
    brought: Brought | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """All that rows are run through: the table as it is first, then its variants.

    `programs`, `rulers` and the totals of `merged` are side by side.
    """

    merged: Merged
    versions: Sequence[Version]
    programs: Sequence[Program]
    rulers: Sequence[Ruler]

    def tallies(self) -> list[Tally]:
        """Give a tally for each, of no rows yet."""
        return [
            Tally(ruler, self.rulers[0], len(program.rules))
            for ruler, program in zip(self.rulers, self.programs, strict=True)
        ]


def run(
    job: Job, blocks: Iterable[Block], workers: int = 1, allowance: Allowance | None = None
) -> list[Tally]:
    """Run rows through all variants; gives a tally for each."""
    tallies, lock = job.tallies(), Lock()
    allowance = allowance or Allowance()

    def count(block: Block) -> None:
        for number, add in _Pass(job, block, allowance).counted():
            with lock:
                add(tallies[number])

    with ThreadPoolExecutor(workers) as pool:
        waiting: list[Future[None]] = []
        for block in blocks:
            waiting.append(pool.submit(count, block))
            if len(waiting) > 2 * workers:
                waiting.pop(0).result()
        for one in waiting:
            one.result()
    return tallies


class _Pass:
    """One block under all variants."""

    def __init__(self, job: Job, block: Block, allowance: Allowance) -> None:
        self._job, self._block, self._allowance = job, block, allowance
        self._opened: dict[int, EngineRow | None] = {}
        self._frame = block.frame
        self._shared: Shared = shared_columns(job.merged, block.frame, self._brought(), self._patch)
        numbers = {**block.frame.columns, **self._shared.numbers}
        self._columns = Columns(block.frame.count, numbers, block.frame.known)
        self._numbers = numbers
        self._ratios = Ratios(self._columns.column, self._shared.alike)
        self._sums: dict[Amount, tuple[Numbers, int, int]] = {}

    def counted(self) -> Iterator[tuple[int, Callable[[Tally], None]]]:
        """Yield, for each variant, what adds the block to its tally."""
        old = self._see(0)
        for number in range(len(self._job.programs)):
            now = old if number == 0 else self._see(number)
            yield number, self._adding(number, now, old)

    def _adding(self, number: int, now: Seen, old: Seen) -> Callable[[Tally], None]:
        low = compared(now.low.totals, old.low.totals, self._ratios)
        is_closed = now.high is now.low and old.high is old.low
        high = low if is_closed else compared(now.high.totals, old.high.totals, self._ratios)
        engine = _any(now.engine, old.engine)
        rows = [] if engine is None else np.flatnonzero(engine).tolist()
        scores = self._scores(number, rows)
        exact = self._exact(number, rows)

        def add(tally: Tally) -> None:
            kept = None if engine is None else ~engine
            tally.add(now, old, kept, (low, high), self._block.rows, self._block.name)
            for sums, ends in zip(tally.scores, scores, strict=True):
                for end in range(2):
                    sums[end] += ends[end]
            if exact is None:
                tally.left_out += len(rows)
                return
            for row, scored in zip(rows, exact, strict=True):
                if scored is None:
                    tally.bad += 1
                else:
                    tally.add_row(*scored, int(self._block.rows[row]), self._block.name(row))

        return add

    def _exact(self, number: int, rows: list[int]) -> list[tuple[ExactRow, ExactRow] | None] | None:
        """Give what the engine scores under a variant and under the table as it is; None for a row that can't be read.

        None for all where that would be too many.
        """
        readable = [row for row in rows if self._row(row) is not None]
        if not self._allowance.take(len(readable)):
            return None
        return [self._scored(row, number) for row in rows]

    def _scored(self, row: int, number: int) -> tuple[ExactRow, ExactRow] | None:
        """Give a row's score under a variant and under the table as it is; None where a rating does not fit either."""
        one, programs = self._row(row), self._job.programs
        if one is None:
            return None
        try:
            return one.score(programs[number]), one.score(programs[0])
        except Refused:
            return None

    def _row(self, row: int) -> EngineRow | None:
        if row not in self._opened:
            try:
                case = self._block.case(row)
                self._opened[row] = EngineRow(case, case.whole)
            except Refused:
                self._opened[row] = None
        return self._opened[row]

    def _patch(self, number: int, row: int) -> tuple[Fraction, Fraction] | None:
        version = self._job.versions[number]
        if self._frame.engine[row] or not version.patchable or not self._allowance.take(1):
            return None
        rule = version.rule
        project = self._block.figures(row, (rule.indicator.name, *rule.wanted))
        return patched((evaluate_indicator(rule, project),))

    def _see(self, number: int) -> Seen:
        total, ruler = self._job.merged.totals[number], self._job.rulers[number]
        columns = Columns(self._frame.count, self._numbers, self._frame.known)
        columns.work_out(total.steps)
        low = self._counted(total.low, total, ruler, columns)
        is_closed = not total.grades and self._shared.closed.issuperset(total.rules)
        high = (
            low if is_closed or total.high == total.low else self._counted(total.high, total, ruler, columns)
        )
        is_open: Truths | None = None
        if high is not low:
            is_open = compared(high.totals, low.totals, self._ratios).sign != 0
            if not is_open.any():
                is_open, high = None, low
        return Seen(
            low, high, is_open, grade_numbers(ruler, total, low, high, columns), self._engine(total, columns)
        )

    def _counted(self, amounts: tuple[Amount, ...], total: Total, ruler: Ruler, columns: Columns) -> Counted:
        totals: Totals = self._ratios.totals(amounts, total.unit, columns.column)
        fine = self._ratios.floor(totals.key, FINE) if totals.key else None
        return Counted(totals, self._ratios.parts_of(totals, ruler.parts), fine)

    def _engine(self, total: Total, columns: Columns) -> Truths | None:
        asked: list[Truths] = [columns.column(one) != 0 for one in total.engine]
        engine = reduce(np.logical_or, asked, self._frame.engine)
        return engine if engine.any() else None

    def _scores(self, number: int, rows: list[int]) -> list[tuple[Fraction, Fraction]]:
        """Give the sums of each indicator's lowest and highest scores, but for some rows."""
        found = []
        for version in self._job.merged.totals[number].rules:
            rule = self._job.merged.rules[version]
            low, high = (self._sum(amount, rule.unit, rows) for amount in (rule.low, rule.high))
            found.append((low, high))
        return found

    def _sum(self, amount: Amount, unit: int, rows: list[int]) -> Fraction:
        if amount not in self._sums:
            above = self._shared.numbers[amount.above]
            if amount.below:
                above, unit = floored(above, self._shared.numbers[amount.below], FINE), FINE
            self._sums[amount] = above, int(above.sum()), unit
        column, whole, per = self._sums[amount]
        return Fraction(whole - (int(column[rows].sum()) if rows else 0), per)

    def _brought(self) -> dict[str, Numbers]:
        """Give the columns of indicators that are scored outside."""
        found: dict[str, Numbers] = {}
        for version in self._job.versions:
            columns = version.columns
            if columns.outside:
                assert self._block.brought is not None
                low, high, engine = self._block.brought(version)
                found |= {columns.low.above: low, columns.high.above: high}
                if columns.engine:
                    found[columns.engine] = engine.astype(np.int64)
        return found


def grade_numbers(ruler: Ruler, total: Total, low: Counted, high: Counted, columns: Columns) -> Numbers:
    """Give the number of the grade that each row earns; that of several where more than one is possible."""
    if total.grades:
        return np.take(ruler.of_bits(), columns.column(total.grades), mode="clip")
    numbers = ruler.numbers()
    best = np.take(numbers, high.parts, mode="clip")
    if high is low:
        return best
    worst = np.take(numbers, low.parts, mode="clip")
    worst = np.where(
        best < ruler.none, np.minimum(worst, ruler.none - 1), worst
    )  # no grade is none to choose from
    return np.where(worst == best, best, ruler.several)


def _any(one: Truths | None, other: Truths | None) -> Truths | None:
    if one is None or other is None:
        return other if one is None else one
    return one | other
