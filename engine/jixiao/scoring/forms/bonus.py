"""Bonus: every case found adds so much, up to full marks.

获得省级表彰的，每项加2分，最高不超过分值。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import Add, Clause, Each, Points
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import Unit
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said, of_count
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of


@dataclass(frozen=True, slots=True)
class Bonus(FormDefaults):
    """`each` points for every case, none without any, full marks at most."""

    points: Fraction
    each: Fraction
    unit: Unit
    what: str
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "bonus"
    title: ClassVar[str] = "按次加分"
    takes: ClassVar[Takes] = Takes.COUNT

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        said = Said(Message.CASES, self.clause, unit=self.unit)
        none = Earned(Line(Fraction(0)), said, self._none())
        some = Earned(Stair(Fraction(0), -self.each, Fraction(0), Fraction(1)), said, self._some())
        return (Term(self.takes, self.points, of_count(none, some), unit=self.unit, whole=True),)

    @property
    def measured(self) -> Unit | None:
        """It counts cases."""
        return self.unit

    def parts(self) -> tuple[Part, ...]:
        return self._none(), self._some()

    def _none(self) -> Part:
        return Part(self.clause, "一项也没有")

    def _some(self) -> Part:
        return Part(self.clause, "", "up", self.each)

    def canonical(self) -> str:
        return f"每{self.what}一{self.unit.name}{earning_text(self.each, self.points)}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Bonus | None:
    """Claim one 每…一项…得 clause, perhaps after what is asked for in words."""
    last = clauses[-1] if clauses else None
    if last is None or not all(words_of(one.subject) and one.award is None for one in clauses[:-1]):
        return None
    each = next((part for part in last.subject if isinstance(part, Each)), None)
    rest = tuple(part for part in last.subject if part is not each)
    if each is None or each.what == "各" or (rest and not words_of(rest)):
        return None
    gained = last.award.value if isinstance(last.award, Add) else None
    if isinstance(last.award, Points) and last.award.kind in ("number", "share"):
        gained = context.points_of(last.award)
    if not gained:
        return None
    if context.added is not None and context.added != context.points:
        raise context.misfit(context.added, last.span)
    if gained > context.points:
        raise context.misfit(gained, last.span)
    return Bonus(context.points, gained, each.unit, each.what or "完成", context.cite(last.span))
