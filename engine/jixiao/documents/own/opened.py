"""A path → our own table in it, or None where the file is not ours or lost what travels in it."""

from __future__ import annotations

from pathlib import Path

from jixiao.dataclass import replace
from jixiao.documents.own.columns import find_columns
from jixiao.documents.own.grid import Grid, grid_of_paper, grid_of_sheet
from jixiao.documents.own.rows import read_grid
from jixiao.documents.readers import messages
from jixiao.documents.readers.opened import read_kind, read_paper
from jixiao.documents.readers.sniff import Kind
from jixiao.files.workbook.book import Book, open_book
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.enclosed import SHEET, enclosed
from jixiao.model.messages import filled
from jixiao.model.seen import OwnFile, SeenTable

NO_HEADS = "隐藏的原文还在，可是找不到表头：应有一行写着 分值、评分标准 和各级指标；请把表头改回来"
OTHER_SHEET = "工作表“{name}”没有读：指标表在“{own}”里"


def open_own(path: Path) -> OwnFile | None:
    """Open a workbook or Word document that we wrote; raises Refused where it is broken."""
    kind, data = read_kind(path)
    try:
        if kind is Kind.XLSX:
            return _workbook(open_book(data, str(path)))
        return _document(path, data) if kind is Kind.DOCX else None
    except ModuleNotFoundError as error:
        text = filled(messages.NO_EXTRA, name=error.name)
        raise Refused(Diagnostic(Place(str(path)), text)) from error


def _workbook(book: Book) -> OwnFile | None:
    hidden = book.sheet(SHEET)
    if hidden is None:
        return None
    pieces = [str(cell.value) for (_, column), cell in sorted(hidden.cells.items()) if column == 1]
    data = enclosed(pieces)
    if data is None:
        return None
    others = [one for one in book.sheets if one is not hidden and one.cells]
    for sheet in others:
        grid = grid_of_sheet(sheet)
        seen = _seen(grid)
        if seen is not None:
            told = [
                Diagnostic(Place(book.file), filled(OTHER_SHEET, name=one.name, own=sheet.name))
                for one in others
                if one is not sheet
            ]
            return OwnFile(data, replace(seen, remarks=(*book.remarks, *told)))
    raise Refused(Diagnostic(Place(book.file), NO_HEADS))


def _document(path: Path, data: bytes) -> OwnFile | None:
    from jixiao.documents.readers.docx.enclosed import enclosed_in

    pieces = enclosed_in(data, str(path))
    inner = None if pieces is None else enclosed(pieces)
    if inner is None:
        return None
    paper = read_paper(path)
    seen = _seen(grid_of_paper(paper, str(path)))
    if seen is None:
        raise Refused(Diagnostic(Place(str(path)), NO_HEADS))
    told = tuple(Diagnostic(Place(str(path)), one.text) for one in paper.remarks)
    return OwnFile(inner, replace(seen, remarks=told))


def _seen(grid: Grid) -> SeenTable | None:
    columns = find_columns(grid)
    return None if columns is None else read_grid(grid, columns)
