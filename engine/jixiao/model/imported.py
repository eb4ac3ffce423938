"""A table that others wrote, as it goes into a file of rules: what was taken, matched and guessed, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.issued import Fate, IssuedIndicator, Piece


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a person must look at (待核对): of one key of an indicator, or of the table's head."""

    key: str
    """The key of the file that it is about: 评分标准, 分值, 适用 …"""
    message: str
    place: Place
    indicator: str = ""
    is_problem: bool = False
    """Whether the file can't score this as it stands (the sentence is not understood, the points are not known)."""


@dataclass(frozen=True, slots=True)
class ImportedIndicator:
    """One indicator as it is written into the file."""

    issued: IssuedIndicator
    name: str
    """Its name, told apart from others that are called the same."""
    code: str
    sentence: str
    is_understood: bool
    formula: str = ""
    """公式 over data items that there are; empty where none is known."""
    formula_note: str = ""
    """The formula as the table has it, where its items are not known."""
    common: str = ""
    """The indicator of a common framework that it is taken for."""
    target: str = ""
    points: tuple[Point, ...] = ()
    """What is to be looked at."""

    @property
    def full(self) -> Fraction | None:
        """分值; None where the table does not say it."""
        return self.issued.points


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """A table as it is written into a file; `schema` is the way to its schema, if known."""

    where: tuple[str, ...]
    title: str
    code: str
    region: str
    subject: str
    year: int
    full: Fraction
    indicators: tuple[ImportedIndicator, ...]
    schema: str | None = None
    divides: bool = False
    """Whether a formula of it does."""
    basis: str = ""
    """The file that it was read from."""
    choices: tuple[tuple[str, ...], ...] = ()
    """Names of indicators of which one counts."""
    notes: tuple[Piece, ...] = ()
    points: tuple[Point, ...] = ()
    """What is to be looked at in the head."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """By key of the head, the remark behind it."""

    @property
    def every_point(self) -> tuple[Point, ...]:
        """Everything that is to be looked at, the head first."""
        return (*self.points, *(point for one in self.indicators for point in one.points))

    @property
    def understood(self) -> int:
        """Of how many indicators the sentence is understood."""
        return sum(one.is_understood for one in self.indicators)


@dataclass(frozen=True, slots=True)
class Import:
    """What came of a file: its tables, and what became of every cell."""

    file: str
    tables: tuple[ImportedTable, ...]
    fates: tuple[Fate, ...]
    remarks: tuple[Diagnostic, ...] = ()

    @property
    def left(self) -> tuple[Fate, ...]:
        """The cells that nothing was made of."""
        return tuple(one for one in self.fates if not one.is_taken)
