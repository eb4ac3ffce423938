"""How a printed table is laid out, in a workbook and in Word alike: widths of its columns, runs of equal categories, breaks of lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len

from jixiao.dataclass import dataclass
from jixiao.model.printed import NONE, PrintedRow, PrintedTable

LEVEL, NAME, POINTS, STANDARD, REMARK = 11, 17, 7, 54, 38
"""Widths of the columns, in letters of a workbook (half a Chinese sign each)."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of a block, from first to last, that share a category of one level."""

    column: int
    first: int
    last: int
    text: str


def widths(table: PrintedTable) -> tuple[int, ...]:
    """Give the widths of all columns."""
    return (*(LEVEL for _ in range(table.depth)), NAME, POINTS, STANDARD, REMARK)


def levels_of(row: PrintedRow, depth: int) -> tuple[str, ...]:
    """Give an indicator's categories at every level; a dash where it has none."""
    return (*(one or NONE for one in row.levels), *(NONE for _ in range(depth - len(row.levels))))


def runs(rows: Sequence[PrintedRow], depth: int) -> tuple[Run, ...]:
    """Give the runs of rows whose categories agree up to a level, column by column."""
    levels = [levels_of(one, depth) for one in rows]
    found = []
    for column in range(depth):
        starts = [
            place
            for place, one in enumerate(levels)
            if not place or one[: column + 1] != levels[place - 1][: column + 1]
        ]
        found += [
            Run(column, first, end - 1, levels[first][column])
            for first, end in pairwise((*starts, len(levels)))
        ]
    return tuple(found)


def lines_of(text: str, width: float) -> int:
    """Give how many lines a text takes in a column of a width in half signs."""
    return sum(max(1, -(-cell_len(line) // max(2, int(width)))) for line in text.split("\n"))
