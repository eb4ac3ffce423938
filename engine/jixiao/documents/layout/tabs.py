"""Tables whose cells have a tab between them, a line a row: copied out of Excel, or as Jixiao itself shows a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.layout.lines import MAX_CELL, Line, is_number
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

MIN_COLUMNS = 3
"""Fewer columns may be a table of contents, each head with its page."""
_TELLS_UNIT = re.compile(r"(?:万元|元|人|个|%)\)?$|金额$|[算行]数$")
"""How the head of the second of two columns ends."""


def tab_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    if not survey.lines[place].tabs:
        return None
    end = survey.rows_go_on[place + 1] if place + 1 < len(survey.lines) else len(survey.lines)
    rows = survey.lines[place:end]
    if len(rows) < 2 or not _are_rows(rows):
        return None
    complete = len({one.tabs for one in rows}) == 1
    cells = [
        Cell(row, column, 1, 1, span)
        for row, line in enumerate(rows)
        for column, span in _cells(line)
        if complete or span.start < span.end
    ]
    return Table(Span(rows[0].span.start, rows[-1].span.end), tuple(cells), complete=complete), end


def _are_rows(rows: Sequence[Line]) -> bool:
    """Whether most of the lines have cells beside each other, as many as a table has, and numbers among them."""
    parted = [one.text.split("\t") for one in rows if "\t" in one.text]
    if len(parted) < 2 or 2 * len(parted) < len(rows) or "\t" not in rows[0].text:
        return False
    if not any(is_number(cell) for cells in parted for cell in cells[1:]):
        return False
    head = parted[0]
    if max(one.tabs for one in rows) + 1 >= MIN_COLUMNS:
        return True
    return len(head) == 2 and len(head[1]) <= MAX_CELL and _TELLS_UNIT.search(head[1].strip()) is not None


def _cells(line: Line) -> Iterator[tuple[int, Span]]:
    """Yield the column and the span of each cell, without the white space around it."""
    start = line.span.start
    for column in range(line.lead):
        yield column, Span(start, start)
    for column, raw in enumerate(line.text.split("\t"), start=line.lead):
        shown = raw.strip()
        offset = start + (len(raw) - len(raw.lstrip()) if shown else 0)
        yield column, Span(offset, offset + len(shown))
        start += len(raw) + 1
