"""What is said of a case: a value, how many were found, a level, an answer, items, a deduction."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from jixiao.dataclass import dataclass, field


class Takes(StrEnum):
    """What a term is scored by."""

    VALUE = "value"
    MET = "met"
    LEVEL = "level"
    COUNT = "count"
    ANSWER = "answer"
    DEDUCTION = "deduction"
    SEVERAL = "several"
    """Several small rules, each with an input of its own."""
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Value:
    """The indicator's value, in base units (a ratio as 0.31, not 31)."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Met:
    """Which items of a list are met, counted from 1."""

    items: frozenset[int]


@dataclass(frozen=True, slots=True)
class Level:
    """The level an assessor chose, and the score where the level leaves a range."""

    name: str
    score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found, in the unit that the sentence counts in.

    `unit`: the word behind the number, which may tell what was counted where several things are; empty for none.
    """

    count: Fraction
    unit: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the condition of the sentence's first clause holds (是, 否)."""

    holds: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """The deduction an assessor set, in points."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class Given:
    """The points an assessor gave."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing is known of an input, so that everything it can earn is possible.

    `missing`: what would tell it, as a case is asked for it; `why` it is not known, in words.
    """

    missing: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """What is said of several inputs without their names, in the order in which it is said."""

    said: tuple[Value | Met | Level | Count | Answer | Taken | Given, ...]


At = Value | Met | Level | Count | Answer | Taken | Given | Unknown | Several
"""What one term is scored at."""
Inputs = Mapping[str, At]
"""What is said of each input, by its name; the sentence's own input has no name."""
OWN = ""
"""The name of a sentence's own input: the indicator's value, or its rating."""


def own(at: At) -> Inputs:
    """Give what is said of the sentence's own input, where that is all there is."""
    return {OWN: at}


class RatingError(ValueError):
    """A rating does not fit the standard; the message says why, in Chinese."""
