"""Rows that the program can't take, scored by the engine: each indicator of a row once, whatever the number of variants."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from threading import Lock

from jixiao.bulk.simulate.tally import ExactRow
from jixiao.model.case import Case, Project
from jixiao.model.evaluation import Result
from jixiao.model.simulation import Span
from jixiao.scoring.evaluate import rule_results, settle_results
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

MAX_EXACT = 100_000
"""Most totals that are drawn up one by one: some half a minute. Rows beyond are left out, and counted."""


class Allowance:
    """How many totals may still be drawn up."""

    def __init__(self, most: int = MAX_EXACT) -> None:
        self._left = most
        self._lock = Lock()

    def take(self, count: int) -> bool:
        """Take so many; False, and none, where fewer are left."""
        with self._lock:
            if count > self._left:
                return False
            self._left -= count
            return True


class EngineRow:
    """One row as the engine sees it."""

    def __init__(self, case: Case, project: Project) -> None:
        self._case, self._project = case, project
        self._results: dict[int, tuple[Result, ...]] = {}
        self._rows: dict[int, ExactRow] = {}

    def results(self, rule: Rule, program: Program) -> tuple[Result, ...]:
        """Give the results of a rule, worked out once."""
        if id(rule) not in self._results:
            self._results[id(rule)] = rule_results(rule, self._project, program)
        return self._results[id(rule)]

    def score(self, program: Program) -> ExactRow:
        """Give what the row comes to."""
        found = self._rows.get(id(program))
        if found is None:
            found = self._rows[id(program)] = self._scored(program)
        return found

    def _scored(self, program: Program) -> ExactRow:
        each = [self.results(rule, program) for rule in program.rules]
        results = [one for results in each for one in results]
        evaluation = settle_results(self._case, self._project, program, results)
        names = [name for name, _ in program.ruleset.grades]
        return ExactRow(
            Span(evaluation.low, evaluation.high),
            tuple(names.index(one) for one in evaluation.grades if one in names),
            tuple(map(_span, each)),
        )


def _span(results: Sequence[Result]) -> Span:
    zero = Fraction(0)
    return Span(sum((one.low for one in results), zero), sum((one.high for one in results), zero))


def patched(results: Sequence[Result]) -> tuple[Fraction, Fraction] | None:
    """Give the lowest and highest score of an indicator; None where more hangs on it."""
    if len(results) != 1:
        return None
    (one,) = results
    return None if one.beyond is not None or one.may_leave_out or one.left_out else (one.low, one.high)
