"""Discretion: the assessor sets the deduction, within bounds.

组织管理到位的得6分；执行不力的酌情扣分，扣完为止。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.dataclass import dataclass, field
from jixiao.language.standard import AtDiscretion, Clause, Each, Else, Remark, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.items import adds_up
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import disguised, words_of


@dataclass(frozen=True, slots=True)
class Discretion(FormDefaults):
    """Full marks less what the assessor takes off; `low` to `high` where the sentence says so."""

    points: Fraction
    words: str
    low: Fraction | None = None
    high: Fraction | None = None
    met: str = ""
    """What earns full marks, in words; empty where the sentence does not say it so."""
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "discretion"
    title: ClassVar[str] = "酌情扣分"
    takes: ClassVar[Takes] = Takes.DEDUCTION

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        none = Option(
            self.met or "不扣分", self.points, self.points, self.clause, self._none(), Message.NOT_TAKEN
        )
        low, high = self.low or Fraction(0), self.points if self.high is None else self.high
        bounded = self.low is not None and self.high is not None
        some = Option(
            self.words,
            low,
            high,
            self.clause,
            self._cut(),
            Message.TAKEN,
            Message.TAKEN_OPEN,
            costs=True,
            bounded=bounded,
        )
        return (Term(self.takes, self.points, choice=Pick((none, some))),)

    def parts(self) -> tuple[Part, ...]:
        return self._none(), self._cut()

    def _none(self) -> Part:
        return Part(self.clause, "不扣分")

    def _cut(self) -> Part:
        return Part(self.clause, "扣分")

    def canonical(self) -> str:
        bounds = (
            ""
            if self.low is None or self.high is None
            else f"{points_text(self.low)}-{points_text(self.high)}"
        )
        met = f"{self.met}的，得满分；" if self.met else ""
        return f"{met}{self.words}的，酌情扣{bounds}分"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Discretion | None:
    """Claim a sentence whose last clause leaves the deduction to the assessor."""
    if not clauses or not isinstance(clauses[-1].award, AtDiscretion):
        return None
    award = clauses[-1].award
    if not _full_before(clauses[:-1], context):
        return None
    if not all(isinstance(one, Words | Remark | Else | Each) for one in clauses[-1].subject):
        return None
    if any(disguised(one.text) for one in clauses[-1].subject if isinstance(one, Words)):
        return None
    words = "，".join(one.text for one in clauses[-1].subject if isinstance(one, Words)) or "不符合"
    if award.low is not None and any(isinstance(one, Each) for one in clauses[-1].subject):
        return None  # 每处扣0.2-0.5分 is counted
    low, high = (None, None) if "每" in words else (award.low, award.high)
    met = "，".join(text for one in clauses[:-1] if (text := words_of(one.subject)))
    return Discretion(context.points, words, low, high, met, context.cite(clauses[-1].span))


def _full_before(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether the clauses say what earns full marks: in words, by a value, or item by item.

    Each item of a list may leave its own deduction to the assessor: what counts is their sum.
    """
    items = [clause for clause in clauses if not isinstance(clause.award, AtDiscretion)]
    left = [clause for clause in clauses if isinstance(clause.award, AtDiscretion)]
    if any(one.award.low is not None for one in left if isinstance(one.award, AtDiscretion)):
        return False
    if (
        len(items) > 1
        and len(left) == len(items) - 1
        and all(one.subject and isinstance(one.subject[0], Else) for one in left)
    ):
        return adds_up(tuple(items), context) and all(words_of(clause.subject) for clause in items)
    return not left and all(
        (words_of(clause.subject) or context.condition(clause.subject))
        and (clause.award is None or context.is_full(clause))
        for clause in clauses
    )
