"""A path → the grids of its sheets or tables, whatever it was written in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from jixiao.dataclass import replace
from jixiao.documents.issued.flat import grid_of_lines
from jixiao.documents.issued.grid import Cell, Grid, Line, Source, in_order
from jixiao.documents.paper import Paper, Table
from jixiao.documents.readers.docx.enclosed import enclosed_in
from jixiao.documents.readers.opened import read_kind, read_paper
from jixiao.documents.readers.sniff import Kind
from jixiao.files.workbook.book import Book, Sheet, open_book
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.enclosed import SHEET

PDF = "这是 pdf：没有画线的表容易读错行，有 Word、Excel 原件的请用原件"
NOT_WHOLE = (
    "这是 jixiao show 导出的表，可是隐藏在里面的原文不完整，只按单元格读：备注、口径、例、代码收不回来；"
    "有原来的规则文件的，请用 --into 把改动收进去"
)
TABLE = "表{number}"
"""How the tables of a document that has no sheets are named, in places too."""


def read_source(path: Path) -> Source:
    """Read the grids of a file; raises Refused as `read_paper` does."""
    kind, data = read_kind(path)
    if kind is Kind.XLSX:
        book = open_book(data, str(path))
        source = source_of_book(book, path.stem)
        return source if book.sheet(SHEET) is None else _damaged(source)
    paper = read_paper(path)
    if kind is Kind.TEXT:
        grid, remarks = grid_of_lines(paper.text, str(path))
        return Source(str(path), path.stem, (grid,), remarks)
    source = source_of_paper(paper, str(path))
    if kind is Kind.PDF:
        return replace(source, remarks=(*source.remarks, Diagnostic(Place(str(path)), PDF)))
    return _damaged(source) if kind is Kind.DOCX and enclosed_in(data, str(path)) else source


def _damaged(source: Source) -> Source:
    """Have a table of ours, of which only the cells can be read, say so."""
    return replace(source, remarks=(*source.remarks, Diagnostic(Place(source.file), NOT_WHOLE)))


def source_of_book(book: Book, name: str) -> Source:
    """Give the sheets of a workbook, hidden ones too: what a person hides is still what the file says."""
    return Source(book.file, name, tuple(map(_of_sheet, book.sheets)), book.remarks)


def _of_sheet(sheet: Sheet) -> Grid:
    spans = {(one.top, one.left): one for one in sheet.merged}
    cells = []
    for (row, column), cell in sheet.cells.items():
        area = spans.get((row, column))
        rows, columns = (1, 1) if area is None else (area.bottom - area.top + 1, area.right - area.left + 1)
        number = cell.value if isinstance(cell.value, Decimal) else None
        cells.append(Cell(cell.text, cell.place, row, column, rows, columns, number))
    return Grid(sheet.name, in_order(cells))


def source_of_paper(paper: Paper, file: str) -> Source:
    """Give the tables of a document, each with the paragraphs before it; the last also with those behind it."""
    grids: list[Grid] = []
    between: list[Line] = []
    for block in paper.body:
        if isinstance(block, Table):
            grids.append(_of_table(paper, block, TABLE.format(number=len(grids) + 1), file, between))
            between = []
        else:
            between.append(Line(paper.words(block.span), Place(file)))
    if grids and between:
        last = grids[-1]
        grids[-1] = Grid(last.name, last.cells, last.before, tuple(between))
    remarks = tuple(Diagnostic(Place(file), one.text) for one in paper.remarks)
    return Source(file, paper.name, tuple(grids), remarks)


def _of_table(paper: Paper, table: Table, name: str, file: str, before: Sequence[Line]) -> Grid:
    cells = (
        Cell(
            paper.words(one.span),
            Place(file, one.row + 1, one.column + 1, name),
            one.row + 1,
            one.column + 1,
            one.rows,
            one.columns,
        )
        for one in table.cells
    )
    return Grid(name, in_order(cells), tuple(before))
