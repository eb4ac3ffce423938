"""What became of each cell, told once: nothing that stands in a file goes without."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.documents.issued.grid import Cell, Line
from jixiao.model.diagnostic import Place
from jixiao.model.issued import Fate, Use

UNUSED = "没有看出它在表里管什么，请自己看一下"


class Ledger:
    """Notes the fate of cells; the first thing that is said of one counts."""

    def __init__(self) -> None:
        self._fates: dict[Place, Fate] = {}
        self._lines: list[Fate] = []

    def take(self, cell: Cell, use: Use, indicator: str = "") -> None:
        """Note what a cell was taken as."""
        self._fates.setdefault(cell.place, Fate(cell.place, cell.text, use, indicator))

    def leave(self, cell: Cell, use: Use, why: str, indicator: str = "") -> None:
        """Note that a cell was left, and why."""
        self._fates.setdefault(cell.place, Fate(cell.place, cell.text, use, indicator, why))

    def line(self, line: Line, use: Use, why: str = "") -> None:
        """Note what a paragraph outside of tables was taken as, or why it was left."""
        self._lines.append(Fate(line.place, line.text, use, "", why))

    def fates(self, cells: Iterable[Cell]) -> tuple[Fate, ...]:
        """Give the fates of cells in their order, then those of paragraphs."""
        every = list(cells)
        for cell in every:
            self.leave(cell, Use.OTHER, UNUSED)
        return (*(self._fates[cell.place] for cell in every), *self._lines)
