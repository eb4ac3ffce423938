"""The small rules of a sentence in the terminal: a line and, where something is counted or measured, a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from jixiao.model.portrait import Portrait
from jixiao.model.term import TermKind, TermPortrait
from jixiao.reports.draw.chart import FEW_ROWS
from jixiao.reports.draw.pieces import graph_tables
from jixiao.reports.page.labelled import LABEL, indented, labelled
from jixiao.reports.page.wrap import wrap
from jixiao.reports.show.graph_lines import graph_lines
from jixiao.reports.show.term_words import how_to_write, sections_of

CHART = 50
"""Cells of the drawing of a count, one of several."""


def term_lines(portrait: Portrait, width: int, *, curve: bool, computed: str = "") -> Iterator[Text]:
    """Give every term under the heading of its section."""
    for heading, terms in sections_of(portrait):
        yield Text()
        if heading:
            yield Text(heading, "bold")
        for term in terms:
            yield from _term(term, how_to_write(portrait, term, computed), width, curve=curve)


def _term(term: TermPortrait, how: str, width: int, *, curve: bool) -> Iterator[Text]:
    yield from labelled(term.kind.word, term.clause or term.effect, width)
    said = [term.effect if term.clause else "", how]
    yield from indented(iter(wrap("。".join(one for one in said if one), width - LABEL)))
    if term.graph is None:
        return
    if term.kind is TermKind.VALUE:
        yield from indented(graph_tables(term.graph, width - LABEL))
        if curve:
            yield from indented(graph_lines(term.graph, width - LABEL))
    elif curve:
        yield from indented(graph_lines(term.graph, min(width - LABEL, CHART), FEW_ROWS))
