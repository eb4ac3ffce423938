"""A paper → what it says: figures, claims, and what was left unread."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jixiao.dataclass import replace
from jixiao.documents.claims import prose_claims
from jixiao.documents.figures.columns import unit_in
from jixiao.documents.figures.folded import Folded, fold
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.prose import Prose
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.tables import Around, TableReader
from jixiao.documents.head import head_of
from jixiao.documents.paper import Paper, Paragraph
from jixiao.documents.places import Places
from jixiao.model.reading import ReadFigure, Reading
from jixiao.model.ruleset import Item

_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.](?!\d)|\(\d{1,2}\)|第[一二三四五六七八九十]{1,3}部分)"
)
_LABEL = re.compile(r"^(?P<label>[^:。;,\d]{2,60})[:。](?=.)")
MAX_HEAD = 45
"""Longest paragraph that is a head."""


def read_report(paper: Paper, items: Mapping[str, Item], lexicon: Lexicon | None = None) -> Reading:
    """Read a report; `items` are what it may speak of. What it scores plays no part."""
    known = lexicon or Lexicon(items)
    head = head_of(paper)
    prose = Prose(known, paper.text, head.year)
    tables = TableReader(known, paper)
    figures: list[ReadFigure] = []
    topic: Subject | None = None
    unit = ""
    last: Subject | None = None
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            passage = fold(paper.text, block.span)
            if _is_head(passage.text):
                topic = _topic(passage.text, known)
                last = topic or last
            unit = (
                unit_in(passage.text)
                if len(passage.text) <= MAX_HEAD or "单位:" in passage.text[-14:]
                else ""
            )
            own = _own_topic(passage, known) or topic
            read = list(prose.read(passage, own))
            figures += read
            whole = next((one for one in read if one.known), None)
            if whole is not None:
                last = Subject(whole.item, items.get(whole.item))
            continue
        figures += tables.read(block, Around(head.year, unit, last))
    places = Places(paper)
    figures = [replace(one, place=places.of(one.span)) for one in figures]
    claims = tuple(replace(one, place=places.of(one.span)) for one in (*prose_claims(paper), *tables.claims))
    unread = (*prose.unread, *tables.unread)
    remarks = tuple(one.text for one in paper.remarks)
    return Reading(paper.name, paper.text, head, tuple(_in_order(figures)), claims, unread, remarks)


def _in_order(figures: list[ReadFigure]) -> list[ReadFigure]:
    return sorted(figures, key=lambda one: (one.span.start, one.span.end))


def _is_head(words: str) -> bool:
    return len(words) <= MAX_HEAD and not words.endswith(("。", ";"))


def _topic(words: str, lexicon: Lexicon) -> Subject | None:
    found = list(lexicon.names_in(_HEAD.sub("", words, count=1)))
    found = [one for one in found if not one.entries[0].item.unit.dimension.is_ratio]
    if not found:
        return None
    item = found[-1].entries[0].item
    return Subject(item.name, item)


def _own_topic(passage: Folded, lexicon: Lexicon) -> Subject | None:
    """Give what a paragraph names before its first sentence: 1.社会保障和就业(类)…(项):支出决算为…."""
    match = _HEAD.match(passage.text)
    start = match.end() if match else 0
    label = _LABEL.match(passage.text[start:])
    if label is None or match is None:
        return None
    words = label["label"]
    last = re.search(r"(?:\(款\)|\(类\))(?P<name>[^()]{2,40})\(项\)", words)
    if last is not None:
        return Subject(last["name"])
    return find_subject(words, "万元", lexicon)
