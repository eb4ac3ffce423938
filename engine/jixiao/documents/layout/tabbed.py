"""Tables with tabs: a row a line with tabs between its cells, or (Word) each cell a line with a tab before it."""

from __future__ import annotations

from jixiao.documents.layout.lines import Line
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

MIN_ROWS = 2
MIN_CELLS = 4
MAX_BROKEN = 16
"""Longest line without a tab that goes on with the cell before it."""


def tab_row_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table of lines with tabs between their cells that begins at a line, and the line after it."""
    lines = survey.lines
    end = place
    while end < len(lines) and ("\t" in lines[end].text or (end > place and _is_empty_row(lines[end]))):
        end += 1
    if end - place < MIN_ROWS:
        return None
    cells: list[Cell] = []
    for row, line in enumerate(lines[place:end]):
        start = line.span.start
        for column, words in enumerate(line.text.split("\t"), start=line.lead):
            shown = words.strip()
            begin = start + len(words) - len(words.lstrip())
            cells.append(Cell(row, column, 1, 1, Span(begin, begin + len(shown))))
            start += len(words) + 1
        cells += [
            Cell(row, column, 1, 1, Span(line.span.start, line.span.start)) for column in range(line.lead)
        ]
    cells.sort(key=lambda one: (one.row, one.column))
    return Table(Span(lines[place].span.start, lines[end - 1].span.end), tuple(cells)), end


def _is_empty_row(line: Line) -> bool:
    """Whether a line has one cell that is filled and empty ones beside it: 2．出国经费, or a number in the last column."""
    return line.lead > 1 or line.tabs > line.lead


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
