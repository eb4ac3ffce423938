"""Which column of a grid holds what: found by the heads that we print, wherever somebody moved them."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.documents.own.grid import Grid, GridCell
from jixiao.model.printed import POINTS, REMARK, STANDARD, level_heads


@dataclass(frozen=True, slots=True)
class Columns:
    """The row of heads, and the columns of our texts. `remark` is None where that column is gone."""

    row: int
    levels: tuple[int, ...]
    name: int
    points: int
    standard: int
    remark: int | None
    known: frozenset[int]


def find_columns(grid: Grid) -> Columns | None:
    """Find the heads of a table that we printed; None where there is no such row."""
    for row, cells in grid.rows:
        heads = {_plain(cell): column for column, cell in cells.items() if cell.row == row}
        if POINTS in heads and STANDARD in heads:
            names = _names(heads)
            if names is not None:
                known = (
                    *names,
                    heads[POINTS],
                    heads[STANDARD],
                    *([heads[REMARK]] if REMARK in heads else []),
                )
                return Columns(
                    row,
                    tuple(names[:-1]),
                    names[-1],
                    heads[POINTS],
                    heads[STANDARD],
                    heads.get(REMARK),
                    frozenset(known),
                )
    return None


def is_head(columns: Columns, cells: dict[int, GridCell]) -> bool:
    """Whether a row is the heads again, as on each page."""
    here = {column: _plain(cell) for column, cell in cells.items()}
    return here.get(columns.points) == POINTS and here.get(columns.standard) == STANDARD


def _names(heads: dict[str, int]) -> list[int] | None:
    """Give the columns of the categories and, last, of the names, as many as there are."""
    for depth in range(len(heads), -1, -1):
        wanted = level_heads(depth)
        if all(one in heads for one in wanted):
            return [heads[one] for one in wanted]
    return None


def _plain(cell: GridCell) -> str:
    return "".join(cell.text.split())
