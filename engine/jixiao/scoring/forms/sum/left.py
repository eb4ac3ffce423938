"""A deduction that is left to the assessor, within bounds."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.sum.summand import Judged, condition
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Taken, Takes
from jixiao.scoring.scale.term import Term


@dataclass(frozen=True, slots=True)
class LeftToAssessor(Judged):
    """From `low` to `high` points taken where the words hold, as the assessor says."""

    words: str
    low: Fraction
    high: Fraction
    bounded: bool = False
    """Whether the sentence itself says how much it may be."""
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
        untouched, cut = self.parts()
        none = Option("不扣分", ZERO, ZERO, self.clause, untouched, Message.NOT_TAKEN)
        some = Option(
            self.words,
            self.low,
            self.high,
            self.clause,
            cut,
            Message.TAKEN_FOR,
            Message.TAKEN_OPEN,
            costs=True,
        )
        return Term(
            Takes.DEDUCTION,
            ZERO,
            choice=Pick((none, some)),
            name=self.name,
            kind="discretion",
            clause=self.clause,
            about=self.about,
            unsaid=Taken(ZERO),
            called=(self.words,),
        )

    def parts(self) -> tuple[Part, ...]:
        return Part(self.clause, "不扣分"), Part(self.clause, "扣分")

    def canonical(self) -> str:
        bounds = f"{decimal_text(self.low)}-{decimal_text(self.high)}分" if self.bounded else "分"
        return f"{condition(self.about, self.words)}的，酌情扣{bounds}"
