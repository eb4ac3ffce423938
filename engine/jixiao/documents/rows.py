"""What stands beside a figure in a table: its row on one line, the cells apart, as a person compares it."""

from __future__ import annotations

from bisect import bisect_right

from jixiao.documents.paper import Cell, Paper, Table
from jixiao.language.span import Span

APART = " | "
LEFT_OUT = "…"
MAX_CELL = 20
"""Most characters of one cell."""
MAX_ROW = 60
"""Most characters of a row; beyond, cells after the figure are left out first, and those far before it."""
MAX_COVERED = 60
"""Most rows of a merged cell that are told with it: what covers more is the head of the whole table."""


class Rows:
    """The rows of a paper's tables, looked up by where a figure stands."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        tables = [block for block in paper.body if isinstance(block, Table)]
        self._cells = sorted(
            ((cell, number) for number, table in enumerate(tables) for cell in table.cells),
            key=lambda one: one[0].span.start,
        )
        self._starts = [cell.span.start for cell, _ in self._cells]
        self._rows: dict[tuple[int, int], list[Cell]] = {}
        for cell, number in self._cells:
            for row in range(cell.row, cell.row + min(cell.rows, MAX_COVERED)):
                self._rows.setdefault((number, row), []).append(cell)
        self._told: dict[tuple[int, int], tuple[list[str], dict[int, int]]] = {}

    def of(self, span: Span) -> str:
        """Give the row in which a span stands; empty in running text, in a long cell, and where nothing is beside it."""
        found = bisect_right(self._starts, span.start)
        if not found or span.start >= self._cells[found - 1][0].span.end:
            return ""
        cell, number = self._cells[found - 1]
        texts, places = self._row(number, cell.row)
        own = places.get(cell.span.start)
        if own is None or len(texts) < 2 or texts[own].endswith(LEFT_OUT):
            return ""
        return _joined(texts, own)

    def _row(self, table: int, row: int) -> tuple[list[str], dict[int, int]]:
        """Give the texts of a row from left to right, and by where each begins its number; looked at once."""
        if (table, row) not in self._told:
            cells = sorted(self._rows[table, row], key=lambda one: one.column)
            said = [
                (one.span.start, text) for one in cells if (text := _clipped(self._paper.words(one.span)))
            ]
            places = {start: number for number, (start, _) in enumerate(said)}
            self._told[table, row] = [text for _, text in said], places
        return self._told[table, row]


def _clipped(text: str) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text).strip("|│").split())
    return words if len(words) <= MAX_CELL else f"{words[: MAX_CELL - 1]}{LEFT_OUT}"


def _joined(texts: list[str], own: int) -> str:
    """Join cells: the figure's own, the first, and as many beside it as there is room for."""
    first, end = own, own + 1
    room = MAX_ROW - len(texts[own]) - (len(texts[0]) + len(APART)) * (own > 0)
    while first > 1 and (need := len(texts[first - 1]) + len(APART)) <= room:
        first, room = first - 1, room - need
    while end < len(texts) and (need := len(texts[end]) + len(APART)) <= room:
        end, room = end + 1, room - need
    told = [*(texts[:1] if own else ()), *([LEFT_OUT] if first > 1 else ()), *texts[first:end]]
    return APART.join([*told, *([LEFT_OUT] if end < len(texts) else ())])
