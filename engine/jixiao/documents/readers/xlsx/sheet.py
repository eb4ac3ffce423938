"""The cells of a sheet that are shown, counted without what is hidden."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.dataclass import dataclass
from jixiao.documents.readers.xlsx.regions import Box
from jixiao.files.workbook import messages
from jixiao.files.workbook.shown import Value, shown

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
"""The last row and column that a sheet has."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """The hidden rows and columns of a sheet, sorted, and how a message says them where something stands there."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    told: str

    def shown_row(self, row: int) -> int:
        """Count a row among those that are shown."""
        return row - bisect_left(self.rows, row)

    def shown_column(self, column: int) -> int:
        """Count a column among those that are shown."""
        return column - bisect_left(self.columns, column)


def _cells(sheet: Worksheet) -> dict[tuple[int, int], Cell]:
    """Give the cells that there are; asking for rows would make all cells up to the last one."""
    return cast("dict[tuple[int, int], Cell]", sheet._cells)  # noqa: SLF001 — there is no public way


def hidden_lines(sheet: Worksheet) -> Hidden:
    """Tell which rows and columns are hidden."""
    rows = {number for number, one in sheet.row_dimensions.items() if one.hidden or one.height == 0}
    columns: set[int] = set()
    for letters, one in sheet.column_dimensions.items():
        if one.hidden or (one.width == 0 and one.customWidth):
            first = one.min or column_index_from_string(letters)
            columns.update(range(first, min(one.max or first, MAX_COLUMN) + 1))
    filled_cells = [place for place, cell in _cells(sheet).items() if cell.value is not None]
    lost_rows = {row for row, _ in filled_cells} & rows
    lost_columns = {column for _, column in filled_cells} & columns
    told = [
        message.format(count=len(lost))
        for message, lost in ((messages.ROWS, lost_rows), (messages.COLUMNS, lost_columns))
        if lost
    ]
    return Hidden(tuple(sorted(rows)), tuple(sorted(columns)), "和".join(told))


def boxes_of(sheet: Worksheet, hidden: Hidden) -> dict[tuple[int, int], Box]:
    """Give what is shown of each cell, by row and column counted without those hidden."""
    boxes: dict[tuple[int, int], Box] = {}
    gone_rows, gone_columns = set(hidden.rows), set(hidden.columns)
    merged = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    for (row, column), cell in _cells(sheet).items():
        area = merged.get((row, column))
        if area is not None:
            rows = _left(area.min_row, area.max_row, hidden.rows)
            columns = _left(area.min_col, area.max_col, hidden.columns)
            if rows is None or columns is None:
                continue
            (row, down), (column, over) = rows, columns  # noqa: PLW2901 — where it begins of what is shown
        elif row in gone_rows or column in gone_columns:
            continue
        else:
            down = over = 1
        text = shown(cast("Value", cell.value), cell.number_format).strip()
        if text or area is not None:
            boxes[hidden.shown_row(row), hidden.shown_column(column)] = Box(text, down, over)
    return boxes


def _left(first: int, last: int, gone: Sequence[int]) -> tuple[int, int] | None:
    """Give where a span begins without what is hidden, and how long it is; None where all of it is."""
    held = set(gone[bisect_left(gone, first) : bisect_left(gone, last + 1)])
    start = next((one for one in range(first, last + 1) if one not in held), None)
    return None if start is None else (start, last - first + 1 - len(held))
