"""A form → the bytes of its workbook."""

from __future__ import annotations

from jixiao.model.form import Form, Panel
from jixiao.reports.office.form.looks import GIVEN, INPUT, SHUT, Looks
from jixiao.reports.office.form.options import Lists, write_options, write_stamp
from jixiao.reports.office.form.panel import write_panel
from jixiao.reports.office.workbook import workbook_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

INTRO = "填表说明"
ROW_HEIGHT, TITLE_HEIGHT = 18, 26
"""Points of a row, and of one with a title."""
WIDE = 20
"""More columns than these go on several pages side by side, the first column on each."""
_A4, _A3 = 9, 8
_MAY = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}
"""What may be done in a protected sheet besides filling it in; there is no password."""
_TABS = {"评定": "#9DC3E6", "选用": "#9DC3E6", "核对": "#A9D18E"}
_TAB = "#FFD966"


def form_bytes(form: Form) -> bytes:
    """Write a form; equal forms give equal bytes."""

    def fill(workbook: Workbook) -> None:
        looks = Looks(workbook)
        _write_intro(workbook, form, looks)
        sheets = {name: workbook.add_worksheet(name) for name in form.sheets}
        lists = write_options(workbook, form)
        write_stamp(workbook, form)
        for name in {one.sheet for one in form.panels if one.is_hidden}:
            sheets[name].hide()
        for name, sheet in sheets.items():
            panels = [one for one in form.panels if one.sheet == name]
            _write_sheet(sheet, panels, looks, lists)
            if all(one.is_hidden for one in panels):
                sheet.hide()

    return workbook_bytes(fill, form.title)


def _write_intro(workbook: Workbook, form: Form, looks: Looks) -> None:
    sheet = workbook.add_worksheet(INTRO)
    _prepare(sheet, [INTRO])
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 96)
    sheet.write_string(0, 0, form.title, looks.title())
    sheet.write_string(1, 0, f"指标表：{form.reference}", looks.hint())
    sheet.set_row(0, TITLE_HEIGHT)
    for number, note in enumerate(form.notes, start=1):
        sheet.write_number(number + 2, 0, number, looks.look(align="center", valign="top"))
        sheet.write_string(number + 2, 1, note, looks.look(text_wrap=True))
    line = len(form.notes) + 4
    for name, colour in (
        ("浅黄色：要填的", INPUT),
        ("浅灰色：指标表给定的，不用填", GIVEN),
        ("深灰色：这一行用不着", SHUT),
    ):
        sheet.write_blank(line, 0, None, looks.sample(colour))
        sheet.write_string(line, 1, name, looks.look())
        line += 1


def _write_sheet(sheet: Worksheet, panels: list[Panel], looks: Looks, lists: Lists) -> None:
    _prepare(sheet, [one.code for one in panels])
    widths: dict[int, int] = {}
    for panel in panels:
        for at, column in enumerate(panel.columns):
            widths[at] = max(widths.get(at, 0), column.width)
    for at, width in widths.items():
        sheet.set_column(at, at, width)
    for number, panel in enumerate(panels):
        if panel.is_hidden:
            write_panel(sheet, panel, looks, lists)
            continue
        sheet.set_row(panel.top - (4 if number == 0 else 2), TITLE_HEIGHT)
        sheet.write_string(panel.top - (4 if number == 0 else 2), 0, panel.title, looks.title())
        if panel.hint:
            place = (panel.top - 3, 0) if number == 0 else (panel.top - 2, 1)
            sheet.write_string(*place, panel.hint, looks.hint())
        write_panel(sheet, panel, looks, lists)
    if len(widths) > WIDE:
        sheet.set_paper(_A3)
        sheet.fit_to_pages(0, 0)
        sheet.set_print_scale(70)
        sheet.repeat_columns(0, 0)
        sheet.freeze_panes(panels[0].top, 1)
        sheet.repeat_rows(panels[0].top - 1)
    elif len(panels) == 1:
        [only] = panels
        sheet.freeze_panes(only.top, 0)
        sheet.repeat_rows(only.top - 1)


def _prepare(sheet: Worksheet, codes: list[str]) -> None:
    sheet.set_default_row(ROW_HEIGHT)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.set_tab_color(_TABS.get(codes[0], _TAB))
    sheet.protect("", _MAY)
