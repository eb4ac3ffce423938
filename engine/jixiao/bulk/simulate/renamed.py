"""Expressions over columns by other names."""

from __future__ import annotations

from collections.abc import Mapping

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

Names = Mapping[str, str]
"""What columns are called instead; a column that is not in it keeps its name."""


def renamed(whole: Whole, names: Names) -> Whole:
    """Give an expression over columns by their other names."""
    match whole:
        case Const():
            return whole
        case Column(name=name):
            return Column(names[name]) if name in names else whole
        case Sum(parts=parts):
            return Sum(tuple(renamed(one, names) for one in parts))
        case Product(left=left, right=right):
            return Product(renamed(left, names), renamed(right, names))
        case Floor(above=above, below=below, within=within):
            return Floor(renamed(above, names), renamed(below, names), within)
        case Rest(above=above, below=below):
            return Rest(renamed(above, names), renamed(below, names))
        case Choose(when=when, then=then, otherwise=otherwise):
            return Choose(renamed_truth(when, names), renamed(then, names), renamed(otherwise, names))


def renamed_truth(truth: Truth, names: Names) -> Truth:
    """Give a condition over columns by their other names."""
    match truth:
        case Always():
            return truth
        case Less(left=left, right=right, equal=equal):
            return Less(renamed(left, names), renamed(right, names), equal)
        case Same(left=left, right=right):
            return Same(renamed(left, names), renamed(right, names))
        case Known(name=name):
            return Known(names.get(name, name))
        case Not(of=inner):
            return Not(renamed_truth(inner, names))
        case All(parts=parts):
            return All(tuple(renamed_truth(one, names) for one in parts))
        case Some(parts=parts):
            return Some(tuple(renamed_truth(one, names) for one in parts))
