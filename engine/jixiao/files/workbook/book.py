"""A workbook as a form or a table is read from it: sheets of cells, each with its value, its text and its place.

Hidden rows, columns and sheets are there too: what a person hides is still what the file says.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias, cast

from jixiao.dataclass import dataclass
from jixiao.files.workbook import messages
from jixiao.files.workbook.loaded import load
from jixiao.files.workbook.looked import Seen
from jixiao.files.workbook.shown import Value as Raw, exact, shown
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.messages import filled

Value: TypeAlias = str | bool | Decimal | datetime | date | time | timedelta


@dataclass(frozen=True, slots=True)
class BookCell:
    """A cell in which something stands.

    `value`: a number is exact to the 15 digits that a workbook knows (0.30000000000000004 is 0.3); `text`: what the
    cell shows by its number format.
    """

    value: Value
    text: str
    number_format: str
    place: Place

    @property
    def is_percentage(self) -> bool:
        """Whether a number is shown as a percentage: 0.31 then stands for 31%."""
        return isinstance(self.value, Decimal) and "%" in self.number_format


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one; its text stands in the first. Rows and columns count from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells by row and column, counted from 1, without empty ones."""

    name: str
    cells: Mapping[tuple[int, int], BookCell]
    merged: tuple[Area, ...] = ()
    is_hidden: bool = False

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell without blanks at its ends; "" where nothing stands."""
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.text.strip()

    @property
    def last_row(self) -> int:
        """The last row in which something stands; 0 in an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column in which something stands; 0 in an empty sheet."""
        return max((column for _, column in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that was opened, and what a person must know of the file itself (macros, links, open formulas)."""

    file: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Diagnostic, ...] = ()
    uncalculated: int = 0
    """How many formulas have no value; a remark says so too."""

    def sheet(self, name: str) -> Sheet | None:
        """Give the sheet of that name, or None."""
        return next((one for one in self.sheets if one.name == name), None)


def open_book(data: bytes, file: str) -> Book:
    """Open a workbook; raises Refused where it is broken, encrypted or beyond a bound.

    `file`: as messages name it. Macros, external links and embedded objects are passed over, and said.
    """
    workbook, seen = load(data, file)
    sheets: list[Sheet] = []
    for sheet in workbook.worksheets:
        cells = {
            place: _cell(cell.value, cell.number_format, Place(file, *place, sheet.title))
            for place, cell in sorted(sheet._cells.items())  # noqa: SLF001 — asking for rows would make all cells up to the last
            if cell.value not in (None, "")
        }
        merged = tuple(
            Area(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges
        )
        sheets.append(Sheet(sheet.title, cells, merged, sheet.sheet_state != "visible"))
    return Book(file, tuple(sheets), _remarks(seen, file), seen.uncalculated)


def _cell(raw: object, number_format: str | None, place: Place) -> BookCell:
    text = shown(cast("Raw", raw), number_format)
    return BookCell(_value(raw), text, number_format or "General", place)


def _value(raw: object) -> Value:
    if isinstance(raw, bool | str | datetime | date | time | timedelta):
        return raw
    number = exact(raw) if isinstance(raw, int | float) else None
    return str(raw) if number is None else number


def _remarks(seen: Seen, file: str) -> tuple[Diagnostic, ...]:
    told = [
        text for is_there, text in ((seen.macros, messages.MACROS), (seen.links, messages.LINKS)) if is_there
    ]
    if seen.uncalculated:
        told.append(filled(messages.UNCALCULATED, count=seen.uncalculated))
    return tuple(Diagnostic(Place(file), text) for text in told)
