"""An input's chunks of rows as blocks under all variants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.bulk.batch.figures import ItemColumns
from jixiao.bulk.batch.frames import Frames
from jixiao.bulk.batch.judged import JudgedColumns, judged_columns
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.near import loose_name
from jixiao.bulk.simulate.lowering import Version
from jixiao.bulk.simulate.run import Block
from jixiao.bulk.table import lower_table
from jixiao.dataclass import dataclass, field, replace
from jixiao.files.rows.cell import quantity_in, said_in
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.model.case import Case, Claim, Project, Statement
from jixiao.model.diagnostic import Place
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers, Truths

NOWHERE = Place("")
NAMED_BY = ("单位", "案例", "代码")
"""What names a row to people: the first of these columns that there is."""


def grains_of(items: Sequence[ItemColumns]) -> Mapping[str, Fraction]:
    """Give what one unit of each column is in base units."""
    return {one.name: one.grain for one in items}


def loose_of(items: Sequence[ItemColumns], heads: Heads) -> Mapping[str, Fraction | None]:
    """Give the items whose figures may be off as they are printed; each row says how far."""
    asked = {one.name for one in heads.of(What.ITEM)}
    return {one.name: None for one in items if one.name in asked and one.may_round}


@dataclass(slots=True)
class Blocks:
    """Makes blocks of chunks, for a table as it is and all versions of its indicators.

    `largest`: how large a number in a column may be. `programs`: in which each version is to be found.
    """

    program: Program
    programs: Sequence[Program]
    heads: Heads
    items: Sequence[ItemColumns]
    cases: RowCases
    grains: Mapping[str, Fraction]
    largest: int
    bad: int = 0
    """Rows so far that have no cells to speak of."""
    frames: Frames = field(init=False)
    judged: dict[int, JudgedColumns] = field(init=False, default_factory=dict)
    figured: dict[str, list[Head]] = field(init=False, default_factory=dict)
    """The columns of each item, or indicator's own value."""

    def __post_init__(self) -> None:
        for one in self.heads.of(What.ITEM, What.VALUE):
            self.figured.setdefault(one.name, []).append(one)
        rated = frozenset(one.name for one in self.heads.of(What.RATING))
        chosen = bool(self.heads.of(What.CHOSEN))
        loose = loose_of(self.items, self.heads)
        table = lower_table(self.program, self.grains, rated=rated, chosen=chosen, loose=loose)
        table = replace(
            table,
            grains=self.grains,
            largest=min(table.largest, self.largest),
            loose=tuple(loose_name(name) for name in loose if name in self.grains),
        )
        self.frames = Frames(table, self.program, self.heads, self.items, self.cases)

    def blocks(self, chunks: Iterable[Chunk]) -> Iterator[Block]:
        """Yield a block for each chunk."""
        for chunk in chunks:
            self.bad += len(chunk.broken)
            yield self._block(chunk)

    def _block(self, chunk: Chunk) -> Block:
        everything = range(len(self.heads.columns))
        named = [one.at for name in NAMED_BY for one in self.heads.of(What.IDENTITY) if one.name == name]

        def case(at: int) -> Case:
            return self.cases.case(chunk.texts(at, everything), int(chunk.rows[at]), int(chunk.lines[at]))

        def figures(at: int, wanted: Sequence[str]) -> Project:
            said = {name: self._said(chunk, at, name) for name in dict.fromkeys(wanted)}
            stated = {name: found for name, found in said.items() if found}
            return Project(None, stated, (), {}, Claim(), {})

        def name(at: int) -> str:
            return chunk.text(named[0], at) or "" if named else ""

        def brought(version: Version) -> tuple[Numbers, Numbers, Truths]:
            found = self._judged(version).read(chunk)
            return found.low, found.high, found.engine

        return Block(chunk.rows, self.frames.frame(chunk), case, figures, name, brought)

    def _said(self, chunk: Chunk, at: int, name: str) -> tuple[Statement, ...]:
        """Give what a row states of an item."""
        texts = ((head, said_in(chunk.text(head.at, at))) for head in self.figured.get(name, ()))
        read = (quantity_in(text, head) for head, text in texts if text)
        return tuple(Statement(name, one, "", NOWHERE) for one in read if one is not None)

    def _judged(self, version: Version) -> JudgedColumns:
        """Give what scores a version outside of the program."""
        key = id(version)
        if key not in self.judged:
            program = next(one for one in self.programs if any(rule is version.rule for rule in one.rules))
            at = next(place for place, rule in enumerate(program.rules) if rule is version.rule)
            self.judged[key] = JudgedColumns(
                at,
                judged_columns(version.rule, self.heads.columns),
                version.columns.unit,
                program,
                self.cases,
            )
        return self.judged[key]
