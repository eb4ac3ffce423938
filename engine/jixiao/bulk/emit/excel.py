"""Whole numbers as a formula of a workbook, which Excel, WPS and LibreOffice calculate alike.

A workbook calculates with floats: exact for whole numbers of up to 15 digits, and a quotient of two whole numbers
never reaches the next whole number as long as what is divided has no more than 13. MAX_WHOLE holds both; that nothing
is larger is for the caller to see to (`columns.Bounds`).
"""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.whole import (
    All,
    Always,
    Choose,
    Column,
    Const,
    Floor,
    Least,
    Less,
    Most,
    Not,
    Product,
    Same,
    Some,
    Sum,
    Truth,
    Whole,
)

MAX_WHOLE = 10**13
"""The largest whole number of which a workbook's floor division is surely right."""
MAX_FORMULA = 8_000
"""Longest formula that Excel takes, in characters, with some to spare."""
MAX_NESTED = 60
"""Most functions within functions that Excel takes, with some to spare."""

Cells = Mapping[str, str]
"""Of each column, what stands for it in a formula: a reference, or an expression in brackets."""


def number_text(of: Whole, cells: Cells) -> str:
    """Write an expression."""
    match of:
        case Const(value=value):
            return str(value) if value >= 0 else f"({value})"
        case Column(name=name):
            return cells[name]
        case Sum(parts=parts):
            return f"({'+'.join(number_text(one, cells) for one in parts)})"
        case Product(left=left, right=right):
            return f"{number_text(left, cells)}*{number_text(right, cells)}"
        case Floor(above=above, below=below):
            return f"INT({number_text(above, cells)}/({number_text(below, cells)}))"
        case Least(parts=parts):
            return f"MIN({','.join(number_text(one, cells) for one in parts)})"
        case Most(parts=parts):
            return f"MAX({','.join(number_text(one, cells) for one in parts)})"
        case Choose(when=when, then=then, otherwise=otherwise):
            return f"IF({truth_text(when, cells)},{number_text(then, cells)},{number_text(otherwise, cells)})"


def truth_text(truth: Truth, cells: Cells) -> str:
    """Write a condition."""
    match truth:
        case Always(holds=holds):
            return "TRUE" if holds else "FALSE"
        case Less(left=left, right=right, equal=equal):
            return f"{number_text(left, cells)}{'<=' if equal else '<'}{number_text(right, cells)}"
        case Same(left=left, right=right):
            return f"{number_text(left, cells)}={number_text(right, cells)}"
        case Not(of=inner):
            return f"NOT({truth_text(inner, cells)})"
        case All(parts=parts):
            return f"AND({','.join(truth_text(one, cells) for one in parts)})"
        case Some(parts=parts):
            return f"OR({','.join(truth_text(one, cells) for one in parts)})"


def fits(formula: str) -> bool:
    """Whether a workbook takes a formula: by its length, and by how deep its brackets go."""
    depth = deepest = 0
    for character in formula:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return len(formula) <= MAX_FORMULA and deepest <= MAX_NESTED
