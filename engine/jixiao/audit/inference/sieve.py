"""Rows that no rule can join are kept back: durable-rules takes some microseconds over each.

A kind of facts that no rule concludes is complete with the first facts of a case. Where a pattern shares a variable
with a pattern of such a kind, a row whose value is not among theirs can't take part in any match of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

CLASS = "class"
"""The column of what a row asks to be taken for."""

Link: TypeAlias = tuple[str, int, str]
"""A column of a row, and the class and column among whose values its value must be."""
Needs: TypeAlias = Mapping[int, tuple[tuple[Link, ...], ...]]
"""Class → what must hold of its rows, for each rule that takes it; a class that is not here is always kept."""


class Sieve:
    """Keeps back what can't be joined; the first rows that it is given must have all that no rule concludes."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self._values: dict[tuple[int, str], set[int]] | None = None

    def kept(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Give the rows that may be joined."""
        if self._values is None:
            self._values = self._values_of(rows)
        return [row for row in rows if self._may_be_joined(row, self._values)]

    def _values_of(self, rows: Iterable[dict[str, Any]]) -> dict[tuple[int, str], set[int]]:
        values: dict[tuple[int, str], set[int]] = {
            (other, named): set() for ways in self._needs.values() for way in ways for _, other, named in way
        }
        columns: dict[int, list[str]] = {}
        for other, named in values:
            columns.setdefault(other, []).append(named)
        for row in rows:
            for column in columns.get(row[CLASS], ()):
                values[row[CLASS], column].add(row[column])
        return values

    def _may_be_joined(self, row: dict[str, Any], values: Mapping[tuple[int, str], set[int]]) -> bool:
        ways = self._needs.get(row[CLASS])
        if ways is None:
            return True
        for way in ways:
            for column, other, named in way:
                if row[column] not in values[other, named]:
                    break
            else:
                return True
        return False
