"""Rows scored one by one by the engine: what a program can't take, and what every program must agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias

from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.exact import row_score
from jixiao.dataclass import dataclass
from jixiao.files.rows.chunk import BadRow
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.mishap import mishap_text
from jixiao.model.standing import Standing, score_standing, total_standing
from jixiao.scoring.evaluate import evaluate_project
from jixiao.scoring.program.program import Program

MANY = 200
"""Fewer rows are done before other processes have started."""
LOST = "程序内部错误（进程中止），这一行没有核算，其余照常。请把它发给开发者"
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
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one row must not cost the others
            return (BadRow(row, line, "", "", mishap_text(problem, "这一行")),)
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

    def lost(self, job: Job) -> Done:
        """Say of a row that the process ended over it."""
        return (BadRow(job[1], job[2], "", "", LOST),)


Share = Callable[[Sequence[Job], Callable[[Job], Done], Callable[[Job], Done]], Iterator[Done]]
"""Does something with each of many rows in several processes, in order; the last says what stands for one that ends it."""


@dataclass(frozen=True, slots=True)
class Scorers:
    """Scores rows by the engine; `share`: how, where there are many."""

    exact: Exact
    share: Share | None = None

    def score(self, jobs: Sequence[Job]) -> Iterator[Done]:
        """Give the score of each row, in order."""
        if self.share is None or len(jobs) < MANY:
            return map(self.exact.score, jobs)
        return self.share(jobs, self.exact.score, self.exact.lost)
