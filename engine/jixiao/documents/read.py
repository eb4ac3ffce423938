"""A paper → what it says: figures, claims, and what was left unread."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import replace
from jixiao.documents.claims import prose_claims
from jixiao.documents.contents import entry_of
from jixiao.documents.figures.folded import fold, pieces
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.prose import Prose
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.write import Writer
from jixiao.documents.head import head_of
from jixiao.documents.oddities import doubted, oddities_of
from jixiao.documents.paper import LINES_APART, Block, Paper, Paragraph, is_contents
from jixiao.documents.places import Places
from jixiao.documents.projects.projects import OF_PROJECTS, only_project, with_projects
from jixiao.documents.projects.spent import as_spent
from jixiao.documents.rivals import with_rivals
from jixiao.documents.rows import Rows
from jixiao.documents.sections import MAX_HEAD, Sections
from jixiao.documents.tables.columns import unit_declared, unit_in
from jixiao.documents.tables.reader import Around, TableReader
from jixiao.documents.tables.unprinted import with_units
from jixiao.language.span import Span
from jixiao.model.reading import ALL_PROJECTS, ReadFigure, Reading, Unread, as_of_project
from jixiao.model.ruleset import Item

PAGE = "目录的页码"
"""Why the numbers of a 目录 are left unread."""


def read_report(
    paper: Paper, items: Mapping[str, Item], lexicon: Lexicon | None = None, year: int | None = None
) -> Reading:
    """Read a report; `items` are what it may speak of, `year` is its own where it prints none. What it scores plays no part."""
    known = lexicon or Lexicon(items)
    head = head_of(paper)
    if head.year is None:
        head = replace(head, year=year)
    writer = Writer(paper.text, known.items, head.year)
    prose = Prose(known, writer)
    tables, sections = TableReader(known, paper, prose), Sections(known)
    figures: list[ReadFigure] = []
    around = Around(head.year)
    last: Subject | None = None
    for block in paper.blocks:
        if is_contents(block):
            _leave(block, writer)
            continue
        if not isinstance(block, Paragraph):
            around.topic = last
            figures += tables.read(block, around)
            continue
        passage = fold(paper.text, block.span)
        topic = sections.topic_of(passage.text)
        short = len(passage.text) <= MAX_HEAD or "单位:" in passage.text[-14:]
        around.unit(unit_in(passage.text) if short else unit_declared(passage.text))
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
    spans = [one.span for one in paper.blocks if not isinstance(one, Paragraph)]
    figures = list(with_units(figures, spans, known.items))
    places, rows = Places(paper), Rows(paper)
    owned, claimed = with_projects(paper, head.kind, figures, (*prose_claims(paper), *tables.claims))
    if head.kind == OF_PROJECTS:
        owned = tuple(as_spent(one, items) for one in owned)
    told = with_rivals(paper, owned, items)
    figures = [replace(one, place=places.of(one.span), row=rows.of(one.span)) for one in told]
    claims = tuple(replace(one, place=places.of(one.span), row=rows.of(one.span)) for one in claimed)
    unread = (*writer.unread, *tables.unread)
    remarks = tuple(one.text for one in paper.remarks)
    ordered = tuple(sorted(figures, key=lambda one: (one.span.start, one.span.end)))
    apart = [
        one if one.project in (None, ALL_PROJECTS) else as_of_project(one, f"{one.project}")
        for one in ordered
    ]
    found = oddities_of(paper, apart, head.year, items)
    odd = tuple(replace(one, place=places.of(one.span)) for one in found)
    return Reading(
        paper.name, paper.text, head, doubted(ordered, odd), claims, unread, remarks, odd, only_project(paper)
    )


def _leave(listed: Block, writer: Writer) -> None:
    """Note the pages of a 目录 as left unread."""
    start = listed.span.start
    for line in writer.text[start : listed.span.end].split(LINES_APART):
        if (entry := entry_of(line)) is not None:
            span = Span(start + entry.start, start + entry.end)
            writer.unread.append(Unread(writer.text[span.start : span.end], span, PAGE))
        start += len(line) + len(LINES_APART)
