"""A page's elements become paragraphs and grids, in the order in which they are read."""

from __future__ import annotations

import re
import unicodedata

from lxml import etree
from lxml.html import HtmlElement

from jixiao.documents.readers.html.cells import Block, OpenTable
from jixiao.documents.readers.html.lists import Numbers
from jixiao.documents.readers.html.visible import tag_of

_APART = frozenset(
    """
    html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote center section article main header footer nav
    aside form fieldset legend hr address figure figcaption details summary table caption thead tbody tfoot tr td th
    """.split()
)
"""What begins a line of its own, and ends it."""
_DISPLAYED_APART = re.compile(r"display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)

_BREAK = "\0"
"""Stands for <br>; the text of a page holds none."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WEIGHTLESS = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_PARAGRAPHS = re.compile(f"{_BREAK}(?:[ \xa0\u3000]*{_BREAK})+")
_EDGES = " \xa0\u3000\t\n"


def blocks(body: HtmlElement) -> list[Block]:
    """Give the blocks of a page."""
    reading = _Reading()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            reading.start(element)
        else:
            reading.end(element, is_last=element is body)
    return reading.finished()


class _Flow:
    """What is read one after another: a page, a cell, or a caption."""

    def __init__(self, into: list[Block]) -> None:
        self.blocks = into
        self._texts: list[str] = []
        self.number = ""

    def write(self, text: str | None) -> None:
        if text:
            self._texts.append(text)

    def flush(self) -> None:
        """End the paragraph."""
        if not self._texts:
            return
        whole = _WEIGHTLESS.sub("", "".join(self._texts))
        self._texts.clear()
        for part in _PARAGRAPHS.split(_SPACE.sub(_space, whole)):
            lines = (line.strip(_EDGES) for line in part.split(_BREAK))
            text = "\n".join(line for line in lines if line)
            if text:
                self.blocks.append(self.number + text)
                self.number = ""


def _space(found: re.Match[str]) -> str:
    """Write white space as a browser does: none where a line of the file ends between Chinese characters."""
    before, after = (
        found.string[max(0, found.start() - 1) : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    is_between_wide = "\n" in found[0] and _is_wide(before) and _is_wide(after)
    return "" if is_between_wide else " "


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"


class _Reading:
    """Follows the elements of a page. Nothing here recurses: pages nest as deep as they like."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._flows = [_Flow(self._blocks)]
        self._tables: list[OpenTable] = []
        self._opened: dict[HtmlElement, _Flow] = {}
        self._within: dict[_Flow, int] = {self._flows[0]: 0}
        self._numbers = Numbers()
        self._preserved = 0

    def start(self, element: HtmlElement) -> None:
        tag = tag_of(element)
        if _is_apart(element):
            self._flows[-1].flush()
        if tag == "table":
            self._tables.append(OpenTable(element))
        elif self._is_in_table and tag in {"thead", "tbody", "tfoot"}:
            self._tables[-1].is_in_foot = tag == "tfoot"
        elif self._is_in_table and tag == "tr":
            self._tables[-1].begin_row()
        elif self._is_in_table and tag in {"td", "th"}:
            self._open(element, self._tables[-1].begin_cell(element).blocks)
        elif self._is_in_table and tag == "caption":
            self._open(element, self._tables[-1].captions)
        elif tag == "li":
            self._flows[-1].number += self._numbers.before(element)
        elif tag == "br":
            self._flows[-1].write(_BREAK)
        elif tag == "pre":
            self._preserved += 1
        self._write(element.text)

    def end(self, element: HtmlElement, *, is_last: bool) -> None:
        tag = tag_of(element)
        if _is_apart(element):
            self._flows[-1].flush()
        if element in self._opened:
            self._flows.remove(self._opened.pop(element))
        elif tag == "table":
            self._flows[-1].blocks.extend(self._tables.pop().closed())
        elif tag == "li":
            self._flows[-1].number = ""
        elif tag == "pre":
            self._preserved -= 1
        if not is_last:
            self._write(element.tail)

    def finished(self) -> list[Block]:
        self._flows[0].flush()
        return self._blocks

    @property
    def _is_in_table(self) -> bool:
        """Whether the innermost open thing is a table, and not a cell of it."""
        return len(self._tables) > self._within[self._flows[-1]]

    def _open(self, element: HtmlElement, into: list[Block]) -> None:
        flow = self._opened[element] = _Flow(into)
        self._flows.append(flow)
        self._within[flow] = len(self._tables)

    def _write(self, text: str | None) -> None:
        self._flows[-1].write(text.replace("\n", _BREAK) if text and self._preserved else text)


def _is_apart(element: HtmlElement) -> bool:
    return tag_of(element) in _APART or bool(_DISPLAYED_APART.search(element.get("style", "")))
