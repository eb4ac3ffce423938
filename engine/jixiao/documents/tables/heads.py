"""The heads of a table: which rows they are, and what they say of each column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jixiao.documents.tables.cells import GridText, is_dash
from jixiao.documents.tables.columns import Column, Role, column_of

_CAPTION = re.compile(r"(?:[^:]{0,6}单位|部门|编制部门|单位名称)[:：].*")
"""Of whom a table is, and its unit: a line that stands in the table and heads nothing."""
_NUMBER_OF_COLUMN = 3
"""Fewest numbers of columns (1 2 3) in a row of them."""


MAX_ROWS = 6
"""Most rows of heads that stand above each other."""


class Heads:
    """The rows of heads taken so far, of which each new one begins anew or goes on with those above it."""

    def __init__(self) -> None:
        self._rows: list[list[GridText]] = []
        self._open = False
        self._columns: dict[int, Column] | None = {}

    def take(self, cells: Sequence[GridText]) -> bool:
        """Take a row if it is one of heads, and tell whether it is."""
        if not self._is_head(cells):
            self._open = False
            return False
        if not self._open:
            self._rows = []
        if not _is_numbered(cells):
            self._rows = [*self._rows[1 - MAX_ROWS :], sorted(cells, key=lambda one: one.cell.column)]
        self._open = True
        self._columns = None
        return True

    @property
    def columns(self) -> Mapping[int, Column]:
        """What the heads say of each column."""
        if self._columns is None:
            self._columns = {column: column_of(parts) for column, parts in _parts(self._rows).items()}
        return self._columns

    def _is_head(self, cells: Sequence[GridText]) -> bool:
        """Whether a row only says what stands below it."""
        if any(one.entry is not None and not one.entry.digits.isdigit() for one in cells):
            return False
        shown = [one for one in cells if one.words and one.entry is None and not is_dash(one.words)]
        if any(one.entry is not None for one in cells):
            return self._open and _is_numbered(cells)
        if len(shown) < 2 or any(_CAPTION.fullmatch(one.words) for one in shown):
            return False
        roles = [column_of((one.words,)).role for one in shown]
        if any(role not in (Role.LABEL, Role.VALUE) for role in roles):
            return True
        if self._open:
            return Role.LABEL in roles or self._goes_on(shown)
        return not self._rows and len(shown) == len(cells)

    def _goes_on(self, shown: Sequence[GridText]) -> bool:
        """Whether words stand where the heads above left room: below an empty cell, or below a merged one."""
        if not self._rows:
            return False
        last = self._rows[-1]
        wide = [one for one in last if one.words and one.cell.columns > 1]
        empty = {one.cell.column for one in last if not one.words}
        return any(
            one.cell.column in empty
            or any(
                each.cell.column <= one.cell.column < each.cell.column + each.cell.columns for each in wide
            )
            for one in shown
        )


def _is_numbered(cells: Sequence[GridText]) -> bool:
    """Whether a row numbers the columns: 1 2 3."""
    numbers = [one.words for one in cells if one.entry is not None]
    return len(numbers) >= _NUMBER_OF_COLUMN and numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _parts(rows: Sequence[Sequence[GridText]]) -> dict[int, tuple[str, ...]]:
    """Give what stands above each column, from the top: a head reaches over the empty cells that have words below."""
    parts: dict[int, tuple[str, ...]] = {}
    for place, row in enumerate(rows):
        below = {one.cell.column for later in rows[place + 1 :] for one in later if one.words}
        for at, one in enumerate(row):
            if not one.words:
                continue
            end = one.cell.column + one.cell.columns
            for following in row[at + 1 :]:
                if following.words or following.cell.column not in below or following.cell.column != end:
                    break
                end += following.cell.columns
            for column in range(one.cell.column, end):
                if one.words not in parts.get(column, ()):
                    parts[column] = (*parts.get(column, ()), one.words)
    return parts
