"""Cells of a sheet or table, whatever it was written in, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in which something stands; rows and columns count from 1. `rows`, `columns`: how many it covers.

    `number`: its exact value where a workbook holds one; `text` is what is seen.
    """

    text: str
    place: Place
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph outside of tables."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet or table: cells in the order of rows and columns, without empty ones.

    `before` and `after`: paragraphs between the table before and this one, and behind the last one.
    """

    name: str
    cells: tuple[Cell, ...]
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the cells that begin in each row; rows without any are left out."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        for number in sorted(by_row):
            yield tuple(sorted(by_row[number], key=lambda one: one.column))


@dataclass(frozen=True, slots=True)
class Source:
    """A file as grids, in its order; hidden sheets, rows and columns included."""

    file: str
    name: str
    """The file's name without its suffix."""
    grids: tuple[Grid, ...]
    remarks: tuple[Diagnostic, ...] = ()


def in_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Give cells that hold text, by row and column."""
    return tuple(sorted((one for one in cells if one.text.strip()), key=lambda one: (one.row, one.column)))
