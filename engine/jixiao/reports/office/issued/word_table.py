"""The rows of a printed table in Word: heads that are repeated, rows that no page breaks, equal categories in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.model.printed import SECTIONS, TOTAL, PrintedRow, PrintedTable
from jixiao.reports.office.issued.elements import BODY, CENTRED, HEAD, LEFT, element, paragraph
from jixiao.reports.office.issued.layout import levels_of, runs, widths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

SIZE = 10
"""Of the letters in cells, in points."""
ROOM = 40
"""Above and below each line of a cell, in twentieths of a point."""
_BORDER = {"val": "single", "sz": "4", "space": "0", "color": "000000"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_element(table: PrintedTable, room: float) -> BaseOxmlElement:
    """Give the table over a width in twentieths of a point."""
    columns = widths(table)
    grid = [int(room * one / sum(columns)) for one in columns]
    properties = element(
        "tblPr",
        element("tblW", w=str(sum(grid)), type="dxa"),
        element("jc", val=CENTRED),
        element("tblBorders", *(element(side, **_BORDER) for side in _SIDES)),
        element("tblLayout", type="fixed"),
    )
    lines = element("tblGrid", *(element("gridCol", w=str(width)) for width in grid))
    return element("tbl", properties, lines, *_rows(table, grid))


def _rows(table: PrintedTable, grid: Sequence[int]) -> Iterator[BaseOxmlElement]:
    depth = table.depth
    heads = zip(table.heads, grid, strict=True)
    yield _row([_cell(head, width, font=HEAD, align=CENTRED) for head, width in heads], element("tblHeader"))
    yield from _block(table.section(""), depth, grid)
    total = _cell(TOTAL, sum(grid[: depth + 1]), span=depth + 1, font=HEAD, align=CENTRED)
    full = _cell(table.full, grid[depth + 1], font=HEAD, align=CENTRED)
    yield _row([total, full, *(_cell("", width) for width in grid[depth + 2 :])])
    for extra, head in SECTIONS.items():
        rows = table.section(extra)
        if rows:
            yield _row([_cell(head, sum(grid), span=len(grid), font=HEAD)])
            yield from _block(rows, depth, grid)


def _block(rows: Sequence[PrintedRow], depth: int, grid: Sequence[int]) -> Iterator[BaseOxmlElement]:
    merged = {
        (run.column, row): "restart" if row == run.first else "continue"
        for run in runs(rows, depth)
        for row in range(run.first, run.last + 1)
        if run.first < run.last
    }
    for number, row in enumerate(rows):
        cells = []
        for column, text in enumerate(levels_of(row, depth)):
            merge = merged.get((column, number), "")
            shown = "" if merge == "continue" else text
            cells.append(_cell(shown, grid[column], align=CENTRED, merge=merge))
        own = ((row.name, CENTRED), (row.points, CENTRED), (row.standard, LEFT), (row.remark.text, LEFT))
        cells += [
            _cell(text, width, align=align) for (text, align), width in zip(own, grid[depth:], strict=True)
        ]
        yield _row(cells)


def _row(cells: Sequence[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    return element("tr", element("trPr", element("cantSplit"), *properties), *cells)


def _cell(
    text: str, width: int, *, span: int = 1, font: str = BODY, align: str = LEFT, merge: str = ""
) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if merge:
        properties.append(element("vMerge", val=merge))
    properties.append(element("vAlign", val="center"))
    lines = [line for line in text.split("\n") if line] or [""]
    return element(
        "tc",
        properties,
        *(paragraph(line, font, SIZE, align=align, before=ROOM, after=ROOM) for line in lines),
    )
