"""Tables whose cells have only white space between them, a line a row: empty cells left no trace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.layout.lines import Line, is_number
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

_PIECE = re.compile(r"\S+")
MIN_NUMBERS = 2
MAX_HEADS = 6
"""Most lines of heads before the first row."""


MAX_WORD = 8
"""Longest line between heads and rows that is a head broken off, or a name beside several rows."""


def row_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line with its heads, and the line after it; None where none begins."""
    lines = survey.lines
    first = next(
        (at for at in range(place, min(place + MAX_HEADS + 1, len(lines))) if _is_row(lines[at])), None
    )
    if first is None or (first > place and not _may_be_head(lines[place])):
        return None
    if any(not _may_be_head(one) and len(one.text) > MAX_WORD for one in lines[place:first]):
        return None
    if first == place and not _is_row(lines[place]):
        return None
    end = first
    while end < len(lines) and (_is_row(lines[end]) or _is_short(lines[end], lines, end)):
        end += 1
    rows = sum(_is_row(one) for one in lines[first:end])
    if rows < 2:
        return None
    cells = [
        Cell(row, column, 1, 1, span)
        for row, line in enumerate(lines[place:end])
        for column, span in enumerate(_pieces(line))
    ]
    return Table(Span(lines[place].span.start, lines[end - 1].span.end), tuple(cells), complete=False), end


def _pieces(line: Line) -> Iterator[Span]:
    """Yield the cells of a row: each number for itself, words that follow each other as they stand."""
    pieces = list(_PIECE.finditer(line.text))
    for match in pieces[1:] if _is_counted(line.text.split()) else pieces:
        yield Span(line.span.start + match.start(), line.span.start + match.end())


def _is_counted(pieces: Sequence[str]) -> bool:
    """Whether a row begins with its own number, and not with its name."""
    return len(pieces) > 1 and _COUNT.fullmatch(pieces[0]) is not None and not is_number(pieces[1])


_COUNT = re.compile(r"\d{1,3}[.、]?")


def _is_row(line: Line) -> bool:
    pieces = line.text.split()
    if _is_counted(pieces):
        pieces = pieces[1:]
    if len(pieces) < 1 + MIN_NUMBERS or (not line.may_be_cell and len(line.text) > 120):
        return False
    numbers = sum(map(is_number, pieces[1:]))
    return not is_number(pieces[0]) and numbers >= MIN_NUMBERS and numbers >= len(pieces) - 2


_HEAD = re.compile(
    "预算|决算|执行|年初|分值|得分|权重|金额|指标值|完成值|目标值|实际值|增减|比例|占比|数$|率$|20\\d\\d年"
)


def _may_be_head(line: Line) -> bool:
    """Whether a line says what stands in columns: several words of which two at least are heads."""
    words = line.text.split()
    return sum(_HEAD.search(one) is not None for one in words) >= MIN_NUMBERS and not re.search(
        "[。;,]", line.text
    )


def _is_short(line: Line, lines: Sequence[Line], place: int) -> bool:
    """Whether a line among rows is a row of one cell, or a word that was broken off."""
    near = any(_is_row(one) for one in lines[place + 1 : place + 8])
    return near and line.may_be_cell and not re.search("[。;]", line.text)
