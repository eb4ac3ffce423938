"""A table as a program of whole numbers: the columns that it asks for, steps, and what they come to.

Every step is an expression over columns and over the steps before it, by their names. Whoever runs it (rows in
Python, blocks of a kernel, a database) works the steps out in their order, and reads off what is named here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jixiao.bulk.whole import Whole
from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Step:
    """A column that is worked out, by its name."""

    name: str
    whole: Whole


@dataclass(frozen=True, slots=True)
class Amount:
    """Points in a column: so many units, or one column over another, which is more than 0."""

    above: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class ScoredRule:
    """The columns of one indicator: its lowest and highest score and its reason code (`reason.Why`)."""

    name: str
    code: str
    low: Amount
    high: Amount
    why: str
    from_outside: bool = False
    """Whether whoever runs the program brings the three columns: a rating, or what can't be lowered. INVARIANT: then
    both scores are in units."""


@dataclass(frozen=True, slots=True)
class NotLowered:
    """Why an indicator, or something that the table says of the total, stays with the engine."""

    of: str
    why: str


@dataclass(frozen=True, slots=True)
class TableProgram:
    """A table made ready for rows.

    The total is the sum of its amounts, of which all but one may be ratios. `grades`: a column whose bit i tells
    whether the i-th grade of the table is possible, where no amount is a ratio; else empty, and the total decides.
    `engine`: a column that is 1 where the program can't tell and the engine has to look at the row.
    """

    ruleset: Ruleset
    grains: Mapping[str, Fraction]
    """Of each item, or of an indicator's own value, that rows bring: what one unit of its column is in base units."""
    unit: int
    """Into how many units a point is divided."""
    largest: int
    """How large a number in a column may be, either side of nothing, so that nothing ever grows beyond 2⁶²."""
    steps: tuple[Step, ...]
    rules: tuple[ScoredRule, ...]
    low: tuple[Amount, ...]
    high: tuple[Amount, ...]
    grades: str
    engine: str
    choices: tuple[str, ...] = ()
    """For each choice of the table (任选) the column with the place of the indicator that a row names among its own."""
    not_lowered: tuple[NotLowered, ...] = ()
    loose: tuple[str, ...] = ()
    """Columns in which a row says by how many halves of a unit a figure may be off as it is printed."""

    def columns(self) -> Iterator[str]:
        """Yield the columns that are brought: items, how loose, choices, then what comes from outside for each rule."""
        yield from self.grains
        yield from self.loose
        yield from self.choices
        for rule in self.rules:
            if rule.from_outside:
                yield from (rule.low.above, rule.high.above, rule.why)
