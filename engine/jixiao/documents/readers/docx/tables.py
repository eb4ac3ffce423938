"""A table's rows → the cells that begin in each, with what they cover: gridSpan, vMerge, hMerge, gridBefore."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from jixiao.dataclass import dataclass
from jixiao.documents.paper import GridCell
from jixiao.documents.readers.docx.changes import cell_is_kept, row_is_kept
from jixiao.documents.readers.docx.names import ALTERNATE, W, child, chosen, number, toggle, value
from jixiao.documents.readers.docx.tally import Tally
from jixiao.documents.readers.xml import Element

MAX_COLUMNS = 63
"""Most columns of a table, which is Word's own limit. Stops a cell that says it covers a billion."""

_WRAPPING = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class Drawn:
    """A cell as it is drawn: its columns, its text, and how far down it goes."""

    column: int
    columns: int
    text: str
    rows: int = 1


Row = dict[int, Drawn]
"""The cells of a row by their first columns; one that began further up stands in each row that it covers."""


def read_rows(table: Element, text_of: Callable[[Element], str], tally: Tally) -> list[list[GridCell]]:
    """Give the rows of a table; `text_of` reads a cell."""
    rows: list[Row] = [{}]
    for one in within(table, f"{W}tr"):
        if row_is_kept(one, tally) and not _is_hidden(one, tally):
            rows.append(_row(one, rows[-1], text_of, tally))
    return [
        [GridCell(one.text, one.rows, one.columns) for at, one in row.items() if above.get(at) is not one]
        for above, row in pairwise(rows)
    ]


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these names, through content controls and the like at every level."""
    for one in element:
        if one.tag in names:
            yield one
        elif one.tag in _WRAPPING:
            yield from within(one, *names)
        elif one.tag == ALTERNATE:
            for other in chosen(one):
                yield from [other] if other.tag in names else within(other, *names)


def _is_hidden(row: Element, tally: Tally) -> bool:
    hides = bool(toggle(row, "trPr", "hidden"))
    tally.hidden += hides
    return hides


def _row(row: Element, above: Row, text_of: Callable[[Element], str], tally: Tally) -> Row:
    properties = child(row, "trPr")
    cells: Row = {}
    _fill(cells, value(properties, "gridBefore"))
    for one in within(row, f"{W}tc"):
        if cell_is_kept(one, tally):
            _add(cells, one, above, text_of)
    _fill(cells, value(properties, "gridAfter"))
    return cells


def _add(cells: Row, cell: Element, above: Row, text_of: Callable[[Element], str]) -> None:
    """Add a cell to its row; one that continues another lets that one cover it, and nothing in it is shown."""
    properties = child(cell, "tcPr")
    columns = max(1, _bounded(value(properties, "gridSpan"), 1))
    column = _end(cells)
    before = _last(cells)
    if before is not None and before.rows == 1 and _continues(child(properties, "hMerge")):
        before.columns += columns
        return
    owner = above.get(column)
    if _continues(child(properties, "vMerge")) and owner is not None and owner.columns == columns:
        owner.rows += 1
        cells[column] = owner
    else:
        cells[column] = Drawn(column, columns, text_of(cell))


def _fill(cells: Row, columns: str | None) -> None:
    """Add an empty cell where the grid is left free before or after a row."""
    free = _bounded(columns, 0)
    if free > 0:
        column = _end(cells)
        cells[column] = Drawn(column, free, "")


def _continues(merge: Element | None) -> bool:
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _end(cells: Row) -> int:
    last = _last(cells)
    return last.column + last.columns if last else 0


def _last(cells: Row) -> Drawn | None:
    return next(reversed(cells.values()), None)


def _bounded(text: str | None, default: int) -> int:
    return min(number(text, default), MAX_COLUMNS)
