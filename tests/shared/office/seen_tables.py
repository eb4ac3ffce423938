"""A printed table as it is seen again, without a file between."""

from __future__ import annotations

from jixiao.files.schema.document import document_of
from jixiao.files.table.printed import print_table
from jixiao.files.yaml.original import Original
from jixiao.model.diagnostic import Place
from jixiao.model.printed import PrintedRow, PrintedTable
from jixiao.model.seen import SeenRow, SeenTable, SeenText, folded

FILE = "表.yaml"


def printed_of(data: bytes) -> PrintedTable:
    """Print the table of a file."""
    return print_table(document_of(Original.of(data, FILE).text, FILE, "ruleset").root)


def seen(text: str, row: int = 1, column: int = 1) -> SeenText:
    """Give a cell."""
    return SeenText(folded(text), Place("表.xlsx", row, column, "指标表"))


def seen_row(row: PrintedRow, number: int) -> SeenRow:
    """Give a row as it is printed."""
    return SeenRow(
        seen(row.name, number, 3),
        Place("表.xlsx", number, 3, "指标表"),
        tuple(seen(one, number) for one in row.levels if one),
        seen(row.points, number, 4),
        seen(row.standard, number, 5),
        seen(row.remark.text, number, 6),
        row.extra,
    )


def seen_of(printed: PrintedTable) -> SeenTable:
    """Give the whole table as it is printed."""
    rows = [row for extra in ("", "加分", "减分") for row in printed.section(extra)]
    return SeenTable(
        tuple(seen_row(row, number) for number, row in enumerate(rows, start=4)),
        seen(printed.title.text),
        seen(printed.scope.text),
        seen(printed.full),
        tuple(seen(one.text) for one in printed.notes),
    )
