"""Bytes of a page become text, whatever its encoding; pages saved with their pictures (.mht) give the page."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT = 8_192
"""Bytes at the beginning in which the encoding is declared."""

_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}
_ANYTHING = {"iso-8859-1", "latin-1", "latin1", "windows-1252", "us-ascii", "ascii"}
"""Declared by programs that do not know; every byte is a letter in them."""

_IS_MAIL = re.compile(
    rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Type):", re.IGNORECASE
)


class NoPageInside(Exception):
    """A file of several parts none of which is a page."""


def page_text(data: bytes) -> str:
    """Give the text of a page; what cannot be read stands as U+FFFD.

    Raises NoPageInside, and what `email` raises on broken parts.
    """
    declared = None
    if _IS_MAIL.match(data[:_LOOKED_AT]):
        data, declared = _page_of_mail(data)
    return decoded(data, declared)


def _page_of_mail(data: bytes) -> tuple[bytes, str | None]:
    """Give the first page in a file of several parts, as browsers, Word and WPS save them."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                return body, part.get_content_charset()
    raise NoPageInside


def decoded(data: bytes, declared: str | None = None) -> str:
    """Decode by the mark at the beginning, else as UTF-8, else as declared, else as GB18030."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    named = declared or _declared(data)
    codecs_tried = ["utf-8", *([named] if named else []), "gb18030"]
    for codec in codecs_tried:
        text = _strictly(data, codec)
        if text is not None:
            return text
    # One broken byte must not turn a page into another language: the encoding with the fewest wins.
    return min(
        (data.decode(codec, "replace") for codec in codecs_tried), key=lambda text: text.count("\ufffd")
    )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_LOOKED_AT])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    name = _WIDER.get(name, name)
    if not name or name in _ANYTHING:
        return None
    try:
        # Declared in bytes that ASCII can read, so it is none of two bytes a letter; and none that is no text.
        return None if name.startswith(("utf-16", "utf-32", "utf_16")) else _of_text(name)
    except LookupError:
        return None


def _of_text(name: str) -> str | None:
    try:
        "".encode(name)
        b"<".decode(name)
    except (LookupError, UnicodeError, TypeError):
        return None
    return name


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None
