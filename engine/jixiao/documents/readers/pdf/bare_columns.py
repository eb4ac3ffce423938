"""The columns of a table without rules downward: figures that stand below each other, and where columns part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.dataclass import dataclass
from jixiao.documents.readers.pdf.bare_rows import Row, gathered
from jixiao.documents.readers.pdf.lines import Line

PADDING = 4.0
"""Points that a cell keeps free at its side."""
_NEAR = 6
"""How far apart, in sizes, two columns lie at most that may be one."""


@dataclass(frozen=True, slots=True)
class Column:
    """How far what stands in a column reaches, and where: at its right, its left or in its middle."""

    x0: float
    x1: float
    wordy: bool
    aligned: str = "right"


def columns_of(data: Sequence[Row]) -> list[Column]:
    """Give the columns: figures that stand below each other are of one, and so are words."""
    found = list(_clusters([one for row in data for one in row.figures], wordy=False))
    words = [one for row in data for one in row.words]
    beside = [one for one in words if not any(one.x0 < each.x1 and each.x0 < one.x1 for each in found)]
    return sorted([*found, *_clusters(beside, wordy=True)], key=lambda one: (one.x0 + one.x1) / 2)


def joined(columns: list[Column], rows: Sequence[Row], above: Sequence[Row]) -> list[Column]:
    """Put two columns together of which no row has both, and only one a head: numbers of rows, and 合计 beside them."""
    whole = [[one for row in held for one in row.cells] for held in gathered(rows).values()]
    heads = [one for row in above for one in row.cells]
    at = 0
    while at + 1 < len(columns):
        one, two = columns[at], columns[at + 1]
        both = any(
            any(_in(each, one) for each in row) and any(_in(each, two) for each in row) for row in whole
        )
        headed = [any(_in(each, column) for each in heads) for column in (one, two)]
        if not both and not all(headed) and one.wordy != two.wordy and two.x0 - one.x1 < _NEAR * rows[0].size:
            columns = [*columns[:at], Column(one.x0, two.x1, wordy=True), *columns[at + 2 :]]
        else:
            at += 1
    return columns


def with_empty(columns: list[Column], above: Sequence[Row]) -> list[Column]:
    """Add the columns in which nothing stands but their head, behind the others."""
    lines = [one for row in above for one in row.cells]
    end = columns[-1].x1
    behind = [one for one in lines if one.x0 > end + one.size]
    return [*columns, *_clusters(behind, wordy=False)] if behind else columns


def _in(line: Line, column: Column) -> bool:
    return line.x0 < column.x1 and column.x0 < line.x1


def _clusters(lines: Sequence[Line], *, wordy: bool) -> Iterator[Column]:
    held: list[Line] = []
    end = 0.0
    for line in sorted(lines, key=lambda one: one.x0):
        if held and line.x0 >= end:
            yield _column(held, wordy=wordy)
            held = []
        end = max(end, line.x1) if held else line.x1
        held.append(line)
    if held:
        yield _column(held, wordy=wordy)


def _column(lines: Sequence[Line], *, wordy: bool) -> Column:
    def spread(places: Sequence[float]) -> float:
        return max(places) - min(places)

    by_side = {
        "right": spread([one.x1 for one in lines]),
        "left": spread([one.x0 for one in lines]),
        "middle": spread([(one.x0 + one.x1) / 2 for one in lines]),
    }
    aligned = min(by_side, key=lambda side: by_side[side])
    return Column(min(one.x0 for one in lines), max(one.x1 for one in lines), wordy, aligned)


def edges_of(columns: Sequence[Column]) -> list[float]:
    """Give where columns part, as what stands in them is aligned."""
    inner = []
    for one, two in pairwise(columns):
        middle = (one.x1 + two.x0) / 2
        if two.wordy:
            inner.append(max(middle, two.x0 - PADDING))
        elif one.wordy:
            inner.append(middle)
        elif one.aligned == "right":
            inner.append(min(middle, one.x1 + PADDING))
        elif two.aligned == "left":
            inner.append(max(middle, two.x0 - PADDING))
        else:
            inner.append(middle)
    figures = [one.x1 for one in columns if not one.wordy and one.aligned == "right"]
    for at, (one, two) in enumerate(pairwise(columns)):
        if one.wordy and not two.wordy and two.aligned == "right" and len(figures) > 1:
            width = min(abs(other - two.x1) for other in figures if other != two.x1)
            inner[at] = min(max(one.x1 + 1, two.x1 + PADDING - width), two.x0 - 1)
    return [columns[0].x0 - PADDING, *inner, columns[-1].x1 + PADDING]


def over(line: Line, edges: Sequence[float]) -> tuple[int, int]:
    """Give the columns that something stands over: that of its middle, and those that it reaches well into."""
    middle, least = (line.x0 + line.x1) / 2, 0.6 * line.size
    last = len(edges) - 2
    home = next((at for at in range(last + 1) if middle < edges[at + 1]), last)
    first = end = home
    while first > 0 and line.x0 < edges[first] - least:
        first -= 1
    while end < last and line.x1 > edges[end + 1] + least:
        end += 1
    return first, end
