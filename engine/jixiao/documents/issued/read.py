"""A path → the scoring tables in it, and what became of each cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.documents.issued.choices import with_choices
from jixiao.documents.issued.gather import Gathering
from jixiao.documents.issued.grid import Cell, Source
from jixiao.documents.issued.heads import Head
from jixiao.documents.issued.indicator import indicator_of
from jixiao.documents.issued.layout import NAMING, Filled, layout_of
from jixiao.documents.issued.ledger import Ledger
from jixiao.documents.issued.parents import with_parents
from jixiao.documents.issued.parts import Part, Row, parts_of
from jixiao.documents.issued.source import read_source
from jixiao.documents.issued.tables import tables_of
from jixiao.documents.issued.titles import Heading, above, is_title
from jixiao.model.issued import IssuedFile, Use

NO_HEADS = "这里没有指标表的表头（指标、分值、评分标准），没有读"
AGAIN = "重复的表头"


def read_issued(path: Path) -> IssuedFile:
    """Read the scoring tables of a file; raises Refused where it can't be read."""
    return issued_of(read_source(path))


def issued_of(source: Source) -> IssuedFile:
    """Give the scoring tables among the grids of a file, and the fate of each of its cells."""
    ledger = Ledger()
    found = parts_of(source)
    gathering = Gathering(ledger)
    titles: dict[int, Heading] = {}
    for number, part in enumerate(found.parts):
        gathering.begin(number, goes_on=number > 0 and _goes_on(found.parts[number - 1], part))
        titles[number] = above(part, gathering, ledger)
        _tell_heads(part, found.parts[:number], ledger)
        _read(part, gathering)
        gathering.after(part.after)
    for grid in found.others:
        for cell in grid.cells:
            ledger.leave(cell, Use.OUTSIDE, NO_HEADS)
    pairs = with_choices(
        [(draft, indicator_of(draft, ledger)) for draft in with_parents(gathering.drafts, ledger)]
    )
    tables = tables_of(pairs, found.parts, titles, gathering)
    cells = [cell for grid in source.grids for cell in grid.cells]
    return IssuedFile(source.file, tables, ledger.fates(cells), source.remarks)


def _goes_on(before: Part, part: Part) -> bool:
    """Whether the heads of a part only say again those of the one before: its labels stand alike, and it has no title."""
    return (
        _labels(before) == _labels(part)
        and not part.above
        and not any(is_title(line.text) for line in part.before)
    )


def _labels(part: Part) -> dict[int, Head]:
    return {column: head for column, head in part.heads.items() if head is not None and head.kind in NAMING}


def _read(part: Part, gathering: Gathering) -> None:
    rows = [_filled(part, row) for row in part.rows]
    layout = layout_of(part, rows)
    if layout is not None:
        for row in rows:
            gathering.row(row, layout)


def _filled(part: Part, row: Row) -> Filled:
    """Give the cells of a row by the columns of heads; of several below one head each keeps its own."""
    filled: dict[int, Cell] = {}
    for cell in row:
        column = part.column_of(cell)
        filled[cell.column if column in filled else column] = cell
    return filled


def _tell_heads(part: Part, before: Sequence[Part], ledger: Ledger) -> None:
    texts = {cell.text for one in before if one.grid == part.grid for cell in one.head_cells}
    for cell in part.head_cells:
        if before and cell.text in texts:
            ledger.leave(cell, Use.REPEATED_HEAD, AGAIN)
        else:
            ledger.take(cell, Use.HEAD)
