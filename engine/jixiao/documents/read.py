"""A paper → what it says: figures, claims, and what was left unread."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import replace
from jixiao.documents.claims import prose_claims
from jixiao.documents.contents import WHY, Contents
from jixiao.documents.figures.folded import fold, pieces
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.numbers import numbers
from jixiao.documents.figures.prose import Prose
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.write import Writer
from jixiao.documents.head import head_of
from jixiao.documents.oddities import oddities_of
from jixiao.documents.paper import Paper, Paragraph
from jixiao.documents.places import Places
from jixiao.documents.sections import MAX_HEAD, Sections
from jixiao.documents.tables.columns import unit_in
from jixiao.documents.tables.reader import Around, TableReader
from jixiao.model.reading import ReadFigure, Reading
from jixiao.model.ruleset import Item


def read_report(paper: Paper, items: Mapping[str, Item], lexicon: Lexicon | None = None) -> Reading:
    """Read a report; `items` are what it may speak of. What it scores plays no part."""
    known = lexicon or Lexicon(items)
    head = head_of(paper)
    writer = Writer(paper.text, known.items, head.year)
    prose = Prose(known, writer)
    tables, sections = TableReader(known, paper, prose), Sections(known)
    figures: list[ReadFigure] = []
    around, contents = Around(head.year), Contents()
    last: Subject | None = None
    for block in paper.blocks:
        if not isinstance(block, Paragraph):
            around.topic = last
            figures += tables.read(block, around)
            continue
        passage = fold(paper.text, block.span)
        if contents.takes(paper.words(block.span)):
            for number in numbers(passage.text):
                writer.leave(passage, number, WHY)
            continue
        topic = sections.topic_of(passage.text)
        shown = (
            unit_in(passage.text) if len(passage.text) <= MAX_HEAD or "单位:" in passage.text[-14:] else ""
        )
        around.unit(shown)
        read: list[ReadFigure] = []
        goes_on: Subject | None = None
        for piece in pieces(passage):
            read += prose.read(piece, topic or goes_on)
            is_cut = bool(read) and not piece.text.endswith(("。", "!", "?"))  # within a sentence
            goes_on = Subject(read[-1].item, items.get(read[-1].item)) if is_cut else None
        figures += read
        whole = next((one for one in read if one.known and one.unit not in ("%", "人", "个")), None)
        if whole is not None:
            last = Subject(whole.item, items.get(whole.item))
        elif topic is not None:
            last = topic
    places = Places(paper)
    figures = [replace(one, place=places.of(one.span)) for one in figures]
    claims = tuple(replace(one, place=places.of(one.span)) for one in (*prose_claims(paper), *tables.claims))
    unread = (*writer.unread, *tables.unread)
    remarks = tuple(one.text for one in paper.remarks)
    ordered = tuple(sorted(figures, key=lambda one: (one.span.start, one.span.end)))
    odd = tuple(replace(one, place=places.of(one.span)) for one in oddities_of(paper, ordered, head.year))
    return Reading(paper.name, paper.text, head, ordered, claims, unread, remarks, odd)
