"""Pieces of tables put together over pages: one grid, its head once, rows that a page's end broke whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.documents.paper import GridCell
from jixiao.documents.readers.grid import fitted
from jixiao.documents.readers.pdf.lines import run_on
from jixiao.documents.readers.pdf.ruled import Piece

_SAME_RULE = 3.0
"""How far apart, in points, two rules lie at most that are one."""

_PLAIN = re.compile(r"[\d.,%％\-－—/]+")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in the columns of the whole table and the rows of its piece."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    is_open: bool = False

    @property
    def words(self) -> str:
        return "".join(self.text.split())


_Rows = list[_Placed]


def goes_on(before: Piece, after: Piece) -> bool:
    """Tell whether two pieces on successive pages are of one table: the same sides, and rules where the other has some."""
    if after.page != before.page + 1:
        return False
    first, second = _rules(before), _rules(after)
    fewer, more = sorted((first, second), key=len)
    return (
        abs(first[0] - second[0]) <= _SAME_RULE
        and abs(first[-1] - second[-1]) <= _SAME_RULE
        and all(any(abs(one - other) <= _SAME_RULE for other in more) for one in fewer)
    )


def repeats_head(before: Piece, after: Piece) -> bool:
    """Tell whether the second piece begins with the head of the first."""
    columns = _clustered(edge for one in (before, after) for edge in _rules(one))
    return _repeated(_placed(before, columns), _placed(after, columns)) > 0


def grid(pieces: Sequence[Piece]) -> list[list[GridCell]]:
    """Give the rows of the table whose pieces these are."""
    columns = _clustered(edge for piece in pieces for edge in _rules(piece))
    whole = _placed(pieces[0], columns)
    first = whole
    for piece in pieces[1:]:
        more = _placed(piece, columns)
        more = _moved(more, -_repeated(first, more))
        whole = _appended(whole, more)
    rows: list[list[GridCell]] = [[] for _ in range(_height(whole))]
    for cell in _without_gaps(whole, len(columns) - 1):
        rows[cell.row].append(GridCell(cell.text, cell.rows, cell.columns))
    return fitted(rows)


def _rules(piece: Piece) -> list[float]:
    return _clustered(edge for one in piece.cells for edge in (one.x0, one.x1))


def _clustered(edges: Iterable[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _SAME_RULE:
            found.append(edge)
    return found


def _at(edge: float, rules: Sequence[float]) -> int:
    return min(range(len(rules)), key=lambda number: abs(rules[number] - edge))


def _placed(piece: Piece, columns: Sequence[float]) -> _Rows:
    heights = _clustered(edge for one in piece.cells for edge in (one.top, one.bottom))
    spans = [(_at(one.top, heights), _at(one.bottom, heights), one) for one in piece.cells]
    # A strip in which no cell stands is no row.
    used = sorted({row for start, end, _ in spans for row in range(start, end)})
    number = {row: place for place, row in enumerate(used)}
    placed = []
    for start, end, one in spans:
        left, right = _at(one.x0, columns), _at(one.x1, columns)
        if end > start and right > left:
            placed.append(_Placed(number[start], left, end - start, right - left, one.text, one.is_open))
    return sorted(placed, key=lambda one: (one.row, one.column))


def _height(rows: _Rows) -> int:
    return max((one.row + one.rows for one in rows), default=0)


def _moved(rows: _Rows, down: int) -> _Rows:
    return [replace(one, row=one.row + down) for one in rows if one.row + down >= 0]


def _repeated(first: _Rows, second: _Rows) -> int:
    """Count the rows at the beginning of the second that repeat those of the first."""
    most = min(_height(first), _height(second) - 1)
    for count in range(most, 0, -1):
        above, below = ([one for one in rows if one.row < count] for rows in (first, second))
        if (
            any(one.words for one in above)
            and all(one.row + one.rows <= count for one in (*above, *below))
            and [(one.row, one.column, one.columns, one.words) for one in above]
            == [(one.row, one.column, one.columns, one.words) for one in below]
        ):
            return count
    return 0


def _appended(whole: _Rows, more: _Rows) -> _Rows:
    height = _height(whole)
    last = {one.column: one for one in whole if one.row + one.rows == height}
    first = {one.column: one for one in more if one.row == 0}
    if _is_broken_row(last, first):
        joined = {id(one): _run_on(one, first[column]) for column, one in last.items()}
        whole = [joined.get(id(one), one) for one in whole]
        return whole + _moved([one for one in more if one.row > 0], height - 1)
    return _with_labels_carried(whole, _moved(more, height), height)


def _run_on(first: _Placed, second: _Placed, shared_rows: int = 1) -> _Placed:
    """Make one cell of two, of which the second goes on with the first."""
    text = run_on(first.text, second.text) if second.words else first.text
    return replace(first, text=text, rows=first.rows + second.rows - shared_rows, is_open=second.is_open)


def _is_broken_row(last: dict[int, _Placed], first: dict[int, _Placed]) -> bool:
    """Tell whether a page's first row is the rest of the row before: few of its cells go on, and none is a number."""
    if last.keys() == first.keys() and all(one.is_open for one in last.values()):
        return True
    above = {column for column, one in last.items() if one.words and one.rows == 1}
    below = {column for column, one in first.items() if one.words}
    if any(one.rows > 1 for one in first.values()) or last.keys() != first.keys():
        return False
    return (
        bool(below)
        and below < above
        and 2 * len(below) <= len(above) + 1
        and not any(_PLAIN.fullmatch(first[column].words) for column in below)
    )


def _with_labels_carried(whole: _Rows, more: _Rows, height: int) -> _Rows:
    """Let a merged label at a table's left reach on into the next page, where its cell is open or empty."""
    last = {one.column: one for one in whole if one.row + one.rows == height}
    carried: dict[int, _Placed] = {}
    gone: set[int] = set()
    is_left = True
    for one in sorted((one for one in more if one.row == height), key=lambda one: one.column):
        label = last.get(one.column)
        is_left = is_left and label is not None and _is_rest_of(label, one)
        if label is not None and label.columns == one.columns and (is_left or label.is_open):
            carried[id(label)] = _run_on(label, one, shared_rows=0)
            gone.add(id(one))
    return [carried.get(id(one), one) for one in whole] + [one for one in more if id(one) not in gone]


def _is_rest_of(label: _Placed, one: _Placed) -> bool:
    """Tell whether a merged label goes on in an empty cell."""
    return bool(label.words) and not one.words and (label.rows > 1 or one.rows > 1)


def _without_gaps(rows: _Rows, width: int) -> _Rows:
    """Put empty cells where rules leave a place without a cell, so that what follows stands in its column."""
    taken = {
        (row, column)
        for one in rows
        for row in range(one.row, one.row + one.rows)
        for column in range(one.column, one.column + one.columns)
    }
    holes = (
        _Placed(row, column, 1, 1, "")
        for row in range(_height(rows))
        for column in range(width)
        if (row, column) not in taken
    )
    return sorted((*rows, *holes), key=lambda one: (one.row, one.column))
