"""The small rules of a sentence in a page: a row each, and a drawing of what is counted or measured."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jixiao.model.portrait import Portrait
from jixiao.model.term import TermKind, TermPortrait
from jixiao.reports.page.html import element
from jixiao.reports.show.graph_page import drawn, figure, table
from jixiao.reports.show.term_words import SAYS, how_to_write, sections_of

HEADING = ("类别", "条款", "得分", "怎样写")


def term_parts(portrait: Portrait, name: str, key: str, computed: str) -> Iterator[Element]:
    """Yield a table of the terms of each section, then the drawings; `computed`: what a formula works out."""
    tables = [
        table(heading, HEADING, [_row(portrait, term, computed) for term in terms], "terms")
        for heading, terms in sections_of(portrait)
    ]
    yield element("div", *tables, class_="sections")
    counted = [*_figures(portrait, name, key)]
    if counted:
        yield element("div", *counted, class_="plots")
    for place, term in enumerate(portrait.terms):
        if term.graph is not None and term.kind is TermKind.VALUE:
            yield drawn(term.graph, term.input, f"{key}-{place}")


def _row(portrait: Portrait, term: TermPortrait, computed: str) -> tuple[str, ...]:
    how = how_to_write(portrait, term, computed).removeprefix(SAYS)
    return term.kind.word, term.clause, term.effect, how


def _figures(portrait: Portrait, name: str, key: str) -> Iterator[Element]:
    for place, term in enumerate(portrait.terms):
        if term.graph is not None and term.kind is not TermKind.VALUE:
            yield figure(term.graph, f"{name}，{term.input}", f"{key}-{place}", term.input)
