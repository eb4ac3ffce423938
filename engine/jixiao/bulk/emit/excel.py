"""A formula of a workbook, which Excel, WPS and LibreOffice calculate alike.

A workbook calculates with floats: exact for whole numbers of up to 15 digits, and a quotient of two whole numbers
never reaches the next whole number as long as what is divided has no more than 13. MAX_WHOLE holds both; that nothing
is larger is for the caller to see to (`columns.Bounds`).
"""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.bulk.emit import dialect
from jixiao.bulk.emit.dialect import Cells
from jixiao.bulk.whole import Truth, Whole

MAX_WHOLE = 10**13
"""The largest whole number of which a workbook's floor division is surely right."""
MAX_FORMULA = 8_000
"""Longest formula that Excel takes, in characters, with some to spare."""
MAX_NESTED = 60
"""Most functions within functions that Excel takes, with some to spare."""


class Excel:
    """How a workbook writes what differs."""

    space = ""

    def floor(self, above: str, below: str) -> str:
        return f"INT({above}/({below}))"

    def rest(self, above: str, below: str) -> str:
        return f"({above}-({below})*INT({above}/({below})))"

    def held(self, number: str, within: int | None) -> str:
        return number if within is None else f"MAX(-{within},MIN({within},{number}))"

    def choose(self, when: str, then: str, otherwise: str) -> str:
        return f"IF({when},{then},{otherwise})"

    def every(self, parts: Sequence[str]) -> str:
        return f"AND({','.join(parts)})"

    def some(self, parts: Sequence[str]) -> str:
        return f"OR({','.join(parts)})"

    def negation(self, of: str) -> str:
        return f"NOT({of})"

    def known(self, cell: str) -> str:
        return f"ISNUMBER({cell})"


EXCEL = Excel()


def number_text(of: Whole, cells: Cells) -> str:
    """Write an expression."""
    return dialect.number_text(of, cells, EXCEL)


def truth_text(truth: Truth, cells: Cells) -> str:
    """Write a condition."""
    return dialect.truth_text(truth, cells, EXCEL)


def fits(formula: str) -> bool:
    """Whether a workbook takes a formula: by its length, and by how deep its brackets go."""
    depth = deepest = 0
    for character in formula:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return len(formula) <= MAX_FORMULA and deepest <= MAX_NESTED
