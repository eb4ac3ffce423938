"""A path → paper: opens the file within bounds, tells what it is, and hands it to the reader of its format."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from importlib import import_module
from itertools import islice
from pathlib import Path

from jixiao.documents.paper import Paper
from jixiao.documents.readers import messages
from jixiao.documents.readers.sniff import Kind, kind_of
from jixiao.files.existence import is_closed
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_BYTES = 50_000_000
"""Largest file read; a report of 200 pages with pictures has 20 MB. Stops files that only fill memory."""

MAX_TEXT_BYTES = 20_000_000
"""Largest page or text; the longest report has 1 MB. Stops a page of 200 MB, which takes minutes to look through."""

MAX_CHARACTERS = 2_000_000
"""Longest report; one of 300 pages has 300,000 characters. Stops texts that take minutes."""

MAX_NUMBERS = 30_000
"""Most numbers of a report, ordinals included; the accounts of a department have 10,000. Stops tables of a million cells."""

MEGABYTE = 1_000_000
TEN_THOUSAND = 10_000
_NUMBER = re.compile(r"\d[\d.,]*+")

_READERS = {
    Kind.DOCX: ("docx.document", "read_docx"),
    Kind.XLSX: ("xlsx", "read_xlsx"),
    Kind.OFD: ("ofd.document", "read_ofd"),
    Kind.PDF: ("pdf", "read_pdf"),
    Kind.HTML: ("html", "read_html"),
    Kind.MHTML: ("mhtml", "read_mhtml"),
    Kind.TEXT: ("text", "read_text"),
}
_PAGES = (Kind.HTML, Kind.MHTML, Kind.TEXT)
_EXTRA = ("lxml", "openpyxl", "pdfplumber", "pdfminer", "pypdfium2", "PIL")


def read_paper(path: Path) -> Paper:
    """Read a report of any format; raises Refused with one message that names the file and says what to do."""
    try:
        kind, data = _opened(path)
        paper = _paper(kind, data, path.stem)
        _refuse_long(paper)
        return paper
    except Refused as refused:
        raise Refused(*(_at(path, one) for one in refused.diagnostics)) from refused


def read_kind(path: Path) -> tuple[Kind, bytes]:
    """Tell what a file is, and give its bytes; raises Refused as `read_paper` does."""
    try:
        return _opened(path)
    except Refused as refused:
        raise Refused(*(_at(path, one) for one in refused.diagnostics)) from refused


def _opened(path: Path) -> tuple[Kind, bytes]:
    data = _read_bytes(path)
    if not data:
        raise _refused(messages.EMPTY_FILE)
    kind = kind_of(data, path.name)
    if kind in _PAGES and len(data) > MAX_TEXT_BYTES:
        raise _refused(messages.TOO_LARGE, limit=MAX_TEXT_BYTES // MEGABYTE)
    return kind, data


def _refuse_long(paper: Paper) -> None:
    if len(paper.text) > MAX_CHARACTERS:
        raise _refused(messages.REPORT_TOO_LONG, limit=MAX_CHARACTERS // TEN_THOUSAND)
    if sum(1 for _ in islice(_NUMBER.finditer(paper.text), MAX_NUMBERS + 1)) > MAX_NUMBERS:
        raise _refused(messages.TOO_MANY_NUMBERS, limit=MAX_NUMBERS // TEN_THOUSAND)


def _paper(kind: Kind, data: bytes, name: str) -> Paper:
    """Have the reader of a format read it; its libraries, which need not be installed, are loaded by then."""
    module, function = _READERS[kind]
    try:
        loaded = import_module(f"jixiao.documents.readers.{module}")
        reader: Callable[[bytes, str], Paper] = getattr(loaded, function)
        return reader(data, name)
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library in _EXTRA:
            raise _refused(messages.NO_EXTRA, name=library) from error
        raise


def _read_bytes(path: Path) -> bytes:
    """Give the bytes of an ordinary file; a pipe, which might never end, is not opened."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refused(messages.CLOSED_FOLDER if is_closed(path) else messages.IS_FOLDER)
        if not stat.S_ISREG(mode):
            raise _refused(messages.NOT_REGULAR)
        with path.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > MAX_BYTES:
                raise _refused(messages.TOO_LARGE, limit=MAX_BYTES // MEGABYTE)
            return stream.read(MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _refused(messages.MISSING_FILE) from error
    except PermissionError as error:
        raise _refused(messages.UNREADABLE, why=messages.NO_PERMISSION) from error
    except (OSError, ValueError) as error:
        code = getattr(error, "errno", None)
        raise _refused(
            messages.UNREADABLE, why=errno.errorcode.get(code or 0, type(error).__name__)
        ) from error


def _at(path: Path, found: Diagnostic) -> Diagnostic:
    """Name the file as it was given, whatever name its reader knew it by."""
    return Diagnostic(Place(str(path), found.place.line, found.place.column), found.message)


def _refused(message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(""), filled(message, **pieces)))
