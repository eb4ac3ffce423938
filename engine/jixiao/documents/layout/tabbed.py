"""Tables of Word as text: each cell a line with a tab before it, an empty line between rows."""

from __future__ import annotations

from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

MIN_CELLS = 4
MAX_BROKEN = 16
"""Longest line without a tab that goes on with the cell before it."""


def tabbed_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    lines = survey.lines
    if not lines[place].tabbed:
        return None
    cells: list[Cell] = []
    row, column, end = 0, 0, place
    while end < len(lines):
        line = lines[end]
        if line.tabbed:
            if line.blanks and cells:
                row, column = row + 1, 0
            cells.append(Cell(row, column, 1, 1, line.span))
            column += 1
        elif not line.blanks and cells and len(line.text) <= MAX_BROKEN:
            last = cells[-1]
            cells[-1] = Cell(last.row, last.column, 1, 1, last.span.to(line.span))
        else:
            break
        end += 1
    filled = [one for one in cells if one.span.start < one.span.end]
    if row < 1 or len(filled) < MIN_CELLS:
        return None
    return Table(Span(filled[0].span.start, filled[-1].span.end), tuple(cells)), end
