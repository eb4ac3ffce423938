"""Glyphs put into lines of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.glyphs import Glyph

_SAME_LINE = 0.4
"""How far, in sizes, the middles of two glyphs of one line lie apart at most: a raised ² stays in its line."""
_GAP_BETWEEN_WORDS = 0.2
_GAP_BETWEEN_CHARACTERS = 1.0
"""From which gap on, in sizes, a space is written that the file has none for; justified lines gape up to 0.5."""

_TOKEN = re.compile(
    r"[“‘（(《〈【〔［「『\[]*(?:[A-Za-z0-9.,%:/+\-]+|.)[，。、；：！？、）)》〉】〕］」』\]”’%％,.;:]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, counted from 1; where it stands in points, and the size of its font."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def first_width(self) -> float:
        """How wide what cannot be broken at its beginning is: a character, or a number with its comma."""
        token = _TOKEN.match(self.text)
        return self.size * sum(1 if is_wide(one) else 0.55 for one in token[0]) if token else 0.0


def is_wide(character: str) -> bool:
    """Tell Chinese characters and full-width signs."""
    return unicodedata.east_asian_width(character) in "WFA"


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Put glyphs into lines, from top to bottom."""
    made = (line_of(row, page) for row in rows_of(glyphs))
    return [line for line in made if line is not None]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Put the glyphs that stand at one height together, from top to bottom and each row from the left."""
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda one: one.middle):
        if rows and glyph.middle - middle <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
            middle += (glyph.middle - middle) / len(rows[-1])
        else:
            rows.append([glyph])
            middle = glyph.middle
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def line_of(row: list[Glyph], page: int) -> Line | None:
    """Make a line of glyphs that stand at one height; None where nothing is seen."""
    while row and row[-1].text.isspace():
        row.pop()
    while row and row[0].text.isspace():
        row.pop(0)
    if not row:
        return None
    return Line(
        _text(row),
        page,
        row[0].x0,
        min(one.top for one in row),
        max(one.x1 for one in row),
        max(one.bottom for one in row),
        median(one.size for one in row),
    )


def _text(row: Sequence[Glyph]) -> str:
    parts = [row[0].text]
    end = row[0].x1
    for before, glyph in pairwise(row):
        if not glyph.text.isspace() and not parts[-1].isspace() and _is_gap(before, glyph, glyph.x0 - end):
            parts.append(" ")
        if not (glyph.text.isspace() and parts[-1].isspace()):
            parts.append(glyph.text)
        end = max(end, glyph.x1)
    return "".join(parts)


def _is_gap(before: Glyph, after: Glyph, width: float) -> bool:
    is_within_words = not is_wide(before.text[-1]) and not is_wide(after.text[0])
    least = _GAP_BETWEEN_WORDS if is_within_words else _GAP_BETWEEN_CHARACTERS
    return width > least * max(before.size, after.size)


def run_on(first: str, second: str) -> str:
    """Join two lines of one paragraph: a space stands between words only."""
    is_between_words = first[-1:].isascii() and second[:1].isascii() and second[:1].isalpha()
    return f"{first} {second}" if is_between_words and first[-1:].isalpha() else first + second
