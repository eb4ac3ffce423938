"""Tables whose cells have bars between them, a line a row; or one cell a line, a bar behind each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.documents.layout.lines import Line
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

BARS = "|｜│┃"


def bar_table(lines: Sequence[Line], place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line, and the line after it; None where none begins."""
    end = place
    while end < len(lines) and (lines[end].is_bar or lines[end].is_rule):
        end += 1
    if end - place < 2 or all(_is_single(one) for one in lines[place:end]):
        return None
    cells = [
        Cell(row, column, 1, 1, span)
        for row, line in enumerate(one for one in lines[place:end] if not one.is_rule)
        for column, span in enumerate(_cells(line))
    ]
    return Table(Span(lines[place].span.start, lines[end - 1].span.end), tuple(cells)), end


def _is_single(line: Line) -> bool:
    return len(list(_cells(line))) <= 1


def _cells(line: Line) -> Iterator[Span]:
    """Yield where each cell of a row stands; a bar at an end closes the row."""
    text, start = line.text, 0
    begin = 1 if text[0] in BARS else 0
    last = len(text) - 1 if text[-1] in BARS else len(text)
    start = begin
    for place in range(begin, last + 1):
        if place == last or text[place] in BARS:
            raw = text[start:place]
            shown = raw.strip()
            offset = line.span.start + start + (len(raw) - len(raw.lstrip()) if shown else 0)
            yield Span(offset, offset + len(shown))
            start = place + 1
