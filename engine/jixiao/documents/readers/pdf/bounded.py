"""A pdf opened by pdfplumber so that no part of it grows or lasts without bound."""

from __future__ import annotations

import io
import zlib
from collections.abc import Generator, Iterator
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    stream_value,
)

from pdfminer.ascii85 import ascii85decode, asciihexdecode  # isort: skip — beside the names of the filters
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from jixiao.documents.readers.pdf.clock import Clock

MAX_STREAM_BYTES = 30_000_000
"""Largest stream, unpacked, that is no picture; a font has up to 20 MB. Stops streams that unpack a thousandfold."""
MAX_ALL_BYTES = 200_000_000
"""Most bytes of all streams that are unpacked. Stops many that fill memory together."""
MAX_CONTENT_BYTES = 6_000_000
"""Longest description of a page; one full of text has 0.1 MB, a map 3. Stops pages that take minutes."""
MAX_PACKED_BYTES = 400_000
"""Longest stream packed in the old ways, which are unpacked byte by byte, a few thousandfold at most."""
MAX_OBJECTS = 60_000
"""Most glyphs and drawn paths of a page; a dense one has 6,000. Stops pages that fill memory."""

_CHUNK_BYTES = 100_000


class TooLarge(Exception):
    """A stream, or a page (counted from 1), beyond its bound."""

    def __init__(self, page: int = 0) -> None:
        super().__init__(page)
        self.page = page


class Budget:
    """What is left of what all streams of one file may unpack to."""

    def __init__(self) -> None:
        self.left = MAX_ALL_BYTES

    def spend(self, size: int) -> None:
        """Take what a stream came to."""
        self.left -= size
        if self.left < 0:
            raise TooLarge


class _Stream(PDFStream):
    """A stream that is measured before it is unpacked."""

    budget: Budget

    def decode(self) -> None:
        self.budget.spend(self._size())
        super().decode()

    def _size(self) -> int:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for filter_, _ in self.get_filters():
            if filter_ in LITERALS_FLATE_DECODE:
                data = _inflated(data)
            elif filter_ in LITERALS_ASCII85_DECODE:
                data = ascii85decode(data)
            elif filter_ in LITERALS_ASCIIHEX_DECODE:
                data = asciihexdecode(data)
            elif filter_ in LITERALS_LZW_DECODE or filter_ in LITERALS_RUNLENGTH_DECODE:
                _refuse_long(data)
        return len(data)


def _refuse_long(data: bytes) -> None:
    if len(data) > MAX_PACKED_BYTES:
        raise TooLarge


def _inflated(data: bytes) -> bytes:
    """Unpack as far as it goes, within the bound."""
    unpacking = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    for start in range(0, len(data), _CHUNK_BYTES):
        try:
            part = unpacking.decompress(data[start : start + _CHUNK_BYTES], MAX_STREAM_BYTES + 1 - size)
        except zlib.error:
            break
        parts.append(part)
        size += len(part)
        if size > MAX_STREAM_BYTES:
            raise TooLarge
    return b"".join(parts)


class _Parser(PDFParser):
    """Gives measured streams."""

    budget: Budget

    def push(self, *objs: Any) -> None:
        super().push(*((place, self._measured(one)) for place, one in objs))

    def _measured(self, one: Any) -> Any:
        if type(one) is not PDFStream:
            return one
        stream = _Stream(one.attrs, one.rawdata or b"", one.decipher)
        stream.budget = self.budget
        return stream


class _Device(PDFPageAggregator):
    """Counts what is drawn, and looks at the clock."""

    clock: Clock
    number: int
    drawn: int = 0

    def _count(self) -> None:
        self.clock.check()
        self.drawn += 1
        if self.drawn > MAX_OBJECTS:
            raise TooLarge(self.number)

    def render_char(self, *args: Any, **named: Any) -> float:
        self._count()
        return super().render_char(*args, **named)

    def paint_path(self, *args: Any, **named: Any) -> None:
        self._count()
        super().paint_path(*args, **named)

    def begin_figure(self, *args: Any, **named: Any) -> None:
        self._count()
        super().begin_figure(*args, **named)


class BoundedPage(Page):
    """A page whose description is measured before it is followed."""

    clock: Clock

    def iter_layout_objects(self, layout_objects: list[LTComponent]) -> Generator[dict[str, Any], None, None]:
        """Give what is drawn but the glyphs, which are read from the layout: as dictionaries they take half the time."""
        return super().iter_layout_objects([one for one in layout_objects if not isinstance(one, LTChar)])

    @property
    def layout(self) -> LTPage:
        """What is drawn on the page."""
        if hasattr(self, "_layout"):
            return self._layout
        self.clock.check()
        if sum(len(stream_value(one).get_data()) for one in self.page_obj.contents) > MAX_CONTENT_BYTES:
            raise TooLarge(self.page_number)
        device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
        device.clock, device.number = self.clock, self.page_number
        PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        self._layout: LTPage = device.get_result()
        return self._layout


class BoundedPDF(PDF):
    """A pdf in memory. Raises what pdfminer raises where it is broken or encrypted, and TooLarge."""

    def __init__(self, data: bytes, clock: Clock) -> None:
        self.stream = io.BytesIO(data)
        self.stream_is_external = True
        self.path = self.pages_to_parse = self.laparams = self.password = self.unicode_norm = None
        self.raise_unicode_errors = False
        self.metadata: dict[str, Any] = {}
        self.clock = clock
        parser = _Parser(self.stream)
        parser.budget = Budget()
        self.doc = PDFDocument(parser)
        self.rsrcmgr = PDFResourceManager()

    def each_page(self) -> Iterator[BoundedPage]:
        """Give the pages one by one; nothing is kept of those before."""
        top = 0.0
        for number, described in enumerate(PDFPage.create_pages(self.doc), start=1):
            page = BoundedPage(self, described, number, top)
            page.clock = self.clock
            top += page.height
            yield page
            page.close()
