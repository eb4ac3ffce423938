"""Plain text → paper: the text is the file itself, and its blocks are found again by what its lines look like."""

from __future__ import annotations

from jixiao.documents.layout.arrange import arrange
from jixiao.documents.paper import Paper
from jixiao.documents.readers import messages
from jixiao.documents.readers.encoding import decode
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_LINES = 200_000
"""Most lines; a report of 100 pages has 4,000. Stops a file of line ends from filling memory."""


def read_text(data: bytes, name: str) -> Paper:
    """Read a text file; raises Refused where its encoding is not known, or nothing or too much stands in it."""
    text = decode(data, name)
    if text.count("\n") > MAX_LINES:
        raise Refused(Diagnostic(Place(name), filled(messages.TOO_MANY_LINES, limit=MAX_LINES // 10_000)))
    if not text.strip():
        raise Refused(Diagnostic(Place(name), messages.NO_TEXT))
    return paper_of_text(text, name)


def paper_of_text(text: str, name: str) -> Paper:
    """Give the paper of a decoded text, line ends as LF."""
    return Paper(name, text, arrange(text))
