"""Cells under headings, aligned by the width that a terminal gives them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from jixiao.dataclass import dataclass
from jixiao.reports.page.wrap import wrap

GAP = 2
"""Cells between two columns."""

MIN_FIRST = 10
"""The first column, of names, is squeezed to this before figures are broken."""

MIN_OTHER = 4
"""Width of a heading of two characters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table."""

    text: str
    style: str = ""


Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, and which of them hold figures, aligned right."""

    widths: tuple[int, ...]
    figures: tuple[bool, ...]

    @property
    def width(self) -> int:
        """Width of the whole table."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    def lay_out(self, row: Row) -> list[Text]:
        """Give the lines of one row; a cell that is too long goes on below."""
        cells = [wrap(cell.text, width) for cell, width in zip(row, self.widths, strict=True)]
        height = max(len(lines) for lines in cells)
        return [
            self._line(row, [lines[index] if index < len(lines) else "" for lines in cells])
            for index in range(height)
        ]

    def _line(self, row: Row, pieces: list[str]) -> Text:
        line = Text()
        for cell, piece, width, figure in zip(row, pieces, self.widths, self.figures, strict=True):
            room = " " * (width - cell_len(piece))
            line.append(" " * GAP if line else "")
            line.append(room if figure else "").append(piece, cell.style).append("" if figure else room)
        line.rstrip()
        return line


def fit(rows: Sequence[Row], figures: tuple[bool, ...], width: int) -> Columns:
    """Give columns for rows: as wide as they need, names broken before figures are."""
    needed = [max(cell_len(row[index].text) for row in rows) for index in range(len(figures))]
    room = width - GAP * (len(needed) - 1)
    while sum(needed) > room:
        others = range(1, len(needed))
        widest = max(others, key=lambda index: needed[index])
        if needed[0] > MIN_FIRST:
            needed[0] = max(MIN_FIRST, room - sum(needed[1:]))
        elif needed[widest] > MIN_OTHER:
            needed[widest] -= 1
        else:
            break
    return Columns(tuple(needed), figures)
