"""Tables whose cells have only white space between them, a line a row: empty cells left no trace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.layout.lines import Line, is_number
from jixiao.documents.layout.spread import Head, spread
from jixiao.documents.layout.survey import Survey
from jixiao.documents.paper import Cell, Table
from jixiao.language.span import Span

_PIECE = re.compile(r"(?<!\S)[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff])+(?!\S)|\S+")
"""A cell: what no white space parts, or single signs that were set apart (合 计)."""
MIN_NUMBERS = 2
MAX_HEADS = 6
"""Most lines of heads before the first row."""
MAX_NAMES = 5
"""Most words before the numbers of a row: its name, and the groups that it belongs to."""
MAX_WORD = 8
"""Longest line between heads and rows that is a head broken off, or a name beside several rows."""
MAX_PIECE = 18
"""Longest head."""


def row_table(survey: Survey, place: int) -> tuple[Table, int] | None:
    """Give the table that begins at a line with its heads, and the line after it; None where none begins."""
    lines = survey.lines
    first = next(
        (at for at in range(place, min(place + MAX_HEADS + 1, len(lines))) if _is_row(lines[at])), None
    )
    if first is None:
        return None
    end = first
    while end < len(lines) and (_is_row(lines[end]) or _is_short(lines[end], lines, end)):
        end += 1
    rows = [one for one in lines[first:end] if _is_row(one)]
    if len(rows) < 2:
        return None
    heads = lines[place:first]
    shape = _shape(heads, rows)
    if shape is None:
        return None
    cells = [*shape]
    for row, line in enumerate(lines[first:end], start=len(heads)):
        cells += [Cell(row, column, 1, 1, span) for column, span in enumerate(_pieces(line))]
    return Table(Span(lines[place].span.start, lines[end - 1].span.end), tuple(cells), complete=False), end


# ── Heads ─────────────────────────────────────────────────────────────────────────────────────────


def _shape(heads: Sequence[Line], rows: Sequence[Line]) -> list[Cell] | None:
    """Give the cells of lines that are heads; None where they are not."""
    if not heads:
        return []
    count = max(len(_numbers(one)) for one in rows)
    pieces = [[match[0] for match in _PIECE.finditer(one.text)] for one in heads]
    told = spread(pieces, count) if all(map(_is_wordy, heads)) else None
    if told is None:
        may = _may_be_head(heads[0]) and all(_may_be_head(one) or len(one.text) <= MAX_WORD for one in heads)
        if not may:
            return None
        told = [[Head(at, 1, parent=False) for at in range(len(one))] for one in pieces]
    return [
        Cell(row, head.column, 1, head.width, span)
        for row, (line, laid) in enumerate(zip(heads, told, strict=True))
        for head, span in zip(laid, _spans(line), strict=True)
    ]


def _is_wordy(line: Line) -> bool:
    """Whether a line is nothing but short words, as heads are."""
    pieces = [match[0] for match in _PIECE.finditer(line.text)]
    short = all(len(one) <= MAX_PIECE and not is_number(one) for one in pieces)
    return len(pieces) >= MIN_NUMBERS and short and not re.search("[。；;，:：]", line.text)


def _spans(line: Line) -> Iterator[Span]:
    for match in _PIECE.finditer(line.text):
        yield Span(line.span.start + match.start(), line.span.start + match.end())


_HEAD = re.compile(
    "预算|决算|执行|年初|分值|得分|权重|金额|指标值|完成值|目标值|实际值|增减|比例|占比|数$|率$|20\\d\\d年"
)


def _may_be_head(line: Line) -> bool:
    """Whether a line says what stands in columns: several words of which two at least are heads."""
    words = line.text.split()
    return sum(_HEAD.search(one) is not None for one in words) >= MIN_NUMBERS and not re.search(
        "[。；;，]", line.text
    )


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────


def _pieces(line: Line) -> Iterator[Span]:
    """Yield the cells of a row: each number for itself, words that follow each other as they stand."""
    spans = list(_spans(line))
    yield from spans[1:] if _is_counted([match[0] for match in _PIECE.finditer(line.text)]) else spans


def _is_counted(pieces: Sequence[str]) -> bool:
    """Whether a row begins with its own number, and not with its name."""
    return len(pieces) > 1 and _COUNT.fullmatch(pieces[0]) is not None and not is_number(pieces[1])


_COUNT = re.compile(r"\d{1,3}[.、]?|2\d\d(?:\d\d){1,2}|30\d\d\d")
"""The number of a row, or the code of a class of spending."""


def _numbers(line: Line) -> list[str]:
    """Give the numbers at the end of a row."""
    pieces = [match[0] for match in _PIECE.finditer(line.text)]
    place = len(pieces)
    while place and is_number(pieces[place - 1]):
        place -= 1
    return pieces[place:]


def _is_row(line: Line) -> bool:
    pieces = [match[0] for match in _PIECE.finditer(line.text)]
    if _is_counted(pieces):
        pieces = pieces[1:]
    if len(pieces) < 1 + MIN_NUMBERS or (not line.may_be_cell and len(line.text) > 120):
        return False
    if is_number(pieces[0]):
        return False
    numbers = sum(map(is_number, pieces[1:]))
    if numbers >= MIN_NUMBERS and numbers >= len(pieces) - 2:
        return True
    names = len(pieces) - len(_numbers(line))
    told = len(pieces) - names > MIN_NUMBERS and names <= MAX_NAMES
    return (
        told
        and all(len(one) <= MAX_PIECE for one in pieces[:names])
        and not re.search("[。；;，]", line.text)
    )


def _is_short(line: Line, lines: Sequence[Line], place: int) -> bool:
    """Whether a line among rows is a row of one cell, or a word that was broken off."""
    near = any(_is_row(one) for one in lines[place + 1 : place + 8])
    return near and line.may_be_cell and not re.search("[。；;]", line.text)
