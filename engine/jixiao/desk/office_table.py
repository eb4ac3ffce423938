"""A table to be put into a file for Excel or Word."""

from __future__ import annotations

from pathlib import Path

from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.files.schema.document import document_of
from jixiao.files.table.printed import print_table
from jixiao.files.yaml.original import Original
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.printed import OfficeTable, PrintedTable

MAX_CELL = 32_000
"""Longest text of a cell: a workbook holds 32,767 characters of one."""
TOO_LONG = "“{text}”有 {count} 字，一个单元格放不下（最多 {limit} 字）；请分成几段，写进几项指标"


def office_table(table: str | Path, *, rules: Rules = None) -> OfficeTable:
    """Give a table (code, code@version or path) as it is printed, with its file.

    Raises Refused where there is no such table, it is not in order, or a cell can't hold a text of it.
    """
    path = Path(find_table(table, open_rules(rules)).place.file)
    data = path.read_bytes()
    text = Original.of(data, str(path)).text
    printed = print_table(document_of(text, str(path), "ruleset").root)
    _refuse_long(printed, str(path))
    return OfficeTable(printed, data)


def _refuse_long(printed: PrintedTable, file: str) -> None:
    texts = [
        one
        for row in printed.rows
        for one in (row.name, row.points, row.standard, row.remark.text, *row.levels)
    ]
    texts += [one.text for one in (printed.title, printed.scope, *printed.notes)]
    problems = [
        Diagnostic(Place(file), filled(TOO_LONG, text=one, count=len(one), limit=MAX_CELL))
        for one in texts
        if len(one) > MAX_CELL
    ]
    if problems:
        raise Refused(*problems)
