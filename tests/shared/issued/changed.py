"""Changes to a drawn table that say nothing new: columns in another order, empty rows and columns, merges, hiding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jixiao.documents.issued.grid import Cell, Grid, Line, Source, in_order
from jixiao.model.diagnostic import Place
from shared.issued.drawn import Drawn


def source_of(tables: Sequence[Drawn]) -> Source:
    """Give the grids of tables, without writing a file."""
    return Source("表.xlsx", "表", tuple(map(grid_of, tables)))


def grid_of(table: Drawn) -> Grid:
    """Give the grid of a table, merged as drawn."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merged}
    cells = [
        Cell(
            text,
            Place("表.xlsx", row + 1, column + 1, table.name),
            row + 1,
            column + 1,
            *spans.get((row, column), (1, 1)),
        )
        for row, texts in enumerate(table.rows)
        for column, text in enumerate(texts)
    ]
    lines = tuple(Line(one, Place("表.xlsx")) for one in table.before)
    return Grid(table.name, in_order(cells), lines, tuple(Line(one, Place("表.xlsx")) for one in table.after))


def unmerged(table: Drawn) -> Drawn:
    """Take every merge away; texts stay where they begin."""
    return replace(table, merged=[])


def permuted(table: Drawn, order: Sequence[int]) -> Drawn:
    """Put the columns in another order, merges taken away."""
    rows = [[table.text(row, column) for column in order] for row in range(len(table.rows))]
    return replace(table, rows=rows, merged=[])


def with_row(table: Drawn, at: int) -> Drawn:
    """Insert an empty row; merges that it falls into grow."""
    rows = [*table.rows[:at], [""] * table.width, *table.rows[at:]]
    merged = [
        (top + (top >= at), left, bottom + (bottom >= at), right) for top, left, bottom, right in table.merged
    ]
    return replace(table, rows=rows, merged=merged)


def with_column(table: Drawn, at: int) -> Drawn:
    """Insert an empty column; merges that it falls into grow."""
    rows = [
        [*(row + [""] * (table.width - len(row)))[:at], "", *(row + [""] * (table.width - len(row)))[at:]]
        for row in table.rows
    ]
    merged = [
        (top, left + (left >= at), bottom, right + (right >= at)) for top, left, bottom, right in table.merged
    ]
    return replace(table, rows=rows, merged=merged)
