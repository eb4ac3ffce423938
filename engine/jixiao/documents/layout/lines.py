"""The lines of a text, and what each looks like: a cell, a row, or running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.documents.figures.numbers import SIGNS_MISPRINTED, UNITS
from jixiao.language.span import Span
from jixiao.quantity.number import fold_width

_NUMBER = re.compile(
    rf"(?:[≥≤<>=]{{1,2}}|{SIGNS_MISPRINTED})?\s*[-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?\.?\s*(?:[万亿]?(?:{UNITS}))?|[-—/－–]{{1,3}}"
)
_RULE = re.compile(r"[-─━┄┈═+┌┐└┘├┤┬┴┼╋┠┨┯┷╔╗╚╝╠╣╦╩╬|:│┃ ]{3,}")
_STOPS = re.compile(r"[。;!?]")
MAX_CELL = 40
"""Longest line that may be a cell of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it, half width; `blanks` is how many empty lines stand before it."""

    text: str
    span: Span
    blanks: int
    lead: int = 0
    """How many tabs stand before it."""
    tabs: int = 0
    """How many tabs there are in all."""

    @property
    def tabbed(self) -> bool:
        """Whether a tab stands before it: it is a cell of a table of Word."""
        return self.lead > 0

    @property
    def is_number(self) -> bool:
        """Whether it is one number, or a dash that stands for none."""
        return is_number(self.text)

    @property
    def is_bar(self) -> bool:
        """Whether it is a row of cells with bars between them."""
        return any(bar in self.text for bar in "|｜│┃")

    @property
    def is_single_cell(self) -> bool:
        """Whether it is one cell with the bar behind it."""
        return self.text.endswith(("|", "｜", "│", "┃")) and not any(bar in self.text[:-1] for bar in "|｜│┃")

    @property
    def is_rule(self) -> bool:
        """Whether it only draws the line between two rows."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def may_be_cell(self) -> bool:
        """Whether it is short enough, and no sentence."""
        return len(self.text) <= MAX_CELL and not _STOPS.search(self.text)


def is_number(text: str) -> bool:
    """Whether a text is one number, or a dash that stands for none."""
    return _NUMBER.fullmatch(fold_width(text).strip()) is not None


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text that hold something."""
    place, blanks = 0, 0
    for raw in text.split("\n"):
        folded = fold_width(raw)
        shown = folded.strip(" \t\r\ufeff")
        if shown or raw.startswith("\t"):
            before = folded.index(shown)
            span = Span(place + before, place + before + len(shown))
            lead = len(raw) - len(raw.lstrip("\t"))
            yield Line(shown, span, blanks, lead, raw.count("\t"))
            blanks = 0
        else:
            blanks += 1
        place += len(raw) + 1
