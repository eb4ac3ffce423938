"""A program of whole numbers, run in Python: what every dialect must give too."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.bulk.ratio import Ratio
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
    held_within,
)

Row = Mapping[str, int | None]
"""The whole number in each column; None where it holds nothing, which counts as 0."""


def number(of: Whole, row: Row) -> int:
    """Give what an expression comes to."""
    match of:
        case Const(value=value):
            return value
        case Column(name=name):
            return row[name] or 0
        case Sum(parts=parts):
            return sum(number(one, row) for one in parts)
        case Product(left=left, right=right):
            return number(left, row) * number(right, row)
        case Floor(above=above, below=below, within=within):
            return held_within(number(above, row) // max(number(below, row), 1), within)
        case Rest(above=above, below=below):
            return number(above, row) % max(number(below, row), 1)
        case Choose(when=when, then=then, otherwise=otherwise):
            return number(then if holds(when, row) else otherwise, row)


def holds(truth: Truth, row: Row) -> bool:
    """Tell whether a condition is true."""
    match truth:
        case Always(holds=known):
            return known
        case Less(left=left, right=right, equal=equal):
            one, other = number(left, row), number(right, row)
            return one <= other if equal else one < other
        case Same(left=left, right=right):
            return number(left, row) == number(right, row)
        case Known(name=name):
            return row[name] is not None
        case Not(of=inner):
            return not holds(inner, row)
        case All(parts=parts):
            return all(holds(one, row) for one in parts)
        case Some(parts=parts):
            return any(holds(one, row) for one in parts)


def fraction(of: Ratio, row: Row) -> Fraction:
    """Give what a ratio comes to."""
    return Fraction(number(of.above, row), number(of.below, row))
