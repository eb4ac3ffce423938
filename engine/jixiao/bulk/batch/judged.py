"""What an indicator earns that a program leaves to others: worked out by the engine, once for each set of cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jixiao.bulk.batch.row_case import SIGNED, RowCases
from jixiao.bulk.exact import why_of
from jixiao.dataclass import dataclass, field
from jixiao.files.rows.cell import said_in
from jixiao.files.rows.chunk import Chunk, cell_text
from jixiao.files.rows.head import Head, What
from jixiao.model.case import Rating
from jixiao.model.diagnostic import Refused
from jixiao.model.evaluation import Result
from jixiao.scoring.evaluate import rule_results
from jixiao.scoring.indicator.named import facts_said
from jixiao.scoring.program.program import Program
from jixiao.scoring.program.rule import Rule

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers, Truths

MOST_KEPT = 200_000
"""Most sets of cells kept of one indicator; beyond, each is worked out again."""

Units = tuple[int, int, int] | None
"""Lowest and highest score in units and the reason code; None where the engine has to look at the row."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What some rows bring of one indicator: lowest and highest score in units, reason codes, and rows for the engine."""

    low: Numbers
    high: Numbers
    why: Numbers
    engine: Truths


@dataclass(slots=True)
class JudgedColumns:
    """The columns by which one indicator is scored outside a program."""

    at: int
    """The place of the rule in the table."""
    columns: tuple[int, ...]
    """The places of the columns that it hangs on."""
    unit: int
    program: Program
    cases: RowCases
    _kept: dict[tuple[str, ...], Units] = field(init=False, default_factory=dict)

    @property
    def rule(self) -> Rule:
        """The rule, made ready by the engine."""
        return self.program.rules[self.at]

    def read(self, chunk: Chunk) -> Brought:
        """Give what the rows of a chunk bring."""
        import numpy as np

        keys, places = _distinct(chunk, self.columns)
        found = [self.units(key) for key in keys]
        low, high, why = (
            np.array([0 if one is None else one[end] for one in found], np.int64)[places] for end in range(3)
        )
        return Brought(low, high, why, np.array([one is None for one in found], bool)[places])

    def units(self, key: tuple[str, ...]) -> Units:
        """Give what a row comes to that has these cells in the columns."""
        if key in self._kept:
            return self._kept[key]
        found = self._worked_out(key)
        if len(self._kept) < MOST_KEPT:
            self._kept[key] = found
        return found

    def _worked_out(self, key: Sequence[str]) -> Units:
        texts: list[str | None] = [None] * len(self.cases.heads.columns)
        for column, text in zip(self.columns, key, strict=True):
            texts[column] = text
        try:
            project = self.cases.case(texts, 1, 1).whole
            results = rule_results(self.rule, project, self.program)
            vetoes = self._held(project.ratings.get(self.rule.indicator.name, ()))
        except Refused:
            return None
        result = results[0]
        if len(results) > 1 or vetoes or not _is_plain(result):
            return None
        low, high = result.low * self.unit, result.high * self.unit
        if low.denominator != 1 or high.denominator != 1:
            return None
        return int(low), int(high), why_of(self.rule, project, result)

    def _held(self, ratings: Sequence[Rating]) -> bool:
        """Whether a rating says of a fact that holds that decides more than the indicator."""
        wide = {veto.fact for veto in self.rule.standard.vetoes if veto.beyond}
        if not wide:
            return False
        return any(fact.fact in wide for rating in ratings for fact in facts_said(self.rule, rating))


def _is_plain(result: Result) -> bool:
    """Whether nothing but a score hangs on a result."""
    return result.beyond is None and not (result.left_out or result.may_leave_out)


def _distinct(chunk: Chunk, columns: Sequence[int]) -> tuple[list[tuple[str, ...]], Numbers]:
    """Give the sets of cells that come up, and for each row which of them it has."""
    import numpy as np

    places = np.zeros(chunk.count, np.int64)
    keys: list[tuple[str, ...]] = [()]
    for column in columns:
        coded = chunk.columns[column].dictionary_encode()
        words = [said_in(cell_text(one)) for one in coded.dictionary]
        codes = coded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
        both, places = np.unique(places * (len(words) + 1) + codes, return_inverse=True)
        words.append("")
        keys = [(*keys[one // len(words)], words[one % len(words)]) for one in both.tolist()]
    return keys, places


def judged_columns(rule: Rule, heads: Sequence[Head]) -> tuple[int, ...]:
    """Give the columns that the score of a rule hangs on: ratings and figures."""
    name = rule.indicator.name
    return tuple(
        one.at
        for one in heads
        if (one.what is What.RATING and one.name == name and one.key not in SIGNED)
        or (one.what is What.VALUE and one.name == name)
        or (one.what is What.ITEM and one.name in rule.wanted)
    )
