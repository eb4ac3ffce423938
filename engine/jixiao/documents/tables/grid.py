"""A table as rows of texts, each with the heads that stand above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.dataclass import dataclass
from jixiao.documents.paper import Paper, Table
from jixiao.documents.tables.cells import GridText, cell_text, is_dash
from jixiao.documents.tables.columns import Column
from jixiao.documents.tables.heads import Heads


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the heads that hold for it; `numbers` are the cells that are numbers or dashes."""

    cells: tuple[GridText, ...]
    heads: Mapping[int, Column]

    @property
    def numbers(self) -> tuple[GridText, ...]:
        """The cells that hold one number each."""
        return tuple(one for one in self.cells if one.entry is not None)

    @property
    def words(self) -> tuple[GridText, ...]:
        """The cells that hold words."""
        return tuple(one for one in self.cells if one.entry is None and one.words and not is_dash(one.words))


def rows_of(paper: Paper, table: Table) -> Iterator[Row]:
    """Yield the rows that are no heads, each with its heads."""
    lines: dict[int, list[GridText]] = {}
    covering: list[GridText] = []
    for cell in table.cells:
        text = cell_text(paper, cell)
        lines.setdefault(cell.row, []).append(text)
        if cell.rows > 1:
            covering.append(text)
    numbers = sorted(lines)
    heads = Heads(
        [lines[number] for number in numbers],
        [number in table.heads for number in numbers],
        complete=table.complete,
    )
    for at, number in enumerate(numbers):
        above = [one for one in covering if one.cell.row < number < one.cell.row + one.cell.rows]
        cells = lines[number]
        if heads.take(at):
            continue
        whole = tuple(
            sorted([*cells, *(one for one in above if one.entry is None)], key=lambda one: one.cell.column)
        )
        yield Row(whole, heads.columns)
