"""Tables without rules downward: columns of numbers that stand below each other, and the words above and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.documents.readers.pdf.bare_columns import PADDING, columns_of, edges_of, joined, over, with_empty
from jixiao.documents.readers.pdf.bare_heads import HeadCell, heads_of, shares
from jixiao.documents.readers.pdf.bare_rows import MIN_ROWS, NAME_APART, Row, counts, gathered, row_of
from jixiao.documents.readers.pdf.glyphs import Glyph
from jixiao.documents.readers.pdf.lines import Line, rows_of
from jixiao.documents.readers.pdf.ruled import Piece, RuledCell

_PITCH = 3.2
"""How far lines of one table lie apart at most, in sizes."""
_STEP = 10.0
"""How high a line of heads is taken to be."""
MAX_HEADS = 14
"""Most lines of heads, each counted for itself."""


def unruled(glyphs: Sequence[Glyph], page: int) -> tuple[list[Piece], list[Glyph]]:
    """Find the tables of a page that no rules show; gives them, and the glyphs that stand outside."""
    rows = [row for one in rows_of(glyphs) if (row := row_of(one, page)) is not None]
    pieces: list[Piece] = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        if not rows[at].is_data:
            at += 1
            continue
        least = max(taken, default=-1) + 1
        while counts(rows[at]) and at + 1 < len(rows) and rows[at + 1].is_data:
            at += 1
        first = _first(rows, at, least)
        start, end = _heads_start(rows, first, least), _end(rows, at)
        piece = _piece(rows[start:first], rows[first:end], page)
        if piece is not None:
            pieces.append(piece)
            taken.update(range(start, end))
        at = end
    outside = [glyph for number, row in enumerate(rows) if number not in taken for glyph in row.glyphs]
    return pieces, outside if pieces else list(glyphs)


def _heads_start(rows: Sequence[Row], first: int, least: int) -> int:
    """Give where the heads above the first row begin: the highest line of several words, close to those below."""
    start = at = first
    while at > least and first - at < MAX_HEADS:
        row, below = rows[at - 1], rows[at]
        if row.is_data and not counts(row):
            break
        if not row.may_be_of_table or below.top - row.top > _PITCH * row.size:
            break
        at -= 1
        if len(row.cells) > 1:
            start = at
    return start


def _first(rows: Sequence[Row], at: int, least: int) -> int:
    """Give where the first row begins: at the line of its name that stands a little higher than its numbers."""
    while at > least and len(rows[at - 1].cells) == 1 and not rows[at - 1].numbers:
        above, row = rows[at - 1], rows[at]
        name, figures = above.cells[0], row.figures or row.cells
        beside = all(name.x1 <= one.x0 or one.x1 <= name.x0 for one in figures)
        right = any(name.x1 <= one.x0 for one in figures)
        if row.middle - above.middle > NAME_APART * above.size or not (beside and right):
            break
        at -= 1
    return at


def _end(rows: Sequence[Row], first: int) -> int:
    """Give where the rows end: behind the last of numbers, and what of its name is broken off."""
    end = at = first
    while at < len(rows):
        row = rows[at]
        if at > first and row.top - rows[at - 1].top > _PITCH * row.size:
            break
        if row.numbers and (row.is_data or row.may_be_of_table):
            end = at + 1
        elif not row.may_be_of_table:
            break
        at += 1
    end = max(end, first + 1)
    last = rows[end - 1]
    while (
        end < len(rows)
        and len(rows[end].cells) == 1
        and not rows[end].numbers
        and rows[end].may_be_of_table
        and rows[end].cells[0].x0 < min(one.x0 for one in last.numbers)
        and rows[end].middle - last.middle <= NAME_APART * last.size
    ):
        end += 1
    return end


def _piece(above: Sequence[Row], rows: Sequence[Row], page: int) -> Piece | None:
    data = [one for one in rows if one.is_data]
    wide = max((len(one.cells) for one in above), default=0)
    if len(data) < MIN_ROWS and not (data and wide >= len(data[0].numbers)):
        return None
    columns = with_empty(joined(columns_of(rows), rows, above), above)
    if len(columns) < MIN_ROWS + 1:
        return None
    edges = edges_of(columns)
    floor = min([rows[0].top, *(one.top for one in above if counts(one))]) - PADDING
    heads = heads_of([one for row in above if not counts(row) for one in row.cells], edges, floor)
    levels = max((one.level for one in heads), default=-1) + 1
    cells: list[RuledCell] = []
    top = rows[0].top
    for one in heads:
        bottom = top - _STEP * (levels - one.level - 1)
        if not any(shares(one, other) and other.level > one.level for other in heads):
            bottom = top
        begin = top - _STEP * (levels - one.level)
        cells.append(RuledCell(edges[one.first], begin, edges[one.last + 1], bottom, one.text))
    cells += _body(rows, edges, top)
    return Piece(page, tuple(cells))


def _body(rows: Sequence[Row], edges: Sequence[float], top: float) -> Iterator[RuledCell]:
    """Yield the cells of the rows: a line without numbers goes on with the name of the nearest row."""
    held = gathered(rows)
    places = sorted(held)
    between = [(rows[one].middle + rows[two].middle) / 2 for one, two in pairwise(places)]
    bottom = rows[-1].cells[0].bottom + PADDING
    for at, above, below in zip(places, [top, *between], [*between, bottom], strict=True):
        in_column: dict[int, list[Line]] = {}
        for line in (one for row in held[at] for one in row.cells):
            first, last = over(line, edges)
            in_column.setdefault(min(first, last), []).append(line)
        for column, found in sorted(in_column.items()):
            text = HeadCell(column, column, sorted(found, key=lambda one: (one.top, one.x0))).text
            yield RuledCell(edges[column], above, edges[column + 1], below, text)
