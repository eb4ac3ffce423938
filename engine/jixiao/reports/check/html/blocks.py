"""A report's text in blocks: paragraphs, and tables as far as they are known to be such."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.dataclass import dataclass
from jixiao.model.evidence import Evidence, Grid, GridCell

CELLS_APART = "\t"
BARS = "|｜"
"""What may stand between cells and is not shown; anything else between them is never left out."""
MAX_COVERED = 100
"""Most rows or columns that one cell covers. Stops a browser from laying out millions of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a cell: from where to where it stands, and how many rows and columns it covers."""

    start: int
    end: int
    rows: int = 1
    columns: int = 1


Block = Piece | list[list[Piece]]
"""A paragraph, or the rows of a table."""


def blocks_of(evidence: Evidence, starts: Sequence[int]) -> list[Block]:
    """Give the blocks of a text in its order; `starts` are where marks begin, rising: none is left out."""
    blocks: list[Block] = []
    done = 0
    for grid in sorted(evidence.grids, key=lambda one: one.span.start):
        if grid.span.start >= done and _is_sound(grid, evidence.text, starts):
            blocks += _plain(evidence.text, done, grid.span.start)
            blocks.append(_rows(grid))
            done = grid.span.end
    return [*blocks, *_plain(evidence.text, done, len(evidence.text))]


def _is_sound(grid: Grid, text: str, starts: Sequence[int]) -> bool:
    """Whether the cells of a table hold all that stands in it, one behind the other."""
    done = grid.span.start
    for cell in grid.cells:
        if (
            cell.span.start < done
            or cell.span.end < cell.span.start
            or not _is_gap(text, done, cell.span.start, starts)
        ):
            return False
        done = cell.span.end
    return (
        bool(grid.cells) and done <= grid.span.end <= len(text) and _is_gap(text, done, grid.span.end, starts)
    )


def _is_gap(text: str, start: int, end: int, starts: Sequence[int]) -> bool:
    """Whether nothing that is to be seen stands between two cells."""
    place = bisect_left(starts, start)
    has_mark = place < len(starts) and starts[place] < end
    return not has_mark and all(sign.isspace() or sign in BARS for sign in text[start:end])


def _rows(grid: Grid) -> list[list[Piece]]:
    by_row = groupby(grid.cells, key=lambda cell: cell.row)
    return [[_bounded(cell) for cell in cells] for _, cells in by_row]


def _bounded(cell: GridCell) -> Piece:
    rows, columns = (max(1, min(count, MAX_COVERED)) for count in (cell.rows, cell.columns))
    return Piece(cell.span.start, cell.span.end, rows, columns)


def _plain(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the lines of a stretch; those with cells that follow each other are a table."""
    lines = [line for line in _parted(text, start, end, "\n") if text[line.start : line.end].strip()]
    for is_table, group in groupby(lines, key=lambda line: CELLS_APART in text[line.start : line.end]):
        if is_table:
            yield [[*_parted(text, line.start, line.end, CELLS_APART)] for line in group]
        else:
            yield from group


def _parted(text: str, start: int, end: int, sign: str) -> Iterator[Piece]:
    for part in text[start:end].split(sign):
        yield Piece(start, start + len(part))
        start += len(part) + len(sign)
