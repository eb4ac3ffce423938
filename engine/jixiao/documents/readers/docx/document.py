"""A docx → paper."""

from __future__ import annotations

from jixiao.documents.paper import Paper, PaperBuilder
from jixiao.documents.readers import messages
from jixiao.documents.readers.docx.flow import Flow, Words
from jixiao.documents.readers.docx.names import W, child
from jixiao.documents.readers.docx.numbering import Numbering
from jixiao.documents.readers.docx.package import Package
from jixiao.documents.readers.docx.styles import Styles
from jixiao.documents.readers.docx.tally import Tally
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

NOTES = ("footnotes", "endnotes")

MAX_PIECES = 300_000
"""Most paragraphs and runs; a report of 100 pages has 10,000. Stops a file that would take minutes."""


def read_docx(data: bytes, name: str) -> Paper:
    """Read a docx as accepted and as shown; raises Refused where it is broken or holds no text."""
    package = Package(data, name)
    root = package.main()
    body = child(root, "body")
    if body is None:
        raise Refused(Diagnostic(Place(name), messages.NO_DOCUMENT))
    if sum(1 for _ in root.iter(f"{W}p", f"{W}r")) > MAX_PIECES:
        raise Refused(Diagnostic(Place(name), filled(messages.TOO_LONG, limit=MAX_PIECES // 10_000)))
    styles = Styles(package.part("styles"))
    tally = Tally(comments=_comments(package))
    notes = {kind: part for kind in NOTES if (part := package.part(kind)) is not None}
    flow = Flow(root, styles, Numbering(package.part("numbering"), styles), notes, tally)
    builder = PaperBuilder(name)
    for one in flow.read(body):
        if isinstance(one, Words):
            builder.paragraph(one.text, one.note)
        else:
            builder.table(one.rows)
    tally.said_in(builder)
    paper = builder.finished()
    if not paper.blocks:
        said = messages.ONLY_PICTURES if package.has_pictures else messages.NO_TEXT
        raise Refused(Diagnostic(Place(name), said))
    return paper


def _comments(package: Package) -> int:
    part = package.part("comments")
    return 0 if part is None else len(part.findall(f"{W}comment"))
