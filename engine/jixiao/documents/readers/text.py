"""Plain text → paper: the text is the file itself, decoded, with line ends as LF."""

from __future__ import annotations

from jixiao.documents.paper import Block, Paper, Paragraph
from jixiao.documents.readers import messages
from jixiao.documents.readers.encoding import decode
from jixiao.language.span import Span
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_LINES = 200_000
"""Most lines; a report of 100 pages has 4,000. Stops a file of line ends from filling memory."""


def read_text(data: bytes, name: str) -> Paper:
    """Read a text file; raises Refused where its encoding is not known or nothing stands in it."""
    text = decode(data, name)
    if text.count("\n") > MAX_LINES:
        raise Refused(Diagnostic(Place(name), filled(messages.TOO_MANY_LINES, limit=MAX_LINES // 10_000)))
    blocks = _lines(text)
    if not blocks:
        raise Refused(Diagnostic(Place(name), messages.NO_TEXT))
    return Paper(name, text, blocks)


def _lines(text: str) -> tuple[Block, ...]:
    """Give a paragraph for each line in which something stands."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)
