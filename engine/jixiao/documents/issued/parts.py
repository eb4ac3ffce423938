"""Stretches of grids, each below its own heads; a table that goes on over a page without heads goes on here too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.documents.issued.beside import apart
from jixiao.documents.issued.grid import Cell, Grid, Line, Source
from jixiao.documents.issued.head_words import Column
from jixiao.documents.issued.heads import Head, head_of
from jixiao.documents.issued.signs import sounds_like_rule
from jixiao.documents.issued.texts import bare_number

Row = tuple[Cell, ...]
MAX_HEAD_ROWS = 3
"""Most rows of heads one below the other."""
ENOUGH_HEADS = 4
"""So many known heads in a row head it, whatever stands beside them."""
_LABELS = (Column.LABEL, Column.MATTER)
_SAYING = (Column.POINTS, Column.WEIGHT, Column.SENTENCE, Column.EXPLANATION, Column.ASPECTS, Column.TARGET)


@dataclass(slots=True)
class Part:
    """Rows below one set of heads. `above`: rows, and paragraphs, that stand before the heads."""

    grid: str
    heads: Mapping[int, Head | None]
    """Of each column that has a head, what it holds; None where its head is not known."""
    head_texts: Mapping[int, str]
    head_cells: tuple[Cell, ...]
    above: tuple[Row, ...]
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    rows: list[Row] = field(default_factory=list)

    def column_of(self, cell: Cell) -> int:
        """Give the column of the head that a cell stands below; its own where there is none."""
        return max((one for one in self.heads if one <= cell.column), default=cell.column)


@dataclass(slots=True)
class Parts:
    """The parts of a file, and the grids that hold none."""

    parts: list[Part] = field(default_factory=list)
    others: list[Grid] = field(default_factory=list)


def parts_of(source: Source) -> Parts:
    """Find the heads in each grid, and what stands below them."""
    found = Parts()
    width = 0
    for grid in (one for every in source.grids for one in apart(every)):
        rows = list(grid.rows())
        here = list(_parts(grid, rows))
        last = found.parts[-1] if found.parts else None
        if here:
            found.parts += here
            width = _width(grid)
        elif last is not None and _width(grid) == width and not found.others:
            last.rows += rows
            last.after = grid.after
        elif rows:
            found.others.append(grid)
    return found


def _width(grid: Grid) -> int:
    return max((one.column + one.columns - 1 for one in grid.cells), default=0)


def _parts(grid: Grid, rows: Sequence[Row]) -> Iterator[Part]:
    part: Part | None = None
    waiting: list[Row] = []
    at = 0
    while at < len(rows):
        if not is_head_row(rows[at]):
            waiting.append(rows[at])
            at += 1
            continue
        end = at + 1
        while end < min(len(rows), at + MAX_HEAD_ROWS) and _is_lower_head(rows[end]):
            end += 1
        above = _above(waiting) if part is not None else waiting
        if part is not None:
            part.rows += waiting[: len(waiting) - len(above)]
            yield part
        part = _part(grid, rows[at:end], above, first=part is None)
        waiting, at = [], end
    if part is not None:
        part.rows += waiting
        part.after = grid.after
        yield part


def _above(waiting: Sequence[Row]) -> list[Row]:
    """Give the rows just above heads that stand there for them: one cell each, and no rule."""
    count = 0
    while count < len(waiting):
        row = waiting[len(waiting) - 1 - count]
        if len(row) > 1 or sounds_like_rule(row[0].text) or len(row[0].text) > 60:
            break
        count += 1
    return list(waiting[len(waiting) - count :])


def is_head_row(row: Row) -> bool:
    """Whether a row heads columns: a label's, and that of points or a sentence, and little else."""
    if len(row) < 2:
        return False
    heads = [found for cell in row if (found := head_of(cell.text)) is not None]
    kinds = {one.kind for one in heads}
    told = any(kind in kinds for kind in _SAYING)
    named = any(kind in kinds for kind in _LABELS) or (
        Column.SENTENCE in kinds and bool(kinds & {Column.POINTS, Column.WEIGHT})
    )
    is_most = 2 * len(heads) > len(row) or len(heads) >= ENOUGH_HEADS
    return told and named and is_most and len(heads) >= 2


def _is_lower_head(row: Row) -> bool:
    """Whether a row goes on with the heads above it: heads only, or the numbers of columns."""
    texts = [cell.text for cell in row]
    if len(row) > 2 and all(bare_number(text) for text in texts):
        numbers = [text.strip(" ()（）") for text in texts]
        return numbers == [str(one) for one in range(1, len(numbers) + 1)]
    return all(head_of(text) is not None for text in texts)


def _part(grid: Grid, rows: Sequence[Row], above: Sequence[Row], *, first: bool) -> Part:
    heads: dict[int, Head | None] = {}
    texts: dict[int, str] = {}
    for row in rows:
        for cell in row:
            found = head_of(cell.text)
            if found is None and bare_number(cell.text):
                continue
            if found is not None or cell.column not in heads:
                heads[cell.column] = found
                texts[cell.column] = cell.text
    for column, text in _spread(rows, heads):
        heads[column] = head_of(text)
        texts[column] = text
    cells = tuple(cell for row in rows for cell in row)
    return Part(grid.name, heads, texts, cells, tuple(above), grid.before if first else ())


def _spread(rows: Sequence[Row], heads: Mapping[int, Head | None]) -> list[tuple[int, str]]:
    """Give the columns that a head covers beside its first one, where they have none of their own."""
    return [
        (column, cell.text)
        for row in rows
        for cell in row
        for column in range(cell.column + 1, cell.column + cell.columns)
        if column not in heads
    ]
