"""Many variants of a table over the same rows: how scores and grades lie in each, and which rows move."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.ruleset import Ruleset


class Span(NamedTuple):
    """The lowest and the highest that something can be; the same where nothing is open."""

    low: Fraction
    high: Fraction

    @property
    def is_one(self) -> bool:
        """Whether nothing is open."""
        return self.low == self.high


class Place(NamedTuple):
    """A place of a table that can be varied: its path, what stands there, and the clause that it stands in."""

    path: str
    now: str
    clause: str


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the table that a variant writes otherwise: its path, what stood there, what stands there then."""

    path: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the rows lie under one table.

    `settled`: rows of one score; of the others the lowest and the highest are told. `by_engine`: rows that were scored
    one by one; `left_out`: rows that would have had to be, and were too many: nothing here counts them. `counts`: rows whose lowest, and
    whose highest, score lies in each step of points, from 0 on. `quantiles`: share of rows → the score that as many
    rows do not exceed. `losses`: mean points lost of each indicator.
    """

    full: Fraction
    rows: int
    settled: int
    by_engine: int
    left_out: int
    mean: Span
    least: Fraction
    most: Fraction
    counts: tuple[tuple[int, int], ...]
    quantiles: tuple[tuple[Fraction, Span], ...]
    grades: tuple[tuple[str, int], ...]
    """Rows that surely earn each grade, best first."""
    ungraded: int
    """Rows of which more than one grade is possible."""
    losses: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One row that earns another score than by the table as it is."""

    row: int
    """Its number among the rows, from 1 on."""
    name: str
    """What the row says it is: unit or code; "" where it says nothing."""
    old: Span
    new: Span
    old_grades: str
    new_grades: str


@dataclass(frozen=True, slots=True)
class Moves:
    """How rows move from the table as it is to a variant.

    `unsure`: rows whose score is open so that it can't be told. `gain`: the mean change of the lowest and of the
    highest score. `rise`, `fall`: the most that a settled row gains and loses. `grades`: from which grade to which, and
    how many rows.
    """

    up: int
    down: int
    unsure: int
    gain: Span
    rise: Fraction
    fall: Fraction
    grades: tuple[tuple[str, str, int], ...]
    first: tuple[MovedRow, ...]

    @property
    def graded(self) -> int:
        """Rows that surely earn another grade."""
        return sum(count for _, _, count in self.grades)


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant: what it changes, and how rows lie and move; or why no such table can be."""

    number: int
    changes: tuple[Change, ...]
    full: Fraction
    standing: Standing | None = None
    moves: Moves | None = None
    refused: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The changes in short."""
        return "，".join(f"{one.path}={one.now}" for one in self.changes) or "原表"


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a simulation found. `step`: points of one step of the distributions. `base`: the table as it is.

    `bad`: rows that can't be read.
    """

    ruleset: Ruleset
    rows: int
    step: Fraction
    base: Standing | None
    variants: tuple[Variant, ...]
    bad: int = 0
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def ran(self) -> tuple[Variant, ...]:
        """The variants that can be."""
        return tuple(one for one in self.variants if one.standing is not None)

    @property
    def refused(self) -> tuple[Variant, ...]:
        """The variants that can't be."""
        return tuple(one for one in self.variants if one.refused)
