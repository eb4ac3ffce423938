"""A value on a scale as one of several small rules: any form that scores a value, over points of its own."""

from __future__ import annotations

from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.standard import Amount
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.sum.summand import earns
from jixiao.scoring.scale.scale import held
from jixiao.scoring.scale.term import Term


@dataclass(frozen=True, slots=True)
class Measured:
    """A form over the indicator's own value, or another measure that is named."""

    form: Form
    points: Fraction
    called: str = ""
    clause: str = field(default="", compare=False)
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
        scale = held(term.scale, Fraction(0), self.points)
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
        return () if self.called else self.form.amounts()

    def compared(self) -> tuple[Amount, ...]:
        return self.form.compared()

    def parts(self) -> tuple[Part, ...]:
        return self.form.parts()

    def canonical(self) -> str:
        written = self.form.canonical().rstrip("。").replace("得满分", earns(self.points))
        return written if written.startswith(self.called) else f"{self.called}{written}"
