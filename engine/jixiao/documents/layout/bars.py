"""Tables whose cells have bars between them, a line a row; or one cell a line, a bar behind each."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.layout.lines import Line
from jixiao.documents.layout.survey import BARS, Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span


def bar_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    lines, end = survey.lines, survey.bars[place]
    if end - place < 2 or survey.single[place] == end:
        return None
    shown = [one for one in lines[place:end] if not one.is_rule]
    opened = all(one.text.startswith(tuple(BARS)) for one in shown)
    closed = opened or all(one.text[-1] in BARS for one in shown)
    cells = [
        Cell(row, column, 1, 1, span)
        for row, line in enumerate(shown)
        for column, span in enumerate(_cells(line, opened=opened, closed=closed))
    ]
    return Table(Span(lines[place].span.start, lines[end - 1].span.end), tuple(cells)), end


def _cells(line: Line, *, opened: bool, closed: bool) -> Iterator[Span]:
    """Yield where each cell of a row stands; a bar at an end closes the row, where one does so in every row."""
    text, start = line.text, 0
    begin = 1 if opened else 0
    last = len(text) - 1 if closed and text[-1] in BARS else len(text)
    start = begin
    for place in range(begin, last + 1):
        if place == last or text[place] in BARS:
            raw = text[start:place]
            shown = raw.strip()
            offset = line.span.start + start + (len(raw) - len(raw.lstrip()) if shown else 0)
            yield Span(offset, offset + len(shown))
            start = place + 1
