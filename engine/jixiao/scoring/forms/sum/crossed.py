"""A limit crossed: another measure beyond it takes so much, once (完好率低于90%的扣2分)."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch, along
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import Amount, Interval
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.sum.summand import condition, costs
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import YES, Reading
from jixiao.scoring.scale.said import Takes, Value
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.intervals import claim, write_interval


@dataclass(frozen=True, slots=True)
class Crossed:
    """`points` taken where a measure lies in an interval; one of which nothing is said does not."""

    words: str
    """The name of the measure."""
    interval: Interval
    said: str = field(compare=False)
    """The interval in the sentence's words: 低于90%."""
    points: Fraction
    about: str = ""
    clause: str = field(default="", compare=False)
    called: str = ""

    @property
    def name(self) -> str:
        return self.called or self.words

    @property
    def places(self) -> int:
        return 0

    def lower(self, readings: Readings) -> Term:
        asks = any(end.by_statute for end in self.interval.ends)
        statute = readings[Reading.STATUTE] == YES if asks else True
        apart, within = self.parts()
        none = Earned(Line(ZERO), Said(Message.NOTHING_LOST), apart)
        some = Earned(Line(-self.points), Said(Message.CROSSED, self.clause, lies=self.interval), within)

        def at(value: Fraction) -> Earned:
            return some if claim(self.interval, value, statute) else none

        scale: tuple[Stretch[Earned], ...] = along((end.amount.base for end in self.interval.ends), at)
        return Term(
            Takes.VALUE,
            ZERO,
            scale,
            unit=self.interval.ends[0].amount.unit,
            name=self.name,
            kind="value",
            clause=self.clause,
            about=self.about,
            unsaid=next(Value(one.sample) for one in scale if one.what is none),
            called=(self.words, f"{self.words}{self.said}"),
        )

    def amounts(self) -> tuple[Amount, ...]:
        return ()

    def compared(self) -> tuple[Amount, ...]:
        return tuple(end.amount for end in self.interval.ends)

    def parts(self) -> tuple[Part, ...]:
        return Part(self.clause, "没有越过界限"), Part(self.clause, "越过界限")

    def canonical(self) -> str:
        return f"{condition(self.about, self.words + write_interval(self.interval))}的，{costs(self.points)}"
