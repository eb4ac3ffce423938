"""The first sheet of a workbook that has something in it, row by row, however many there are."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from jixiao.dataclass import dataclass
from jixiao.files.workbook import messages
from jixiao.files.workbook.looked import refused
from jixiao.files.workbook.shown import exact, shown

MAX_XML_BYTES = 4_000_000_000
"""Most bytes of a sheet; a million rows of forty cells have some two billion. Stops archives made to unpack for ever."""


@dataclass(frozen=True, slots=True)
class StreamedSheet:
    """A sheet: its name and its rows, each with its number, as the texts of its cells ("" where nothing stands)."""

    name: str
    rows: Iterator[tuple[int, list[str]]]


def stream_sheet(path: Path) -> StreamedSheet:
    """Open the first sheet in which something stands; raises Refused where the workbook is broken."""
    from openpyxl import load_workbook

    try:
        _refuse_bombs(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl does not know
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except OSError:
        raise
    except Exception as error:
        raise refused(str(path), messages.BROKEN) from error
    for sheet in sheets:
        rows = _rows(sheet, path)
        first = next(rows, None)
        if first is not None:
            return StreamedSheet(sheet.title, _chained(first, rows))
    return StreamedSheet("", iter(()))


def _refuse_bombs(path: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        if sum(one.file_size for one in archive.infolist()) > MAX_XML_BYTES:
            raise refused(str(path), messages.TOO_LARGE, limit=MAX_XML_BYTES // 1_000_000)


def _chained(
    first: tuple[int, list[str]], rows: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    yield first
    yield from rows


def _rows(sheet: Any, path: Path) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # what a program wrote there need not be so
    try:
        for number, cells in enumerate(sheet.rows, start=1):
            texts = [
                _text(cell.value, cell.number_format if cell.value is not None else None) for cell in cells
            ]
            if any(texts):
                yield number, texts
    except Exception as error:
        raise refused(str(path), messages.BROKEN) from error


def _text(value: object, number_format: str | None) -> str:
    """Write what stands in a cell: a number with all of its digits, 31% for 0.31 that is shown so."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return value.strip()
    number = exact(value) if isinstance(value, int | float) else None
    if number is None:
        return shown(value, number_format)  # type: ignore[arg-type] # a date
    is_percentage = "%" in (number_format or "")
    return f"{_plain(number.scaleb(2))}%" if is_percentage else _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
