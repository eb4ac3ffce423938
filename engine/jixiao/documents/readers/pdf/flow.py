"""The text of all pages in one flow: paragraphs and tables that go on over a page's end are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.paper import GridCell
from jixiao.documents.readers.pdf.joined import goes_on, grid, repeats_head
from jixiao.documents.readers.pdf.lines import Line
from jixiao.documents.readers.pdf.paragraphs import margins, paragraph
from jixiao.documents.readers.pdf.ruled import Piece
from jixiao.documents.readers.pdf.running import without_running
from jixiao.documents.readers.pdf.sheet import Part, Sheet

_BETWEEN = re.compile(r"[（(]?续?表\s*\d*\s*[（(]?续?[）)]?|.{0,30}[（(]续[）)]|.{0,40}单位\s*[:：].{0,20}")
"""What may stand above a table that goes on from the page before: 续表, and its unit again."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's text or a table's rows, and the page on which it begins, counted from 1."""

    page: int
    content: str | list[list[GridCell]]


def flow(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """Give the blocks of all pages."""
    cleared = without_running(sheets)
    by_width = margins(cleared)
    margin = {sheet.number: by_width[round(sheet.width)] for sheet in cleared}
    parts = [part for sheet in cleared for part in sheet.parts]
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Piece):
            pieces, at = _pieces(parts, at)
            yield Block(part.page, grid(pieces))
        else:
            text, at = paragraph(parts, at, margin[part.page])
            yield Block(part.page, text)


def _pieces(parts: Sequence[Part], at: int) -> tuple[list[Piece], int]:
    """Gather the pieces of a table; gives where the part after it stands."""
    first = parts[at]
    assert isinstance(first, Piece)
    pieces = [first]
    at += 1
    while at < len(parts):
        next_at = at
        while next_at < len(parts) and _is_between(parts[next_at], pieces[-1].page + 1):
            next_at += 1
        after = parts[next_at] if next_at < len(parts) else None
        if not isinstance(after, Piece) or not goes_on(pieces[-1], after):
            break
        if next_at > at and not repeats_head(pieces[0], after):
            break
        pieces.append(after)
        at = next_at + 1
    return pieces, at


def _is_between(part: Part, page: int) -> bool:
    return isinstance(part, Line) and part.page == page and bool(_BETWEEN.fullmatch(part.text))
