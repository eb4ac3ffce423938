"""How a workbook is known as a form, and of which table: by a sheet out of sight, else by the names of its sheets."""

from __future__ import annotations

import html
import re

from jixiao.dataclass import dataclass
from jixiao.files.archive import Archive
from jixiao.files.workbook.book import Book
from jixiao.model.diagnostic import Refused
from jixiao.model.form import MANY, STAMP

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\bname\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_INTRO, _HEADING = "填表说明", "单位信息"
_SHEETS = frozenset(("数据", "评定", "自评", "自设指标", MANY))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form says of itself: by which version of the layout it was made, of which table in which wording."""

    version: int = 0
    """0 where the sheet that says so is gone."""
    table: str = ""
    digest: str = ""
    many: bool = False


def stamp_of(book: Book) -> Stamp:
    """Give what a form says of itself; of one that lost that sheet, what its other sheets show."""
    sheet = book.sheet(STAMP)
    if sheet is None:
        return Stamp(many=book.sheet(MANY) is not None)
    said = {sheet.text(row, 1): sheet.text(row, 2) for row in range(1, sheet.last_row + 1)}
    version = said.get("采集表", "")
    return Stamp(
        int(version) if version.isascii() and version.isdigit() and len(version) < 4 else 0,
        said.get("指标表", ""),
        said.get("摘要", ""),
        said.get("形式") == MANY,
    )


def has_form_sheets(data: bytes, file: str) -> bool:
    """Whether a workbook is a form that `jixiao form` made; only the names of its sheets are looked at."""
    try:
        archive = Archive(data, file)
        text = archive.read("xl/workbook.xml") if "xl/workbook.xml" in archive else b""
    except Refused:
        return False
    names = {
        html.unescape((one[1] or one[2] or b"").decode("utf-8", "replace")) for one in _SHEET.finditer(text)
    }
    return STAMP in names or ({_INTRO, _HEADING} <= names and not _SHEETS.isdisjoint(names))
