"""What a file is, by what is in it: a page that Word saved as `.doc` is a page, a workbook named `.docx` a workbook."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from jixiao.documents.readers import messages
from jixiao.documents.readers.ole import OLE_MARK, streams_of
from jixiao.files.archive import Archive
from jixiao.model.diagnostic import Diagnostic, Place, Refused

HEAD_BYTES = 4_096
"""How much of a file's beginning is looked at. A page's first tag comes before that, whatever stands above it."""

PDF_HEAD_BYTES = 1_024
"""How far from the start of a pdf its mark may stand; readers of pdf allow as much."""


class Kind(Enum):
    """What a file can be that is read."""

    DOCX = "docx"
    XLSX = "xlsx"
    OFD = "ofd"
    PDF = "pdf"
    HTML = "html"
    MHTML = "mhtml"
    TEXT = "text"


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLD = (
    ("EncryptedPackage", messages.ENCRYPTED),
    ("WordDocument", messages.OLD_WORD),
    ("Workbook", messages.OLD_EXCEL),
    ("Book", messages.OLD_EXCEL),
    ("PowerPoint Document", messages.SLIDES),
)
_PACKAGES: tuple[tuple[bytes, Kind | str], ...] = (
    (b"wordprocessingml.document.main", Kind.DOCX),
    (b"wordprocessingml.template.main", Kind.DOCX),
    (b"ms-word.document.macroEnabled.main", Kind.DOCX),
    (b"ms-word.template.macroEnabledTemplate.main", Kind.DOCX),
    (b"spreadsheetml.sheet.main", Kind.XLSX),
    (b"spreadsheetml.template.main", Kind.XLSX),
    (b"ms-excel.sheet.macroEnabled.main", Kind.XLSX),
    (b"ms-excel.sheet.binary.macroEnabled.main", messages.BINARY_EXCEL),
    (b"presentationml.", messages.SLIDES),
)
_PARTS: tuple[tuple[str, Kind | str], ...] = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("OFD.xml", Kind.OFD),
    ("META-INF/manifest.xml", messages.OPEN_DOCUMENT),
)
_PAGE = re.compile(
    r"<(!doctype\s+html|html|head|meta|title|body|table|div|p|span|style|script|br|h[1-6])\b", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(r"<(html|body)[\s>]", re.IGNORECASE)
_PDF = re.compile(rb"(\A|[\r\n\0\xbf])%PDF-\d")
_OWN = re.compile(
    b'(?:\xef\xbb\xbf)?(?:(?:\xe2\x94\x81){20}|\\{\\s*"format": "jixiao\\.'
    b"|<!doctype html>\n<html lang=\"zh-CN\">.{0,250}default-src 'none'; style-src 'unsafe-inline')"
)
"""How what Jixiao writes itself begins: a text with a bar, json, a page. Its own numbers would be read as the report's."""
_ENVELOPE = re.compile(rb"^(MIME-Version|Content-Type|From|Subject|Date):", re.IGNORECASE | re.MULTILINE)
_MULTIPART = re.compile(rb"^Content-Type:\s*multipart/", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes, name: str) -> Kind:
    """Tell what the bytes of a file are; raises Refused, saying what to do, where that is nothing that is read."""
    found = _packed(data, name) or _by_mark(data) or _by_words(data)
    if isinstance(found, Kind):
        return found
    raise Refused(Diagnostic(Place(name), found))


def _packed(data: bytes, name: str) -> Kind | str | None:
    """Look into a zip file or an OLE file."""
    if data.startswith(OLE_MARK):
        streams = streams_of(data)
        return next((message for stream, message in _OLD if stream in streams), messages.OLD_OFFICE)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    archive = Archive(data, name)
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive else b""
    by_type = next((kind for mark, kind in _PACKAGES if mark in types), None)
    by_part = next((kind for part, kind in _PARTS if part in archive), None)
    return by_type or by_part or messages.OTHER_ARCHIVE


def _by_mark(data: bytes) -> Kind | str | None:
    """Look at the first bytes."""
    if _PDF.search(data[:PDF_HEAD_BYTES]):
        return Kind.PDF
    if data.startswith(b"{\\rtf"):
        return messages.RICH_TEXT
    if data.startswith(_ARCHIVES):
        return messages.OTHER_ARCHIVE
    is_riff = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return messages.PICTURE if is_riff or (data.startswith(_PICTURES) and b"\0" in data[:64]) else None


def _by_words(data: bytes) -> Kind | str:
    """Look at the first words, in whatever encoding."""
    if _OWN.match(data):
        return messages.OWN_RESULT
    head = _beginning(data)
    if _ENVELOPE.match(data.lstrip()[:HEAD_BYTES]) and _MULTIPART.search(data[:HEAD_BYTES]):
        return Kind.MHTML
    if head.startswith("<?xml"):
        if "progid=" in head and "mso-application" in head:
            return messages.OFFICE_XML
        if not re.search(r"<(!doctype\s+)?html\b", head, re.IGNORECASE):
            return messages.OTHER_XML
    is_page = _WHOLE_PAGE.search(head) or (head.startswith("<") and _PAGE.search(head))
    return Kind.HTML if is_page else Kind.TEXT


def _beginning(data: bytes) -> str:
    """Give the first words as far as they are ASCII, after what marks the encoding and comments."""
    head = data[:HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return re.sub(r"\A(\s|<!--.*?-->)+", "", text, flags=re.DOTALL)
