"""What every scoring form can do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, Protocol

from jixiao.curve.piece import Piece
from jixiao.language.standard import Amount
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Value:
    """The indicator's value, in base units (a ratio as 0.31, not 31)."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Met:
    """Which items of a list are met, counted from 1, and how many breaches were found besides."""

    items: frozenset[int]
    count: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Level:
    """The level an assessor chose, and the score where the level leaves a range."""

    name: str
    score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many breaches were found."""

    count: Fraction


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the condition of the sentence's first clause holds (是, 否)."""

    holds: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """The deduction an assessor set, in points."""

    points: Fraction


At = Value | Met | Level | Count | Answer | Taken
"""What a form scores."""
Takes = Literal["value", "met", "level", "count", "answer", "deduction"]


class RatingError(ValueError):
    """A rating does not fit the standard; the message says why, in Chinese."""


class FormDefaults:
    """What holds for a form that takes a rating and asks for no reading."""

    __slots__ = ()

    @property
    def asks(self) -> tuple[str, ...]:
        return ()

    def asks_at(self, at: At) -> tuple[str, ...]:
        return self.asks

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        return ()


class Form(Protocol):
    """A scoring form that has claimed the clauses of a sentence."""

    code: ClassVar[str]
    takes: ClassVar[Takes]

    @property
    def asks(self) -> tuple[str, ...]:
        """Names of the 口径 on which the score may depend."""

    def asks_at(self, at: At) -> tuple[str, ...]:
        """Give those of `asks` on which the score at this very value may depend."""

    def outcome(self, at: At, readings: Readings) -> Outcome:
        """Score one value or rating, before caps and floors; raises RatingError."""

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest score over all that may be found."""

    def amounts(self) -> tuple[Amount, ...]:
        """Give the numbers that the value is compared with, for checking their units."""

    def canonical(self) -> str:
        """Write the form's clauses so that reading them gives the same form."""

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        """Give the score as a function of the value; empty for a form that takes a rating."""

    def parts(self) -> tuple[Part, ...]:
        """Give what outcomes can come by, in the order of the sentence."""
