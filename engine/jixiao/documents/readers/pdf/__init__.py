"""A pdf with a text layer → paper: paragraphs from lines, tables from rules, over all its pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers.naming import paper_name
from jixiao.documents.readers.pdf import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jixiao.documents.readers.pdf.clock import Clock
    from jixiao.documents.readers.pdf.sheet import Sheet

MAX_BYTES = 100_000_000
"""Largest pdf; one of 100 pages with photos has 30 MB. Stops files that take long only to be looked through."""
MAX_PAGES = 400
"""Most pages; the longest accounts that departments publish have some 150. Stops files that take minutes."""
MAX_SECONDS = 60.0
"""Longest that one pdf is read; 20 pages take one. Stops whatever the other bounds do not."""


def read_pdf(data: bytes, name: str) -> Paper:
    """Read a pdf; raises Refused where it is scanned, encrypted, broken or beyond a bound."""
    from jixiao.documents.readers.pdf.bounded import MAX_STREAM_BYTES, TooLarge
    from jixiao.documents.readers.pdf.clock import Clock, TookTooLong, alarm_after

    if len(data) > MAX_BYTES:
        raise _refused(name, messages.TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    try:
        with _quiet(), alarm_after(MAX_SECONDS):
            sheets = _sheets(data, name, Clock(MAX_SECONDS))
    except TookTooLong as error:
        raise _refused(name, messages.TOO_SLOW, limit=int(MAX_SECONDS)) from error
    except TooLarge as error:
        if error.page:
            raise _refused(name, messages.PAGE_TOO_LARGE, page=error.page) from error
        raise _refused(name, messages.STREAM_TOO_LARGE, limit=MAX_STREAM_BYTES // 1_000_000) from error
    _refuse_without_text(sheets, name)
    return _paper(sheets, name)


def _sheets(data: bytes, name: str, clock: Clock) -> list[Sheet]:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    from jixiao.documents.readers.pdf.bounded import BoundedPDF, TooLarge
    from jixiao.documents.readers.pdf.sheet import sheet

    sheets: list[Sheet] = []
    try:
        for page in BoundedPDF(data, clock).each_page():
            if len(sheets) == MAX_PAGES:
                raise _refused(name, messages.TOO_MANY_PAGES, limit=MAX_PAGES)
            sheets.append(sheet(page))
    except (Refused, TooLarge):
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise _refused(name, messages.ENCRYPTED) from error
    except Exception as error:
        raise _refused(name, messages.BROKEN) from error
    return sheets


def _refuse_without_text(sheets: Sequence[Sheet], name: str) -> None:
    if not sheets:
        raise _refused(name, messages.NO_PAGES)
    pictures = [one for one in sheets if one.is_picture]
    characters = sum(one.characters for one in sheets)
    # A scan may bear a stamp of the program that made it, or page numbers.
    if pictures and characters < 20 * len(sheets) and 2 * len(pictures) >= len(sheets):
        raise _refused(name, messages.SCANNED)
    if not characters and not any(one.is_sideways for one in sheets):
        raise _refused(name, messages.NO_TEXT)


def _paper(sheets: Sequence[Sheet], name: str) -> Paper:
    from jixiao.documents.readers.pdf.flow import flow
    from jixiao.documents.readers.pdf.glyphs import UNREAD

    builder = PaperBuilder(paper_name(name, ".pdf"))
    unread: dict[int, int] = {}
    first = None
    for block in flow(sheets):
        if isinstance(block.content, str):
            text = block.content
            span = builder.paragraph(text)
        else:
            text = "".join(cell.text for row in block.content for cell in row)
            span = builder.table(block.content)
        if UNREAD in text:
            unread[block.page] = unread.get(block.page, 0) + text.count(UNREAD)
            first = first or span
    if unread:
        told = filled(messages.GLYPHS_UNREAD, count=sum(unread.values()), pages=_pages(sorted(unread)))
        builder.remark("glyphs-unread", told, first)
    for code, message, pages in (
        (
            "pages-unread",
            messages.PAGES_UNREAD,
            [one.number for one in sheets if one.is_picture and one.characters < 20],
        ),
        ("rotated-unread", messages.ROTATED_UNREAD, [one.number for one in sheets if one.is_sideways]),
        ("tables-unread", messages.TABLES_UNREAD, [one.number for one in sheets if one.is_given_up]),
    ):
        if pages:
            builder.remark(code, filled(message, pages=_pages(pages)))
    return builder.finished()


def _pages(numbers: Sequence[int]) -> str:
    shown = "、".join(str(one) for one in numbers[:10])
    return f"第 {shown} 页" if len(numbers) <= 10 else f"第 {shown} 等 {len(numbers)} 页"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pdfminer from telling on the terminal what is unusual in a file."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _refused(name: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(name), filled(message, **pieces)))
