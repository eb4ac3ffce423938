"""One panel written into its sheet: head, rows, and what each column lets in."""

from __future__ import annotations

from typing import Any

from jixiao.model.form import Column, Fill, Panel, Row
from jixiao.reports.office.form.cells import content
from jixiao.reports.office.form.looks import Looks
from jixiao.reports.office.form.options import Lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LARGEST = 10**15
"""Largest number that a cell takes without asking: what a workbook keeps digit by digit."""
LINE_HEIGHT, HEAD_HEIGHT, MAX_LINES = 15, 18, 8
"""Points of a line of a cell, of one of a head; most lines of a row that are shown at once."""
WIDE = 20
"""A column as wide as this says mostly words; its numbers begin where the words do."""
_TITLE_LENGTH, _HINT_LENGTH = 32, 250
"""What Excel allows of a message and of its title; a longer one makes it call the file broken."""


def write_panel(sheet: Worksheet, panel: Panel, looks: Looks, lists: Lists) -> None:
    """Write a panel at its place."""
    sheet.set_row(panel.top - 1, HEAD_HEIGHT * _head_lines(panel))
    for number, row in enumerate(panel.rows):
        lines = max((_lines(row.values.get(one.key, ""), one.width) for one in panel.columns), default=1)
        if lines > 1:
            sheet.set_row(panel.top + number, LINE_HEIGHT * min(lines, MAX_LINES) + 3)
    for at, column in enumerate(panel.columns):
        sheet.write_string(panel.top - 1, at, column.title, looks.head())
        for number, row in enumerate(panel.rows):
            _write_cell(sheet, panel.top + number, at, column, row, looks)
        if panel.rows and column.fill != Fill.NOTE:
            sheet.data_validation(panel.top, at, panel.last_line - 1, at, _validation(panel, column, lists))
    if {"已设", "应设"} <= {*panel.keys}:
        done, due = (panel.cell(0, key).partition("!")[2].replace("$", "") for key in ("已设", "应设"))
        at = panel.keys.index("已设")
        rule = {"type": "formula", "criteria": f"=AND(${done}<>0,${done}<>${due})", "format": looks.wrong()}
        sheet.conditional_format(panel.top, at, panel.last_line - 1, at, rule)
    if "结果" in panel.keys and panel.rows:
        at = panel.keys.index("结果")
        rule = {"type": "text", "criteria": "begins with", "value": "不符", "format": looks.wrong()}
        sheet.conditional_format(panel.top, at, panel.last_line - 1, at, rule)


def _head_lines(panel: Panel) -> int:
    return max(sum(_lines(part, one.width) for part in one.title.split("\n")) for one in panel.columns)


def _lines(text: str, width: int) -> int:
    """Give how many lines a text takes in a column of so many characters; a Chinese one counts twice."""
    return -(-sum(1 if one.isascii() else 2 for one in text) // max(1, width)) or 1


def _write_cell(sheet: Worksheet, line: int, at: int, column: Column, row: Row, looks: Looks) -> None:
    text = row.values.get(column.key, "")
    is_number = column.fill in (Fill.FIGURE, Fill.YEAR)
    if column.key in row.formulas:
        cached = content(text, column)
        value = "" if cached.value is None else cached.value
        sheet.write_formula(
            line,
            at,
            f"={row.formulas[column.key]}",
            looks.calculated(is_wide=column.width >= WIDE),
            value,
        )
        return
    written = content(text, column)
    is_asked = column.key in row.asked
    if is_asked:
        look = looks.asked(written.number_format, is_number=is_number)
    elif text or column.fill == Fill.NOTE:
        look = looks.given(written.number_format, is_number=isinstance(written.value, float))
    else:
        look = looks.shut()
    if written.value is None:
        sheet.write_blank(line, at, None, look)
    elif isinstance(written.value, str):
        sheet.write_string(line, at, written.value, look)
    else:
        sheet.write_number(line, at, written.value, look)


def _validation(panel: Panel, column: Column, lists: Lists) -> dict[str, Any]:
    """Give what Excel asks of the cells of a column, and what it tells whoever comes to one."""
    told = {
        "input_title": column.title[:_TITLE_LENGTH],
        "input_message": (column.hint or _HINTS.get(column.fill, ""))[:_HINT_LENGTH],
        "error_title": "请核对",
        "error_message": _ERRORS.get(column.fill, "请核对所填的内容。"),
        "error_type": "warning",
    }
    match column.fill:
        case Fill.FIGURE:
            rule: dict[str, Any] = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": -LARGEST,
                "maximum": LARGEST,
            }
        case Fill.YEAR:
            rule = {"validate": "integer", "criteria": "between", "minimum": 1990, "maximum": 2100}
        case Fill.UNIT:
            rule = {"validate": "list", "source": lists.units}
        case Fill.YES_OR_NO:
            rule = {"validate": "list", "source": lists.answers, "error_type": "stop"}
        case Fill.CHOICE:
            rule = {"validate": "list", "source": _choices(panel, lists)}
        case _:
            rule = {"validate": "any"}
    return {**told, **rule}


def _choices(panel: Panel, lists: Lists) -> str:
    if "评什么" not in panel.keys:
        return lists.grades
    indicator, what = (
        panel.cell(0, key).partition("!")[2].replace(f"${panel.top + 1}", str(panel.top + 1))
        for key in ("指标", "评什么")
    )
    return lists.levels(indicator, what)


_HINTS = {
    Fill.FIGURE: "填数字；没有的空着，确实为零的填 0",
    Fill.YEAR: "填四位数的年度，如 2021",
    Fill.CHOICE: "从下拉列表里选",
    Fill.YES_OR_NO: "填 是 或 否",
}
_ERRORS = {
    Fill.FIGURE: "这里要填数字，如 225.18；比率可写 93.38%。连单位一起写（3500元）也能读。要照现在这样保留吗？",
    Fill.YEAR: "这里要填四位数的年度，如 2021。要照现在这样保留吗？",
    Fill.UNIT: "这个单位不在列表里。要照现在这样保留吗？",
    Fill.CHOICE: "所填的不在列表里。材料上确实这样写的可以保留。要保留吗？",
    Fill.YES_OR_NO: "这里只能填 是 或 否，不知道的空着。",
}
