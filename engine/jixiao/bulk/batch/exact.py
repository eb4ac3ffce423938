"""Rows scored one by one by the engine: what a program can't take, and what every program must agree with."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.exact import row_score
from jixiao.dataclass import dataclass
from jixiao.files.rows.chunk import BadRow
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.standing import Standing, score_standing, total_standing
from jixiao.scoring.evaluate import evaluate_project
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

MANY = 400
"""Fewer rows are done before other processes have started."""
SHARE = 50
"""Rows that a process takes at a time."""
MAX_REASONS = 3
"""Most reasons told of one row, each with its cell."""

Job: TypeAlias = tuple[list[str | None], int, int]
"""The texts of a row, its number and its line."""


@dataclass(frozen=True, slots=True)
class RowScore:
    """What a row comes to. `rules`: of each indicator low, high, reason code and, where claimed, where the claim stands."""

    low: Fraction
    high: Fraction
    grades: tuple[str, ...]
    claim: str
    rules: tuple[tuple[Fraction, Fraction, int, str], ...]


Done: TypeAlias = RowScore | tuple[BadRow, ...]
"""A row's score, or why it has none."""


def claim_word(standing: Standing) -> str:
    """Say where a claim stands: within what was computed, as far as it is printed, above or below; "" for none."""
    if standing is Standing.UNCLAIMED:
        return ""
    if standing in (Standing.ABOVE, Standing.BELOW):
        return str(standing)
    return "within"


@dataclass(frozen=True, slots=True)
class Exact:
    """Scores rows by the engine."""

    program: Program
    cases: RowCases

    def score(self, job: Job) -> Done:
        """Score one row; give what is wrong with it where it can't be read, or does not fit the table."""
        texts, row, line = job
        try:
            case = self.cases.case(texts, row, line)
            found = evaluate_project(case, case.whole, self.program)
        except Refused as refused:
            return tuple(self._bad(one, texts, row, line) for one in refused.diagnostics[:MAX_REASONS])
        claim, scores = case.whole.claim, row_score(self.program, found).rules
        claimed = {
            one.indicator.name: claim_word(score_standing(one, claim))
            for one in found.results
            if one.indicator.name in claim.indicators
        }
        rules = tuple(
            (one.low, one.high, one.why, claimed.get(name, ""))
            for name, one in (
                (rule.indicator.name, scores[rule.indicator.name]) for rule in self.program.rules
            )
        )
        return RowScore(found.low, found.high, found.grades, claim_word(total_standing(found)), rules)

    def _bad(self, diagnostic: Diagnostic, texts: Sequence[str | None], row: int, line: int) -> BadRow:
        at = diagnostic.place.column - 1
        heads = self.cases.heads.columns
        is_cell = 0 <= at < len(heads) and diagnostic.place.line == line
        head, cell = (heads[at].text, texts[at] or "") if is_cell else ("", "")
        return BadRow(row, line, head, cell, diagnostic.message)


_ready: list[Exact] = []
"""In a process of a pool: what it scores by."""


def _make_ready(exact: Exact) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who ends them
    _ready[:] = [exact]


def _score(job: Job) -> Done:
    return _ready[0].score(job)


class Scorers:
    """Scores rows by the engine, by several processes once there are many; `with` ends them."""

    def __init__(self, exact: Exact, processes: int | None = None) -> None:
        self._exact = exact
        self._count = processes or _processors()
        self._pool: Pool | None = None

    def __enter__(self) -> Scorers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()

    def score(self, jobs: Sequence[Job]) -> Iterator[Done]:
        """Give the score of each row, in order."""
        if self._pool is None and self._count > 1 and len(jobs) >= MANY:
            self._start()
        if self._pool is None or len(jobs) < 2 * SHARE:
            return map(self._exact.score, jobs)
        return self._pool.imap(_score, jobs, SHARE)

    def _start(self) -> None:
        """Start processes, where the system has room for them."""
        import multiprocessing

        with contextlib.suppress(OSError):
            context = multiprocessing.get_context(_method())
            self._pool = context.Pool(self._count, _make_ready, (self._exact,))


def _method() -> Any:
    """Give how processes are made: copies of this one where no thread holds a lock in it, else new ones."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
