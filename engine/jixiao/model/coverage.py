"""What of the rules some cases and examples reached, and what never."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.model.diagnostic import Place
from jixiao.model.part import Part


@dataclass(frozen=True, slots=True)
class CoveredPart:
    """One part of a sentence: how many projects, and how many examples, reached it."""

    part: Part
    cases: int = 0
    examples: int = 0

    @property
    def reached(self) -> bool:
        """Whether anything reached it."""
        return self.cases + self.examples > 0


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value where the score changes, and whether some value was just below, at, just above it."""

    value: Fraction
    text: str
    below: bool
    at: bool
    above: bool

    @property
    def lacking(self) -> tuple[str, ...]:
        """The sides on which there was no value, in words."""
        sides = (("刚低于", self.below), ("等于", self.at), ("刚高于", self.above))
        return tuple(words for words, there in sides if not there)


@dataclass(frozen=True, slots=True)
class IndicatorCoverage:
    """One indicator; of the table as a whole (否决, 上限) where `id` is empty."""

    name: str
    id: str
    place: Place
    parts: tuple[CoveredPart, ...]
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True, slots=True)
class TableCoverage:
    """One table, by indicator in its order."""

    reference: str
    indicators: tuple[IndicatorCoverage, ...]

    @property
    def parts(self) -> tuple[CoveredPart, ...]:
        """Every part of every sentence."""
        return tuple(part for one in self.indicators for part in one.parts)


@dataclass(frozen=True, slots=True)
class CheckCoverage:
    """One check: in how many projects it could be decided, and in how many it did not hold."""

    id: str
    name: str
    decided: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """One finding rule: in how many projects it led to anything."""

    name: str
    fired: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a run reached. The share counts the parts of sentences, not checks and finding rules."""

    tables: tuple[TableCoverage, ...] = ()
    checks: tuple[CheckCoverage, ...] = ()
    rules: tuple[RuleCoverage, ...] = ()

    @property
    def parts(self) -> tuple[CoveredPart, ...]:
        """Every part of every sentence of every table."""
        return tuple(part for table in self.tables for part in table.parts)

    @property
    def share(self) -> Fraction:
        """How much of the sentences cases and examples reached; all of nothing is all."""
        return share_of(part.reached for part in self.parts)


def share_of(reached: Iterable[bool]) -> Fraction:
    """Give how many of some are true; 1 where there are none."""
    known = list(reached)
    return Fraction(sum(known), len(known)) if known else Fraction(1)
