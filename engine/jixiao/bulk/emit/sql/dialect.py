"""What the databases have in common, and where they differ: each has a class with little in it.

Everything is BIGINT and nothing is ever NULL: columns that may lack something come as 0, with a column beside them
that tells whether they are known. No row raises anything, whatever a planner works out early: a divisor is held
above 0, and that nothing grows beyond 64 bits is for whoever scales the columns to see to (`source`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.bulk.emit import dialect
from jixiao.bulk.emit.dialect import Cells
from jixiao.bulk.whole import Truth, Whole

KNOWN = "?"
"""What stands behind a column's name in the name of the one that tells whether it is known."""
MAX_NAME = 56
"""Longest name in bytes, with some to spare: PostgreSQL cuts longer ones off."""
_LITERAL = re.compile(r"\(?-?\d+\)?")


class Sql:
    """A dialect of SQL; the classes of the databases say what they do otherwise."""

    name = ""
    quote = '"'
    space = " "
    quotient = "/"
    """The operator that divides whole numbers and cuts off."""
    fence = ""
    """What ends a layer, so that a planner does not write its columns out wherever they are asked for."""
    text_type = "VARCHAR"
    big_type = "HUGEINT"
    most_big = "1e37"
    """More than the two sides of a total may come to, so that they can be multiplied and divided exactly."""

    def quoted(self, name: str) -> str:
        """Write a name."""
        return f"{self.quote}{name.replace(self.quote, self.quote * 2)}{self.quote}"

    def text(self, of: str) -> str:
        """Write a text."""
        escaped = of.replace("'", "''")
        return f"'{escaped}'"

    def wide(self, number: str) -> str:
        """Write a number so that it has 64 bits; by itself it may have 32."""
        return f"CAST({number} AS BIGINT)"

    def floor(self, above: str, below: str) -> str:
        divisor = below if below.isdigit() else f"greatest({below}, 1)"
        return f"({above} {self.quotient} {divisor} - CASE WHEN {above} % {divisor} < 0 THEN 1 ELSE 0 END)"

    def choose(self, when: str, then: str, otherwise: str) -> str:
        if _LITERAL.fullmatch(then) and _LITERAL.fullmatch(otherwise):
            then = self.wide(then)
        return f"CASE WHEN {when} THEN {then} ELSE {otherwise} END"

    def every(self, parts: Sequence[str]) -> str:
        return f"({' AND '.join(parts)})"

    def some(self, parts: Sequence[str]) -> str:
        return f"({' OR '.join(parts)})"

    def negation(self, of: str) -> str:
        return f"(NOT {of})"

    def known(self, cell: str) -> str:
        return f"{cell.removesuffix(self.quote)}{KNOWN}{self.quote}"

    def rest(self, above: str, below: str) -> str:
        divisor = below if below.isdigit() else f"greatest({below}, 1)"
        return f"(({above} % {divisor} + {divisor}) % {divisor})"

    def held(self, number: str, within: int | None) -> str:
        return number if within is None else f"greatest(-{within}, least({within}, {number}))"

    def matches(self, cell: str, pattern: str) -> str:
        """Write whether all of a text is of a pattern."""
        return f"regexp_matches({cell}, {self.text(pattern)})"

    def row(self, alias: str) -> str:
        """Write a whole row of a relation as one column."""
        return alias

    def all_of(self, cell: str) -> str:
        """Write all columns of a row that is in one column."""
        return f"{cell}.*"

    def big(self, number: str) -> str:
        """Write a whole number with twice as many bits."""
        return f"CAST({number} AS {self.big_type})"

    def loose(self, number: str) -> str:
        """Write a number as a float: only to tell whether something may grow too large."""
        return f"CAST({number} AS DOUBLE PRECISION)"

    def written(self, number: str) -> str:
        """Write a whole number as text."""
        return f"CAST({number} AS {self.text_type})"

    def greatest_divisor(self, one: str, other: str, *, big: bool = False) -> str:
        """Write the greatest common divisor of two numbers."""
        return f"gcd({one}, {other})"

    def exactly(self, above: str, below: str, *, big: bool = False, cut: bool = False) -> str:
        """Write a quotient that is a whole number; or, not below 0, one that is to be cut off."""
        return f"({above} {self.quotient} {below})"

    def number(self, of: Whole, cells: Cells) -> str:
        """Write an expression as a column of 64 bits."""
        text = dialect.number_text(of, cells, self)
        return self.wide(text) if _LITERAL.fullmatch(text) else text

    def truth(self, of: Truth, cells: Cells) -> str:
        """Write a condition."""
        return dialect.truth_text(of, cells, self)
