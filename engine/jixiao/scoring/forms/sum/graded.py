"""Grades of one thing: one of several levels counts, or, of awards, perhaps none."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.sum.summand import Judged, condition, earns
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Level, Takes
from jixiao.scoring.scale.term import Term

NONE = "无"
"""What is said of awards where there is none."""


@dataclass(frozen=True, slots=True)
class Grade:
    """One level and its points, from low to high."""

    words: str
    low: Fraction
    high: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Graded(Judged):
    """One of the grades counts; where they are awards (`or_none`), there may be none."""

    grades: tuple[Grade, ...]
    or_none: bool = False
    about: str = ""
    highest: bool = False
    """Whether of several that were reached the best counts, as the sentence says."""
    clause: str = field(default="", compare=False)
    called: str = ""

    @property
    def name(self) -> str:
        return self.called or self.about or f"{self.grades[0].words}等档次"

    @property
    def places(self) -> int:
        return len(self.grades)

    def lower(self, readings: Readings) -> Term:
        options = tuple(
            Option(one.words, one.low, one.high, one.clause, Part(one.clause), Message.LEVEL)
            for one in self.grades
        )
        none = (
            (Option(NONE, ZERO, ZERO, self.clause, self._none(), Message.NOT_AWARDED),)
            if self.or_none
            else ()
        )
        return Term(
            Takes.LEVEL,
            max(one.high for one in self.grades),
            choice=Pick((*options, *none)),
            name=self.name,
            kind="award" if self.or_none else "level",
            clause=self.clause,
            about=self.about,
            unsaid=Level(NONE) if self.or_none else None,
            highest=self.highest,
        )

    def parts(self) -> tuple[Part, ...]:
        none = (self._none(),) if self.or_none else ()
        return (*(Part(one.clause) for one in self.grades), *none)

    def _none(self) -> Part:
        return Part(self.clause, NONE)

    def canonical(self) -> str:
        said = "；".join(f"{one.words}的，{earns(one.high) if one.high else '不得分'}" for one in self.grades)
        return condition(self.about, said)
