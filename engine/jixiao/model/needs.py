"""What a table asks of a case: figures, ratings, facts, and indicators of the unit's own."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Choice, Ruleset
from jixiao.model.term import Choice as Picked, TermKind


@dataclass(frozen=True, slots=True)
class NeededFigure:
    """A data item, or an indicator's own value where it has no formula."""

    name: str
    unit: str
    """As it is written, e.g. 万元; empty for a bare number."""
    meaning: str
    indicators: tuple[str, ...]
    """Whose formulas and conditions speak of it, in the table's order."""


@dataclass(frozen=True, slots=True)
class NeededInput:
    """One of several inputs of a sentence, by its name."""

    name: str
    kind: TermKind
    effect: str
    """What it earns or takes, in Chinese."""
    unit: str = ""
    """In which it is counted, or measured."""
    place: int = 0
    """Its number in a list of what is met; 0 where it has none."""
    presumed: bool = False
    """Whether it is met unless somebody says otherwise."""
    choices: tuple[Picked, ...] = ()
    """Its levels."""


@dataclass(frozen=True, slots=True)
class NeededRating:
    """A judgement on an indicator of so many points; `takes` says what kind."""

    indicator: str
    points: Fraction
    takes: str
    """What the form scores: level, met, count, answer, deduction, given or several."""
    unit: str
    """In which breaches are counted, e.g. 例."""
    choices: tuple[Picked, ...]
    inputs: tuple[NeededInput, ...] = ()
    """What is asked for, where that is several things, each by its name."""
    clause: str = ""
    """The words by which something is counted: 每缺一项扣3分."""


@dataclass(frozen=True, slots=True)
class NeededFact:
    """A fact the sentence names that no condition decides: who judges must say whether it holds."""

    indicator: str
    fact: str
    effect: str
    """What it does to the indicator, in Chinese."""


@dataclass(frozen=True, slots=True)
class NeededBlock:
    """A block that the unit fills with indicators of its own (自设)."""

    name: str
    points: Fraction
    qualitative: bool
    """Whether it takes qualitative indicators too."""


@dataclass(frozen=True, slots=True)
class ClaimedIndicator:
    """An indicator on which the unit may state its own score; `rated`: without a value."""

    name: str
    points: Fraction
    rated: bool


@dataclass(frozen=True, slots=True)
class Needs:
    """Everything that a case may bring for a table, each thing once, in the table's order."""

    ruleset: Ruleset
    figures: tuple[NeededFigure, ...]
    claims: tuple[ClaimedIndicator, ...]
    ratings: tuple[NeededRating, ...]
    facts: tuple[NeededFact, ...]
    blocks: tuple[NeededBlock, ...]
    choices: tuple[Choice, ...] = ()
    """Groups of indicators of which the case names the one that counts (选用)."""
