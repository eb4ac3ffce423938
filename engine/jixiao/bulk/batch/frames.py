"""Chunks of rows → frames of a table's program: its numbers, what is brought from outside, and the rows for the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jixiao.bulk.batch.figures import Figures, ItemColumns
from jixiao.bulk.batch.judged import JudgedColumns, judged_columns
from jixiao.bulk.batch.row_case import SIGNED, RowCases, names_in
from jixiao.bulk.frame import Frame
from jixiao.bulk.near import loose_name
from jixiao.bulk.program import TableProgram
from jixiao.dataclass import dataclass, field
from jixiao.files.case.blanks import NO_CONTENT
from jixiao.files.rows.cell import said_in
from jixiao.files.rows.chunk import Chunk, cell_text
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.language.formula import plain_name
from jixiao.model.ruleset import WHOLE
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers, Truths

_SAYS_NO = ("否", "没有", "无")
"""What is said of a fact that does not hold."""


@dataclass(slots=True)
class Frames:
    """Makes frames for a program."""

    table: TableProgram
    program: Program
    heads: Heads
    items: Sequence[ItemColumns]
    cases: RowCases
    judged: tuple[JudgedColumns, ...] = field(init=False)
    _outside: frozenset[str] = field(init=False)
    """The indicators whose scores are brought."""
    _facts: frozenset[str] = field(init=False)
    """The facts that decide more than an indicator and hang on a rating alone."""
    _stated: tuple[tuple[str, tuple[str, ...]], ...] = field(init=False)
    """The indicators whose own value stands beside the figures that it is worked out of, which the program does not ask for."""

    def __post_init__(self) -> None:
        self.judged = tuple(
            JudgedColumns(
                at, judged_columns(self.program.rules[at], self.heads.columns),
                self.table.unit, self.program, self.cases,
            )
            for at, one in enumerate(self.table.rules)
            if one.from_outside
        )  # fmt: skip
        self._outside = frozenset(one.name for one in self.table.rules if one.from_outside)
        stated = {one.name for one in self.heads.of(What.VALUE)} - self.table.grains.keys() - self._outside
        vetoes = self.program.settlement.vetoes
        self._facts = frozenset(plain_name(one.fact) for one in vetoes if one.condition is None)
        self._stated = tuple(
            (rule.indicator.name, rule.operands)
            for rule in self.program.rules
            if rule.indicator.name in stated
        )

    def figures(self, chunk: Chunk) -> dict[str, Figures]:
        """Read the figures of some rows, by item."""
        return {one.name: one.read(chunk, self.table.largest) for one in self.items}

    def frame(self, chunk: Chunk, figures: Mapping[str, Figures] | None = None) -> Frame:
        """Make the frame of some rows; `figures`: those of the rows, where they have been read."""
        import numpy as np

        columns: dict[str, Numbers] = {}
        known: dict[str, Truths] = {}
        engine = np.zeros(chunk.count, bool)
        for name, found in (self.figures(chunk) if figures is None else figures).items():
            engine |= found.engine
            columns[name], columns[loose_name(name)] = found.numbers, found.halves
            if not found.known.all():
                known[name] = found.known
        for one in self.judged:
            rule, brought = self.table.rules[one.at], one.read(chunk)
            engine |= brought.engine
            columns[rule.low.above], columns[rule.high.above] = brought.low, brought.high
            columns[rule.why] = brought.why
        engine |= self._beside(chunk, known, columns)
        for column, choice in zip(self.table.choices, self.program.settlement.choices, strict=False):
            engine |= self._choose(chunk, column, choice.indicators, columns, known)
        asked = set(self.table.columns())
        return Frame(
            chunk.count,
            {name: one for name, one in columns.items() if name in asked},
            {name: one for name, one in known.items() if name in asked},
            engine,
        )

    def _beside(self, chunk: Chunk, known: dict[str, Truths], columns: dict[str, Numbers]) -> Truths:
        """Tell which rows have a rating beside figures, a fact that decides more, or a value beside missing figures."""
        import numpy as np

        engine = np.zeros(chunk.count, bool)
        for head in self.heads.of(What.RATING, What.CLAIM):
            if head.what is What.RATING or head.key != "得分":
                engine |= self._says(chunk, head)
        for name, operands in self._stated:
            lacking = np.zeros(chunk.count, bool)
            for one in operands:
                lacking |= ~known[one] if one in known else np.bool_(one not in columns)
            engine |= lacking & known.get(name, np.ones(chunk.count, bool))
        return engine

    def _says(self, chunk: Chunk, head: Head) -> Truths:
        """Tell where something is said that the engine has to look at."""
        import numpy as np

        coded: Any = chunk.columns[head.at].dictionary_encode()
        words = [said_in(cell_text(one)) for one in coded.dictionary]
        flags = np.array([*(self._is_grave(head, word) for word in words), False])
        codes = coded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
        found: Truths = flags[codes]
        return found

    def _is_grave(self, head: Head, word: str) -> bool:
        """Whether what a rating's cell says is more than the program knows of."""
        if head.what is What.CLAIM:
            return bool(word)
        if head.key in SIGNED:
            return bool(word) and word in NO_CONTENT
        if head.name in self._outside:
            return False
        is_fact = head.name == WHOLE and head.key == "发现" and plain_name(head.word) in self._facts
        return bool(word) and not (is_fact and word in _SAYS_NO)

    def _choose(
        self,
        chunk: Chunk,
        column: str,
        indicators: Sequence[str],
        columns: dict[str, Numbers],
        known: dict[str, Truths],
    ) -> Truths:
        """Put down which indicator of a choice each row names; tell the rows that the engine has to look at."""
        import numpy as np

        (head,) = self.heads.of(What.CHOSEN)
        coded: Any = chunk.columns[head.at].dictionary_encode()
        spelt = {plain_name(one.name): one.name for one in self.program.ruleset.indicators}
        shared = {one for choice in self.program.settlement.choices for one in choice.indicators}
        places: list[int] = []
        for word in [*coded.dictionary.to_pylist(), None]:
            named = [spelt.get(plain_name(one), "") for one in names_in(word)]
            ours = [indicators.index(one) for one in named if one in indicators]
            wrong = len(ours) > 1 or any(one not in shared for one in named)
            places.append(-2 if wrong else ours[0] if ours else -1)
        codes = coded.indices.fill_null(len(places) - 1).to_numpy(zero_copy_only=False)
        found = np.array(places, np.int64)[codes]
        columns[column] = np.maximum(found, 0)
        known[column] = found >= 0
        engine: Truths = found == -2
        return engine
