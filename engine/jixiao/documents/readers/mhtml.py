"""A page saved as one file (MHTML), as Word and browsers do: the page in it is read, pictures are left."""

from __future__ import annotations

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
    from jixiao.documents.readers.html import read_html  # it opens envelopes itself

    return read_html(data, name)
