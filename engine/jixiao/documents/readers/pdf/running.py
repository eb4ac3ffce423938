"""What stands at the top and foot of every page and belongs to none: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.documents.readers.pdf.lines import Line
from jixiao.documents.readers.pdf.sheet import Sheet

_MARGIN = 0.13
"""The part of a page, at its top and at its foot, in which running heads and page numbers stand."""
_FOOT_GAP = 1.2
"""How far, in sizes, a bare number stands below the text where it is the page's number, on a single page."""

_DECORATED = re.compile(
    r"[-—–－―~·•*\s]+\d{1,4}[-—–－―~·•*\s]+"
    r"|[-—–－\s]*第\s*[\d一二三四五六七八九十百]+\s*页[\s,，/／、（(]*(?:共\s*[\d一二三四五六七八九十百]+\s*页)?[)）\s-]*"
    r"|共\s*\d+\s*页\s*[,，]?\s*第\s*\d+\s*页"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|Page\s+\d+(?:\s+of\s+\d+)?"
    r"|[ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,6}",
    re.IGNORECASE,
)
_NUMBER_WITHIN = re.compile(
    r"\d{1,4}\s*[/／]\s*\d{1,4}$|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|[-—–－]\s*\d{1,4}\s*[-—–－]$"
)
"""A page's number in a line with other words; a bare one may be of the words: 表 1."""
_BARE = re.compile(r"\d{1,4}")
_UNIT = re.compile(r"单位\s*[:：]?.*[元％%]")


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Leave out running heads, running feet and page numbers."""
    marginal = [_marginal(sheet) for sheet in sheets]
    often = Counter(key for lines in marginal for key in {_key(one) for one in lines})
    least = max(2, len(sheets) // 2 + 1)
    offset = _offset(marginal, sheets)
    kept = []
    for sheet, lines in zip(sheets, marginal, strict=True):
        gone = {
            id(one)
            for one in lines
            if (often[_key(one)] >= least and not _UNIT.search(one.text)) or _is_number(one, sheet, offset)
        }
        kept.append(replace(sheet, parts=tuple(one for one in sheet.parts if id(one) not in gone)))
    return kept


def _marginal(sheet: Sheet) -> list[Line]:
    """Give the lines that stand at the top and at the foot of a page."""
    lines = [one for one in sheet.parts if isinstance(one, Line)]
    top, foot = _MARGIN * sheet.height, (1 - _MARGIN) * sheet.height
    return [one for one in lines if one.bottom <= top or one.top >= foot]


def _key(line: Line) -> tuple[str, int]:
    """Give the text and its height on the page, to a few points."""
    return "".join(_NUMBER_WITHIN.sub("#", line.text).split()), round((line.top + line.bottom) / 8)


def _offset(marginal: Sequence[Sequence[Line]], sheets: Sequence[Sheet]) -> int | None:
    """Tell by how much bare numbers in the margins differ from the pages they stand on, if by the same on most."""
    differences = Counter(
        int(one.text) - sheet.number
        for sheet, lines in zip(sheets, marginal, strict=True)
        for one in lines
        if _BARE.fullmatch(one.text)
    )
    best = differences.most_common(1)
    return best[0][0] if best and best[0][1] >= max(2, len(sheets) // 2) else None


def _is_number(line: Line, sheet: Sheet, offset: int | None) -> bool:
    text = line.text.strip()
    if _DECORATED.fullmatch(text):
        return True
    if not _BARE.fullmatch(text):
        return False
    if offset is not None:
        return int(text) == sheet.number + offset
    above = [one.bottom for one in sheet.parts if one is not line and one.top < line.top]
    is_last = not any(one.top > line.bottom for one in sheet.parts)
    return is_last and line.top - max(above, default=0.0) > _FOOT_GAP * line.size
