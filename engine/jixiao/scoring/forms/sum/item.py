"""An item: what is met earns its points; what is denied, or not said to be met, does not."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text
from jixiao.scoring.forms.sum.summand import Judged, condition, costs, earns
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick, item_part
from jixiao.scoring.scale.said import Answer, Takes
from jixiao.scoring.scale.term import Term

NOTHING_SAID = "没有扣分的情况"
"""What full marks are earned by where the sentence only says what takes from them."""


@dataclass(frozen=True, slots=True)
class Item(Judged):
    """Points for what is met; `least` to `most` where it is not.

    `presumed`: met unless it is denied, since what takes from it is said besides.
    """

    words: str
    points: Fraction
    about: str = ""
    denied: str = ""
    """How the sentence denies it; empty where it does not."""
    least: Fraction = ZERO
    most: Fraction = ZERO
    presumed: bool = False
    whole: bool = False
    """Whether it is the full marks that other rules take from, and so no item of a list."""
    basic: bool = False
    """Whether it is said to be there from the start (基本分3分), so that nothing is asked of it."""
    heads: bool = False
    """Whether it is the heading of what takes from it: 组织领导（2分）：…."""
    added: bool = False
    """Whether it is said to be added (加2分)."""
    clause: str = field(default="", compare=False)
    denied_clause: str = field(default="", compare=False)
    called: str = ""
    """Its input's name, where its words are not enough to tell it apart."""

    @property
    def name(self) -> str:
        return self.called or self.words or NOTHING_SAID

    @property
    def places(self) -> int:
        return 0 if self.whole else 1

    @property
    def is_base(self) -> bool:
        """Whether it is there without anything being met, so that no case can miss it."""
        return self.basic or not self.words

    def lower(self, readings: Readings) -> Term:
        met, missed = (None, None) if self.is_base else self.parts()
        clause = self.denied_clause or self.clause
        yes = Option(self.words or NOTHING_SAID, self.points, self.points, self.clause, met, Message.ITEM_MET)
        no = Option(self.denied, self.least, self.most, clause, missed, Message.ITEM_MISSED)
        return Term(
            Takes.ANSWER,
            self.points,
            choice=Pick((yes, no), answers=True),
            name=self.name,
            kind="base" if self.is_base else "item",
            clause=self.clause,
            about=self.about,
            unsaid=Answer(self.presumed),
            called=(self.words, self.denied) if self.denied else (self.words,),
        )

    def parts(self) -> tuple[Part, ...]:
        if self.is_base:
            return (Part(self.clause),) if self.clause else ()
        missed = item_part(self.clause, met=False) if not self.denied_clause else Part(self.denied_clause)
        return item_part(self.clause, met=True), missed

    def canonical(self) -> str:
        if not self.words:
            return ""
        if self.heads:
            return f"{condition(self.about, self.words)}（{decimal_text(self.points)}分）："
        award = f"加{earns(self.points)[1:]}" if self.added else earns(self.points)
        said = f"{condition(self.about, self.words)}的，{award}"
        if not self.denied:
            return said
        lost = self.points - self.most
        words = self.denied if self.denied == "否则" else f"{self.denied}的，"
        return f"{said}；{words}{costs(lost) if self.least == self.most else '酌情扣分'}"
