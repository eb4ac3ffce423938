"""Tables of a page: those that hold data become grids, those that only lay out a page are unwrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from jixiao.dataclass import dataclass, field
from jixiao.documents.paper import GridCell
from jixiao.documents.readers.grid import fitted

MAX_COLUMNS_COVERED = 200
"""Most columns that a cell covers; tables have some 30. Stops cells that cover a billion."""
MAX_ROWS_COVERED = 5_000
"""Most rows that a cell covers."""

_LONG = 200
"""Characters from which on a cell in a table's only row holds a text, and no figure or label."""
_LABEL = 60
"""Characters up to which a cell holds a figure or a label."""
_BORDER = re.compile(r"border(?:-\w+)*\s*:(?!\s*(?:none|0))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data: in each row the cells that begin in it."""

    rows: list[list[GridCell]]


Block = str | Grid


@dataclass(slots=True)
class OpenCell:
    """A cell as it is read: its blocks, and how many rows (0: all that follow) and columns it covers."""

    rows: int
    columns: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(one for one in self.blocks if isinstance(one, str))

    @property
    def holds_table(self) -> bool:
        """Whether a table of data stands in it."""
        return any(isinstance(one, Grid) for one in self.blocks)

    @property
    def is_label(self) -> bool:
        """Whether it holds a figure or a few words."""
        return not self.holds_table and 0 < len(self.text) <= _LABEL


@dataclass(slots=True)
class OpenTable:
    """A table as it is read: its element, and its rows, those of the foot apart."""

    element: HtmlElement
    rows: list[list[OpenCell]] = field(default_factory=list)
    foot: list[list[OpenCell]] = field(default_factory=list)
    captions: list[Block] = field(default_factory=list)
    is_in_foot: bool = False

    def begin_row(self) -> None:
        """Begin a row."""
        (self.foot if self.is_in_foot else self.rows).append([])

    def begin_cell(self, element: HtmlElement) -> OpenCell:
        """Begin a cell, in a row of its own where none has begun."""
        rows = self.foot if self.is_in_foot else self.rows
        if not rows:
            rows.append([])
        cell = OpenCell(
            _covered(element.get("rowspan"), MAX_ROWS_COVERED, least=0),
            _covered(element.get("colspan"), MAX_COLUMNS_COVERED, least=1),
        )
        rows[-1].append(cell)
        return cell

    def closed(self) -> list[Block]:
        """Give the blocks that the table comes to."""
        rows = _without_empty([*self.rows, *self.foot])
        if _is_layout(rows, self.element):
            return [*self.captions, *(block for row in rows for cell in row for block in cell.blocks)]
        nested = [one for row in rows for cell in row for one in cell.blocks if isinstance(one, Grid)]
        grid = [
            [GridCell(cell.text, cell.rows or len(rows) - number, cell.columns) for cell in row]
            for number, row in enumerate(rows)
        ]
        return [*self.captions, Grid(fitted(grid)), *nested]


def _covered(text: str | None, most: int, least: int) -> int:
    found = re.match(r"\s*(\d{1,9})", text or "", re.ASCII)
    return max(least, min(int(found[1]), most)) if found else 1


def _without_empty(rows: Sequence[list[OpenCell]]) -> list[list[OpenCell]]:
    """Leave out rows that have no cells, unless one from above reaches into them."""
    kept: list[list[OpenCell]] = []
    reach = 0
    for row in rows:
        if row or len(kept) < reach:
            reach = max([reach, *(len(kept) + (cell.rows or len(rows)) for cell in row)])
            kept.append(row)
    return kept


def _is_layout(rows: Sequence[Sequence[OpenCell]], element: HtmlElement) -> bool:
    cells = [cell for row in rows for cell in row]
    if len([cell for cell in cells if cell.blocks]) <= 1 or element.get("role") in {"presentation", "none"}:
        return True
    if any(cell.holds_table for cell in cells):
        labelled = [row for row in rows if sum(cell.is_label for cell in row) >= 2]
        return len(labelled) < 2 or 2 * len(labelled) < len(rows)
    if _is_ruled(element):
        return False
    is_running = any(len(cell.blocks) > 2 or len(cell.text) > _LONG for cell in cells)
    is_one_column = all(len(row) <= 1 for row in rows)
    return is_running and (is_one_column or len(rows) == 1)


def _is_ruled(element: HtmlElement) -> bool:
    """Tell whether a table has rules, as tables that lay out a page have not."""
    if element.get("border", "0").strip() not in {"", "0"}:
        return True
    first = element.find(".//td")
    styles = (one.get("style", "") for one in (element, first) if one is not None)
    return any(_BORDER.search(style) for style in styles)
