"""An OFD file → paper."""

from __future__ import annotations

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers import messages
from jixiao.documents.readers.ofd.lines import lines_of, paragraphs_of
from jixiao.documents.readers.ofd.package import pages_of
from jixiao.documents.readers.ofd.pieces import pieces_of
from jixiao.model.diagnostic import Diagnostic, Place, Refused


def read_ofd(data: bytes, name: str) -> Paper:
    """Read an OFD file's text; raises Refused where it is broken or only pictures of text."""
    pages = [lines_of(piece for root in roots for piece in pieces_of(root)) for roots in pages_of(data, name)]
    builder = PaperBuilder(name)
    for paragraph in paragraphs_of(pages):
        builder.paragraph(paragraph)
    paper = builder.finished()
    if not paper.blocks:
        raise Refused(Diagnostic(Place(name), messages.NO_TEXT_IN_OFD))
    return paper
