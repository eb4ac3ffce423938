"""What may stand around any form, once it is understood; `around.py` claims it among the clauses."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from jixiao.dataclass import dataclass, field
from jixiao.language.span import Cited
from jixiao.language.standard import Consequence, Interval
from jixiao.model.evaluation import Beyond
from jixiao.quantity import decimal_text


@dataclass(frozen=True, slots=True)
class Guard:
    """Values that earn nothing, whatever the form says: 低于60%不得分.

    `full`: values that earn all, beside a formula: 高于95%的得满分. `left`: what is left, where that is not nothing:
    less than nothing (倒扣), or what is left of full marks that the form gives there (超过目标值30%的扣2分).
    """

    interval: Interval
    full: bool = field(default=False, kw_only=True)
    left: Fraction = field(default=Fraction(0), kw_only=True)
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class FactGuard:
    """A fact that earns nothing, whatever the form says: 存在截留的，本项不得分.

    Its effect may go beyond the indicator: 弄虚作假的，总分为0分.
    """

    fact: str
    clause: str = field(default="", compare=False)
    effect: Consequence = Consequence()
    of_value: bool = field(default=False, compare=False)
    """Claimed only because what it stands around is a value."""
    of_part: bool = field(default=False, compare=False)
    """Said behind what one of several items earns, with no more than a comma between."""
    plainly: bool = field(default=False, compare=False)
    """Whether only 一票否决 says that it is one, and not its own words: 拒不配合的，一票否决."""
    below: Fraction = Fraction(0)
    """Points that are lost besides: 该项不得分，倒扣6分."""
    of_total: bool = False
    """Whether those are taken off the total, of which the indicator itself shows nothing."""

    @property
    def beyond(self) -> bool:
        """Whether it takes nothing from the indicator itself, but from its block, the total or the grade."""
        return self.effect.scope != "indicator"

    @property
    def left(self) -> Fraction:
        """The points that the indicator is left with where the fact holds."""
        return Fraction(0) if self.of_total else -self.below

    @property
    def spilled(self) -> Beyond | None:
        """What the fact takes off the total besides."""
        return Beyond(self.clause, self.below, self.below) if self.of_total else None

    @property
    def effect_text(self) -> str:
        """What the fact brings about, in words that read the same."""
        if not self.below:
            return str(self.effect)
        lost = decimal_text(self.below)
        return f"{self.effect}，并从总分中扣{lost}分" if self.of_total else f"{self.effect}，倒扣{lost}分"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A fact that exempts: full marks, or left out and the other indicators scaled up."""

    fact: str
    effect: Literal["full", "leave-out"] = "full"
    clause: str = field(default="", compare=False)

    @property
    def leaves_out(self) -> bool:
        """Whether the indicator does not count and the others are scaled up."""
        return self.effect == "leave-out"


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that say nothing of points: a heading, a source."""

    text: Cited
