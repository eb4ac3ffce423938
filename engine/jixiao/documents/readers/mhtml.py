"""A page saved as one file (MHTML), as Word and browsers do: the page in it is read, pictures are left."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from importlib import import_module

from jixiao.documents.paper import Paper
from jixiao.documents.readers import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_PARTS = 10_000
"""Most lines that may begin a part; a page with 300 pictures has as many parts. Stops envelopes of a million parts."""


def read_mhtml(data: bytes, name: str) -> Paper:
    """Read the first page in the envelope; raises Refused where there is none."""
    if data.count(b"\n--") > MAX_PARTS:
        raise Refused(Diagnostic(Place(name), filled(messages.TOO_MANY_PARTS, limit=MAX_PARTS)))
    for part in BytesParser(policy=compat32).parsebytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return import_module("jixiao.documents.readers.html").read_html(_text(page, part), name)  # type: ignore[no-any-return]
    raise Refused(Diagnostic(Place(name), messages.NO_PAGE))


def _text(page: bytes, part: Message) -> str | bytes:
    """Give the page's text where the envelope says its encoding; the page itself may say it otherwise."""
    charset = part.get_content_charset()
    if charset is None:
        return page
    try:
        return page.decode("gb18030" if charset in ("gb2312", "gbk") else charset)
    except (LookupError, UnicodeDecodeError):
        return page
