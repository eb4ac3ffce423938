"""A workbook being written: formats, cells whose texts stay texts, numbers that are what they are exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.cells import cell_len

from jixiao.dataclass import dataclass
from jixiao.quantity import decimal_text, points_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EXACT_DIGITS = 15
"""Digits of a decimal that Excel keeps as they are written."""
MAX_NAME = 31
"""Signs of a sheet's name; Excel does not open a workbook with a longer one."""
MAX_TEXT = 32_000
"""Signs of a cell; Excel cuts what is longer, and says that the file is damaged."""

TITLE_HEIGHT, ROW_HEIGHT, LINE, MAX_HEIGHT = 26, 18, 15, 400
"""Points of the title, of a row, of each of its lines where there are more, and of the highest row: Excel has none
above 409. Not every program finds out how high a row must be."""

_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_BOX = {"border": 1, "text_wrap": True}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"font_name": "黑体", "font_size": 16},
    "note": {"text_wrap": False},
    "long": {"text_wrap": True, "valign": "top"},
    "head": {**_BOX, "font_name": "黑体", "align": "center", "bg_color": "#E7E6E6"},
    "text": _BOX,
    "middle": {**_BOX, "align": "center"},
    "figure": {**_BOX, "align": "right"},
    "rounded": {**_BOX, "align": "right", "num_format": "0.00"},
    "sum": {**_BOX, "align": "right", "bold": True},
    "rounded sum": {**_BOX, "align": "right", "bold": True, "num_format": "0.00"},
    "label": {**_BOX, "bold": True},
}
"""How cells look, by name. A fraction that no decimal ends is shown to two places, and is exact beneath."""

_ALONE = ("title", "note")
"""Looks of texts that run over the cells beside them."""
_ROUNDED = {"figure": "rounded", "sum": "rounded sum"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in signs, and how its cells look."""

    head: str
    width: float
    look: str = "text"


class Book:
    """A workbook with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._formats: dict[str, Format] = {
            name: workbook.add_format({**_FONT, **look}) for name, look in _LOOKS.items()
        }
        self._taken: set[str] = set()

    def sheet(self, name: str, title: str, columns: Sequence[Column], head_row: int) -> Sheet:
        """Add a sheet that prints well: across, as wide as the page, its head on every page."""
        free = self._free(name)
        made = self._workbook.add_worksheet(free)
        made.set_landscape()
        made.set_paper(9)  # A4
        made.fit_to_pages(1, 0)
        made.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        made.repeat_rows(head_row)
        made.freeze_panes(head_row + 1, 0)
        made.set_footer("&C第 &P 页，共 &N 页")
        for place, one in enumerate(columns):
            made.set_column(place, place, one.width)
        sheet = Sheet(made, self._formats, free, [one.width for one in columns])
        made.set_default_row(ROW_HEIGHT)
        made.set_row(0, TITLE_HEIGHT)
        sheet.text(0, 0, title, "title")
        for place, one in enumerate(columns):
            sheet.text(head_row, place, one.head, "head")
        return sheet

    def _free(self, name: str) -> str:
        """Give a name that a sheet may have and none has yet."""
        kept = "".join("_" if sign in "[]:*?/\\'" else sign for sign in name)[: MAX_NAME - 3] or "表"
        found, number = kept, 1
        while found.lower() in self._taken:
            number += 1
            found = f"{kept} {number}"
        self._taken.add(found.lower())
        return found


class Sheet:
    """A sheet being written."""

    def __init__(
        self, sheet: Worksheet, formats: Mapping[str, Format], name: str, widths: Sequence[float]
    ) -> None:
        self._sheet, self._formats, self.name, self._widths = sheet, formats, name, widths
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, text: str, look: str = "text") -> None:
        """Write a text as a text, whatever it looks like; its row grows with it."""
        if look not in _ALONE:
            needed = math.ceil(cell_len(text) / max(self._widths[column] - 1, 1))
            if needed > self._lines.get(row, 1):
                self._lines[row] = needed
                self._sheet.set_row(row, min(needed * LINE + 2, MAX_HEIGHT))
        if text:
            self._sheet.write_string(row, column, text[:MAX_TEXT], self._formats[look])
        else:
            self._sheet.write_blank(row, column, None, self._formats[look])

    def number(self, row: int, column: int, value: Fraction, look: str = "figure") -> None:
        """Write a number: a decimal as it is, a fraction as its division; one that Excel can't hold as a text."""
        if _ends(value) and _digits(decimal_text(value)) <= EXACT_DIGITS:
            self._sheet.write_number(row, column, float(value), self._formats[look])
            return
        above, below = value.as_integer_ratio()
        if max(_digits(str(above)), _digits(str(below))) > EXACT_DIGITS:
            self.text(row, column, f"{points_text(value)}（{decimal_text(value)}）", look)
            return
        self._formula(row, column, f"={above}/{below}", value, look)

    def formula(self, row: int, column: int, formula: str, value: Fraction, look: str = "figure") -> None:
        """Write a formula of our own with what it gives, for viewers that do not compute."""
        self._formula(row, column, formula, value, look)

    def _formula(self, row: int, column: int, formula: str, value: Fraction, look: str) -> None:
        shown = look if _ends(value) else _ROUNDED.get(look, look)
        self._sheet.write_formula(row, column, formula, self._formats[shown], float(value))

    def filter(self, first: int, last: int, columns: int) -> None:
        """Let people filter the rows under a head."""
        self._sheet.autofilter(first, 0, max(last, first), columns)

    def row(self, row: int, cells: Sequence[str], columns: Sequence[Column]) -> None:
        """Write texts side by side."""
        for place, (text, one) in enumerate(zip(cells, columns, strict=True)):
            self.text(row, place, text, one.look)


def _ends(value: Fraction) -> bool:
    """Whether a decimal writes it exactly."""
    return "/" not in decimal_text(value)


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)


def span(column: str, first: int, last: int) -> str:
    """Name the cells of a column from one row to another, both counted from 0, so that they stay when copied."""
    return f"${column}${first + 1}:${column}${last + 1}"
