"""Cells as they lie in a sheet, or in the paragraphs and tables of a document one under another, merged ones over all that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.dataclass import dataclass
from jixiao.documents.paper import Paper, Paragraph, Table
from jixiao.files.workbook.book import Sheet
from jixiao.model.diagnostic import Place
from jixiao.model.seen import SeenText, folded

MAX_COVERED = 200_000
"""Most places that cells cover together. Stops merged cells that say they cover a billion."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell in which something stands, and the place in the grid where it begins."""

    row: int
    column: int
    text: str
    place: Place

    @property
    def seen(self) -> SeenText:
        """Its text with its place."""
        return SeenText(self.text, self.place)


class Grid:
    """Rows of cells; a place that a merged cell covers has that cell."""

    def __init__(self, cells: Iterable[tuple[GridCell, int, int]]) -> None:
        """Take cells, each with how many rows and columns it covers."""
        self._cells: dict[tuple[int, int], GridCell] = {}
        for cell, rows, columns in cells:
            covered = (
                (cell.row + down, cell.column + right) for down in range(rows) for right in range(columns)
            )
            for at, _ in zip(covered, range(MAX_COVERED), strict=False):
                self._cells.setdefault(at, cell)
        self._rows: dict[int, dict[int, GridCell]] = {}
        for (row, column), cell in self._cells.items():
            self._rows.setdefault(row, {})[column] = cell

    @property
    def rows(self) -> Iterator[tuple[int, dict[int, GridCell]]]:
        """The rows in which something stands or that are covered, from above, each with its cells by column."""
        for row in sorted(self._rows):
            yield row, dict(sorted(self._rows[row].items()))

    def own(self, row: int) -> list[GridCell]:
        """Give the cells that begin in a row, without those covered from above or the left."""
        here = self._rows.get(row, {})
        return list(dict.fromkeys(cell for _, cell in sorted(here.items()) if cell.row == row))


def grid_of_sheet(sheet: Sheet) -> Grid:
    """Give the grid of a sheet."""
    spans = {
        (one.top, one.left): (one.bottom - one.top + 1, one.right - one.left + 1) for one in sheet.merged
    }
    cells = []
    for (row, column), cell in sheet.cells.items():
        text = folded(cell.text)
        if text:
            cells.append((GridCell(row, column, text, cell.place), *spans.get((row, column), (1, 1))))
    return Grid(cells)


def grid_of_paper(paper: Paper, file: str) -> Grid:
    """Give the grid of a document: a paragraph is a row of one cell."""
    cells: list[tuple[GridCell, int, int]] = []
    row = tables = 0
    for block in paper.body:
        if isinstance(block, Paragraph):
            text = folded(paper.words(block.span))
            cells.append((GridCell(row, 0, text, Place(file, sheet=f"段落“{text[:8]}…”")), 1, 1))
            row += 1
        elif isinstance(block, Table):
            tables += 1
            for one in block.cells:
                text = folded(paper.words(one.span))
                place = Place(file, sheet=f"表{tables} 第{one.row + 1}行第{one.column + 1}列")
                if text:
                    cells.append((GridCell(row + one.row, one.column, text, place), one.rows, one.columns))
            row += block.rows
    return Grid(cells)
