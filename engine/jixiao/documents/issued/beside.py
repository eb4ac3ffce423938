"""Tables that stand beside each other below one row of heads said twice: each a grid of its own, left before right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.dataclass import replace
from jixiao.documents.issued.grid import Cell, Grid, Line, in_order
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.heads import head_of
from jixiao.documents.issued.signs import is_total

FEWEST = 3
"""Fewest heads of each of tables beside each other."""
_NAMES = {Column.LABEL, Column.MATTER}
_SAYS = {Column.POINTS, Column.WEIGHT, Column.SENTENCE}


def apart(grid: Grid) -> Iterator[Grid]:
    """Yield the tables of a grid that stand beside each other, all from the first one's column on; the grid itself otherwise."""
    found = next(((row[0].row, starts) for row in grid.rows() if (starts := _starts(row))), None)
    if found is None:
        yield grid
        return
    top, starts = found
    bottom = _bottom(list(grid.rows()), top)
    for number, start in enumerate(starts):
        first, last = number == 0, number + 1 == len(starts)
        left = 0 if first else start
        right = max(cell.column for cell in grid.cells) if last else starts[number + 1] - 1
        cells = [cell for cell in grid.cells if (first and cell.row < top) or (last and cell.row > bottom)]
        cells += [
            replace(cell, column=cell.column - start + starts[0])
            for cell in grid.cells
            if top <= cell.row <= bottom and left <= cell.column <= right
        ]
        before: tuple[Line, ...] = grid.before if first else ()
        yield replace(grid, cells=in_order(cells), before=before, after=grid.after if last else ())


def _bottom(rows: Sequence[Sequence[Cell]], top: int) -> int:
    """Give the last row of tables beside each other: what they come to together, and notes, stand below."""
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        if row[0].row <= top or (len(row) >= FEWEST and not is_total(row[0].text)):
            break
        if is_total(row[0].text):
            return row[0].row - 1
    return rows[-1][0].row


def _starts(row: Sequence[Cell]) -> list[int]:
    """Give the columns at which the same heads begin again; nothing where they are said once."""
    heads = [head_of(cell.text) for cell in row]
    for length in range(FEWEST, len(heads) // 2 + 1):
        block = heads[:length]
        kinds = {head.kind for head in block if head is not None}
        if (
            len(heads) % length == 0
            and block * (len(heads) // length) == heads
            and kinds & _NAMES
            and kinds & _SAYS
        ):
            return [row[at].column for at in range(0, len(row), length)]
    return []
