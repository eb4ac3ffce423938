"""A fault: what is found takes so much, once; or decides that the indicator earns nothing."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.sum.summand import Judged, condition, costs
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Answer, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import less_text


@dataclass(frozen=True, slots=True)
class Fault(Judged):
    """`points` taken where the words hold; `left` is what is left of the whole, where it decides.

    `spilled`: what is then taken off the total besides.
    """

    words: str
    points: Fraction = ZERO
    about: str = ""
    left: Fraction | None = None
    clause: str = field(default="", compare=False)
    called: str = ""
    spilled: Fraction = ZERO

    @property
    def name(self) -> str:
        return self.called or self.words

    @property
    def places(self) -> int:
        return 1

    def lower(self, readings: Readings) -> Term:
        least = -self.points if self.left is None else self.left
        decides = self.left is not None
        (part,) = self.parts()
        yes = Option(
            self.words, least, least, self.clause, part, Message.FOUND, decides=decides, spilled=self.spilled
        )
        no = Option("", ZERO, ZERO, "", None, Message.NOTHING_LOST)
        return Term(
            Takes.ANSWER,
            ZERO,
            choice=Pick((yes, no), answers=True),
            name=self.name,
            kind="veto" if decides else "fault",
            clause=self.clause,
            about=self.about,
            unsaid=Answer(holds=False),
            called=(self.words,),
        )

    def parts(self) -> tuple[Part, ...]:
        return (Part(self.clause, HOLDS),)

    def canonical(self) -> str:
        said = f"{condition(self.about, self.words)}的，"
        if self.left is None:
            return said + costs(self.points)
        if self.spilled:
            return f"{said}该项不得分，并从总分中扣{decimal_text(self.spilled)}分"
        return f"{said}该项{less_text(self.left)}"
