"""A value on a scale as one of several small rules: any form that scores a value, over points of its own."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import Amount, Interval
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.sum.summand import earns
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import YES, Reading
from jixiao.scoring.scale.scale import Overlay, held, overlaid
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.intervals import write_interval


@dataclass(frozen=True, slots=True)
class Nothing:
    """Values that earn nothing."""

    interval: Interval
    clause: str = field(default="", compare=False)

    @property
    def overlay(self) -> Overlay:
        """What they are on a scale."""
        return Overlay(self.interval, Fraction(0), Message.GUARD_NOTHING, self.clause)


@dataclass(frozen=True, slots=True)
class Measured:
    """A form over the indicator's own value, or another measure that is named."""

    form: Form
    points: Fraction
    called: str = ""
    clause: str = field(default="", compare=False)
    nothing: tuple[Nothing, ...] = ()
    """Where its value earns nothing of these points, whatever the form says: 低于90%不得分."""
    words: tuple[str, ...] = field(default=(), compare=False)
    """By which words besides a person may name it: those before its number, the indicator's own name."""

    @property
    def name(self) -> str:
        return self.called

    @property
    def places(self) -> int:
        return 0

    def lower(self, readings: Readings) -> Term:
        (term,) = self.form.lower(readings)
        asks = any(end.by_statute for one in self.nothing for end in one.interval.ends)
        statute = readings[Reading.STATUTE] == YES if asks else True
        scale = overlaid(
            held(term.scale, Fraction(0), self.points), (one.overlay for one in self.nothing), statute=statute
        )
        scale = tuple(one.holding(replace(one.what, decides=False)) for one in scale)
        unit = term.unit or next((one.unit for one in self.form.amounts() if one.unit != PLAIN), None)
        return replace(
            term,
            scale=scale,
            unit=unit,
            name=self.called,
            kind="value",
            clause=self.clause,
            called=self.words,
        )

    def amounts(self) -> tuple[Amount, ...]:
        return () if self.called else (*self.form.amounts(), *self._ends())

    def compared(self) -> tuple[Amount, ...]:
        return (*self.form.compared(), *self._ends())

    def _ends(self) -> Iterator[Amount]:
        """Yield where the stretches end that earn nothing."""
        return (end.amount for one in self.nothing for end in one.interval.ends)

    def parts(self) -> tuple[Part, ...]:
        return (*self.form.parts(), *(Part(one.clause) for one in self.nothing))

    def canonical(self) -> str:
        written = self.form.canonical().rstrip("。").replace("得满分", earns(self.points))
        written += "".join(f"；{write_interval(one.interval)}的，不得分" for one in self.nothing)
        return written if written.startswith(self.called) else f"{self.called}{written}"
