"""Whole numbers and conditions written out as text, in whatever language runs them.

A dialect says how it writes a floor division, a choice and the few functions; all else is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Known,
    Less,
    Not,
    Product,
    Rest,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
)

Cells = Mapping[str, str]
"""Of each column, what stands for it: a reference, or an expression that binds closely."""


class Dialect(Protocol):
    """What differs from one language to the next; every text given binds closely or stands in brackets."""

    @property
    def space(self) -> str:
        """What stands around an operator."""
        ...

    def floor(self, above: str, below: str) -> str: ...
    def rest(self, above: str, below: str) -> str: ...
    def held(self, number: str, within: int | None) -> str: ...
    def choose(self, when: str, then: str, otherwise: str) -> str: ...
    def every(self, parts: Sequence[str]) -> str: ...
    def some(self, parts: Sequence[str]) -> str: ...
    def negation(self, of: str) -> str: ...
    def known(self, cell: str) -> str: ...


def number_text(of: Whole, cells: Cells, dialect: Dialect) -> str:
    """Write an expression."""
    match of:
        case Const(value=value):
            return str(value) if value >= 0 else f"({value})"
        case Column(name=name):
            return cells[name]
        case Sum(parts=parts):
            return f"({_spaced('+', dialect).join(number_text(one, cells, dialect) for one in parts)})"
        case Product(left=left, right=right):
            return _spaced("*", dialect).join(number_text(one, cells, dialect) for one in (left, right))
        case Floor(above=above, below=below, within=within):
            one, other = number_text(above, cells, dialect), number_text(below, cells, dialect)
            return dialect.held(dialect.floor(one, other), within)
        case Rest(above=above, below=below):
            return dialect.rest(number_text(above, cells, dialect), number_text(below, cells, dialect))
        case Choose(when=when, then=then, otherwise=otherwise):
            texts = (number_text(one, cells, dialect) for one in (then, otherwise))
            return dialect.choose(truth_text(when, cells, dialect), *texts)


def truth_text(truth: Truth, cells: Cells, dialect: Dialect) -> str:
    """Write a condition."""
    match truth:
        case Always(holds=holds):
            return "TRUE" if holds else "FALSE"
        case Less(left=left, right=right, equal=equal):
            sign = _spaced("<=" if equal else "<", dialect)
            return sign.join(number_text(one, cells, dialect) for one in (left, right))
        case Same(left=left, right=right):
            return _spaced("=", dialect).join(number_text(one, cells, dialect) for one in (left, right))
        case Known(name=name):
            return dialect.known(cells[name])
        case Not(of=inner):
            return dialect.negation(truth_text(inner, cells, dialect))
        case All(parts=parts):
            return dialect.every([truth_text(one, cells, dialect) for one in parts])
        case Some(parts=parts):
            return dialect.some([truth_text(one, cells, dialect) for one in parts])


def _spaced(sign: str, dialect: Dialect) -> str:
    return f"{dialect.space}{sign}{dialect.space}"
