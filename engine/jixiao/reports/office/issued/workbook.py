"""A table as a workbook: one sheet to print on A4, and one that nobody sees, in which the file itself travels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.dataclass import dataclass
from jixiao.model.enclosed import SHEET, enclose
from jixiao.model.printed import SECTIONS, TOTAL, OfficeTable, PrintedRow, PrintedTable
from jixiao.reports.office.issued.layout import levels_of, lines_of, runs, widths
from jixiao.reports.office.workbook import workbook_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "指标表"
LINE, ROOM, LEAST, MOST = 15, 8, 26, 409
"""Heights in points: of a line, around the lines of a row, of the lowest row, and of the highest that Excel has."""
TITLE, HEAD = 34, 26
A4 = 9
SIGN = 0.96
"""How much of a column's width text of this size uses."""
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_BODY = {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "vcenter"}


def issued_workbook(table: OfficeTable) -> bytes:
    """Give the workbook of a table."""

    def fill(made: Workbook) -> None:
        _Sheet(made, made.add_worksheet(NAME), table.printed).fill()
        hidden = made.add_worksheet(SHEET)
        for row, piece in enumerate(enclose(table.data)):
            hidden.write_string(row, 0, piece)
        hidden.very_hidden()

    return workbook_bytes(fill, table.printed.title.text)


@dataclass(slots=True)
class _Formats:
    title: Format
    scope: Format
    head: Format
    middle: Format
    left: Format
    total: Format
    section: Format
    note: Format


def _formats(made: Workbook) -> _Formats:
    boxed = {**_BODY, "border": 1}
    middle = {**boxed, "align": "center"}
    bold = {**middle, "bold": True}
    return _Formats(
        made.add_format({**_BODY, "font_name": "黑体", "font_size": 18, "align": "center"}),
        made.add_format({**_BODY, "align": "left"}),
        made.add_format({**bold, "font_name": "黑体", "bg_color": "#E7ECF2"}),
        made.add_format(middle),
        made.add_format({**boxed, "align": "left", "indent": 1}),
        made.add_format(bold),
        made.add_format({**bold, "align": "left", "bg_color": "#F3F5F8"}),
        made.add_format({**_BODY, "align": "left", "valign": "top"}),
    )


class _Sheet:
    """Writes the sheet row by row."""

    def __init__(self, made: Workbook, sheet: Worksheet, table: PrintedTable) -> None:
        self._sheet, self._table = sheet, table
        self._formats = _formats(made)
        self._widths = widths(table)
        self._last = len(self._widths) - 1
        self._row = 0
        self._points: dict[int, int] = {}
        """In which row the points of each indicator stand."""

    def fill(self) -> None:
        """Write all of it."""
        self._set_page()
        formats, table = self._formats, self._table
        self._across(table.title.text, formats.title, TITLE)
        self._across(table.scope.text, formats.scope)
        self._heads()
        self._block(table.section(""))
        self._total()
        for extra, head in SECTIONS.items():
            rows = table.section(extra)
            if rows:
                self._across(head, formats.section)
                self._block(rows)
        for note in table.notes:
            self._across(note.text, formats.note)

    def _set_page(self) -> None:
        sheet = self._sheet
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页 共 &N 页")
        sheet.hide_gridlines(2)

    def _across(self, text: str, form: Format, height: int = 0) -> None:
        lines = lines_of(text, SIGN * sum(self._widths))
        self._sheet.set_row(self._row, height or min(MOST, LINE * lines + ROOM))
        self._sheet.merge_range(self._row, 0, self._row, self._last, "", form)
        self._sheet.write_string(self._row, 0, text, form)
        self._row += 1

    def _heads(self) -> None:
        self._sheet.set_row(self._row, HEAD)
        for column, head in enumerate(self._table.heads):
            self._sheet.write_string(self._row, column, head, self._formats.head)
        self._row += 1
        self._sheet.repeat_rows(self._row - 1)
        self._sheet.freeze_panes(self._row, 0)

    def _block(self, rows: Sequence[PrintedRow]) -> None:
        depth, first, formats = self._table.depth, self._row, self._formats
        for number, row in enumerate(rows, start=first):
            self._points[row.number] = number
            texts = (*levels_of(row, depth), row.name, row.points, row.standard, row.remark.text)
            for column, text in enumerate(texts):
                form = formats.left if column > depth + 1 else formats.middle
                self._write(number, column, text, form, is_number=column == depth + 1)
            own = list(zip(texts, self._widths, strict=True))[depth:]
            lines = max(lines_of(text, SIGN * width) for text, width in own)
            self._sheet.set_row(number, min(MOST, max(LEAST, LINE * lines + ROOM)))
        for run in runs(rows, depth):
            if run.first < run.last:
                at = first + run.first
                self._sheet.merge_range(at, run.column, first + run.last, run.column, "", formats.middle)
                self._sheet.write_string(at, run.column, run.text, formats.middle)
        self._row += len(rows)

    def _total(self) -> None:
        depth, total, row = self._table.depth, self._formats.total, self._row
        if depth:
            self._sheet.merge_range(row, 0, row, depth, "", total)
        self._sheet.write_string(row, 0, TOTAL, total)
        formula = self._sum()
        full = self._table.full
        if formula and _NUMBER.fullmatch(full):
            self._sheet.write_formula(row, depth + 1, formula, total, float(full))
        else:
            self._write(row, depth + 1, full, total, is_number=True)
        for column in (depth + 2, depth + 3):
            self._sheet.write_blank(row, column, None, total)
        self._sheet.set_row(row, LEAST)
        self._row += 1

    def _sum(self) -> str:
        """Give the formula that adds up what 满分 is the sum of; nothing where points are no numbers."""
        column = chr(ord("A") + self._table.depth + 1)
        summed = [one for one in self._table.rows if one.number in self._table.summed]
        if not summed or not all(_NUMBER.fullmatch(one.points) for one in summed):
            return ""
        rows = sorted(self._points[one.number] for one in summed)
        pieces = []
        first = before = rows[0]
        for row in (*rows[1:], -1):
            if row != before + 1:
                pieces.append(f"{column}{first + 1}:{column}{before + 1}")
                first = row
            before = row
        return f"=SUM({','.join(pieces)})"

    def _write(self, row: int, column: int, text: str, form: Format, *, is_number: bool = False) -> None:
        """Write a text; points, which people add up, as a number where a workbook holds it exactly."""
        if is_number and _NUMBER.fullmatch(text) and Decimal(text) == Decimal(repr(float(text))):
            self._sheet.write_number(row, column, float(text), form)
        else:
            self._sheet.write_string(row, column, text, form)
