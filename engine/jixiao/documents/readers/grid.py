"""Rows of cells made to fit one grid: nothing overlaps, nothing reaches beyond the last row, no column is missing."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.documents.paper import GridCell

MAX_CELLS = 300_000
"""Most cells of one table, empty ones included; long ones have 10,000. Stops a few cells that cover a billion."""


class TooManyCells(Exception):
    """A table beyond `MAX_CELLS`."""


def fitted(rows: Sequence[Sequence[GridCell]]) -> list[list[GridCell]]:
    """Cut what cells cover to what is free, and fill what no cell covers with empty cells.

    Takes and gives what `PaperBuilder.table` takes: in each row the cells that begin in it. Raises TooManyCells.
    """
    free_from: dict[int, int] = {}  # column → the first row in which nothing from above covers it
    placed: list[dict[int, GridCell]] = []
    for number, row in enumerate(rows):
        here: dict[int, GridCell] = {}
        column = 0
        for cell in row:
            while free_from.get(column, 0) > number:
                column += 1
            columns = 1
            while columns < cell.columns and free_from.get(column + columns, 0) <= number:
                columns += 1
            tall = max(1, min(cell.rows, len(rows) - number))
            here[column] = GridCell(cell.text, tall, columns)
            for covered in range(column, column + columns):
                free_from[covered] = number + tall
            column += columns
        placed.append(here)
    width = max(free_from, default=-1) + 1
    if len(rows) * width > MAX_CELLS:
        raise TooManyCells
    return _filled(placed, width)


def _filled(placed: Sequence[dict[int, GridCell]], width: int) -> list[list[GridCell]]:
    covered_until = [0] * width
    whole: list[list[GridCell]] = []
    for number, here in enumerate(placed):
        row: list[GridCell] = []
        for column in range(width):
            cell = here.get(column)
            if cell is None and covered_until[column] <= number:
                cell = GridCell("")
            if cell is None:
                continue
            row.append(cell)
            for covered in range(column, column + cell.columns):
                covered_until[covered] = number + cell.rows
        whole.append(row)
    return whole
