"""Pieces of text → lines by their places → paragraphs by indents, short ends and gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.readers.ofd.pieces import Piece

SAME_LINE = 0.5
"""Sizes by which base lines on one line may differ."""
APART = 0.6
"""Sizes between two pieces from which there is a space between them."""
COLUMN = 1.5
"""Sizes between two pieces from which they are columns: such a line belongs to no paragraph around it."""
INDENT = 1.0
"""Sizes by which the first line of a paragraph stands in, at least."""
SHORT = 2.5
"""Sizes by which the last line of a paragraph ends before the others, at least."""
FULL = 15
"""Characters below which no line is full, whatever the others; one of A4 holds 28 of 三号."""
GAP = 2.6
"""Sizes between base lines from which a new paragraph begins."""
LEAST_PAGES = 3
"""Pages from which a line that is the same on most of them is a running head."""

_PAGE_NUMBER = re.compile(r"[-—－–·\s]*(第\s*)?\d{1,4}(\s*页)?[-—－–·\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    has_columns: bool


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Give the lines of a page, the uppermost first; a text drawn twice at one place, to look bold, is there once."""
    rows: list[list[Piece]] = []
    once = {(one.text, round(one.left), round(one.base)): one for one in pieces}
    for one in sorted(once.values(), key=lambda piece: (piece.base, piece.left)):
        if rows and one.base - rows[-1][0].base <= SAME_LINE * min(one.size, rows[-1][0].size):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_line(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _line(row: Sequence[Piece]) -> Line:
    text, right, has_columns = row[0].text, row[0].right, False
    size = max(one.size for one in row)
    for one in row[1:]:
        gap = one.left - right
        has_columns = has_columns or gap >= COLUMN * size
        text += (" " if gap >= APART * size else "") + one.text
        right = max(right, one.right)
    return Line(text.strip(), row[0].left, right, row[0].base, size, has_columns)


def paragraphs_of(pages: Sequence[list[Line]]) -> Iterator[str]:
    """Yield the paragraphs of all pages, running heads and page numbers left out."""
    lines = [one for page in _without_margins(pages) for one in page if one.text]
    if not lines:
        return
    left, right = _usual(one.left for one in lines), max(one.right for one in lines)
    text, before = "", None
    for one in lines:
        if before is not None and _begins(one, before, left, right):
            yield text
            text = ""
        text += one.text
        before = one
    yield text


def _begins(line: Line, before: Line, left: float, right: float) -> bool:
    """Whether a line begins a paragraph rather than going on with the line before."""
    size = max(line.size, before.size)
    return (
        line.has_columns
        or before.has_columns
        or line.left >= left + INDENT * line.size
        or before.right <= right - SHORT * before.size
        or before.right < left + FULL * before.size
        or line.base - before.base > GAP * size
        or abs(line.size - before.size) > 0.2 * size
    )


def _usual(places: Iterable[float]) -> float:
    """Give the left margin: the leftmost place where at least a tenth of the lines begin."""
    counted = Counter(round(place) for place in places)
    enough = counted.total() / 10
    return min(place for place, times in counted.items() if times >= enough or times == max(counted.values()))


def _without_margins(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Yield pages without page numbers, and without first and last lines that most pages share."""
    ends = Counter(line.text for page in pages for line in {*page[:1], *page[-1:]})
    heads = {text for text, times in ends.items() if times >= LEAST_PAGES and times * 2 > len(pages)}
    for page in pages:
        kept = list(page)
        while kept and _is_margin(kept[-1], heads):
            kept.pop()
        while kept and _is_margin(kept[0], heads):
            kept.pop(0)
        yield kept


def _is_margin(line: Line, heads: set[str]) -> bool:
    return line.text in heads or _PAGE_NUMBER.fullmatch(line.text) is not None
