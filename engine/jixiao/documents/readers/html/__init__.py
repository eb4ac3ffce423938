"""A page of the web → paper: its text and tables, without what the site puts around them."""

from __future__ import annotations

import re

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers.html import messages
from jixiao.documents.readers.naming import paper_name
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from jixiao.documents.readers.html.cells import Block

MAX_BYTES = 50_000_000
"""Largest file; a page saved with its pictures has 10 MB. Stops files that take long only to be looked through."""
MAX_PAGE_CHARACTERS = 20_000_000
"""Longest page; the accounts of a department have 2 million as Word saves them."""
MAX_ELEMENTS = 300_000
"""Most elements of a page; long accounts have 100,000. Stops pages that fill memory."""
MAX_DEPTH = 400
"""Deepest nesting; pages of sites have 40, and some that close nothing 200. Stops looking at each part so often."""

_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml", ".mhtml", ".mht")
_IS_PAGE = re.compile(
    r"<(?:!doctype|html|head|body|meta|table|div|p|pre|br|h\d|span|font|center|section|article|main|ol|ul)[\s>/]",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f]")


def read_html(data: bytes, name: str) -> Paper:
    """Read a page, or one saved with its pictures (.mht); raises Refused where there is no text or too much."""
    from jixiao.documents.readers.grid import MAX_CELLS, TooManyCells
    from jixiao.documents.readers.html.decode import NoPageInside, page_text

    if len(data) > MAX_BYTES:
        raise _refused(name, messages.TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    try:
        text = page_text(data)
    except NoPageInside as error:
        raise _refused(name, messages.NO_PAGE_INSIDE) from error
    except Exception as error:
        raise _refused(name, messages.BROKEN) from error
    if len(text) > MAX_PAGE_CHARACTERS:
        raise _refused(name, messages.TOO_LARGE, limit=MAX_PAGE_CHARACTERS // 1_000_000)
    try:
        found = _blocks(text, name)
    except TooManyCells as error:
        raise _refused(name, messages.TOO_MANY_CELLS, limit=MAX_CELLS) from error
    return _paper(found, name)


def _blocks(text: str, name: str) -> list[Block]:
    from jixiao.documents.readers.html.blocks import blocks
    from jixiao.documents.readers.html.furniture import leave_out_furniture
    from jixiao.documents.readers.html.visible import leave_out_unseen

    if not _IS_PAGE.search(text):
        raise _refused(name, messages.NO_PAGE)
    root = _root(text, name)
    _refuse_beyond(root, name)
    leave_out_unseen(root)
    leave_out_furniture(root)
    return blocks(root)


def _root(text: str, name: str) -> HtmlElement:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    # Its own encoding: what the page declares of itself was looked at before.
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return document_fromstring(_CONTROLS.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise _refused(name, messages.NO_TEXT) from error


def _refuse_beyond(root: HtmlElement, name: str) -> None:
    from lxml.etree import iterwalk

    count = depth = 0
    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH:
            raise _refused(name, messages.TOO_DEEP, limit=MAX_DEPTH)
        if count > MAX_ELEMENTS:
            raise _refused(name, messages.TOO_MANY_ELEMENTS, limit=MAX_ELEMENTS)


def _paper(found: list[Block], name: str) -> Paper:
    builder = PaperBuilder(paper_name(name, *_SUFFIXES))
    unread, first = 0, None
    for block in found:
        if isinstance(block, str):
            span = builder.paragraph(block)
            text = block
        else:
            span = builder.table(block.rows)
            text = "".join(cell.text for row in block.rows for cell in row)
        unread += text.count("\ufffd")
        first = first or (span if "\ufffd" in text else None)
    if unread:
        builder.remark("bytes-unread", filled(messages.BYTES_UNREAD, count=unread), first)
    paper = builder.finished()
    if not paper.blocks:
        raise _refused(name, messages.NO_TEXT)
    return paper


def _refused(name: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(name), filled(message, **pieces)))
