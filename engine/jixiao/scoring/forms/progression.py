"""Progression: two thresholds with what they cost, and so on in the same way.

超过规定5个工作日扣0.5分，10个工作日扣1分，以此类推，直至扣完。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, Deduct, Interval, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import amount_text, costing_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import hides_rule


@dataclass(frozen=True, slots=True)
class Progression(FormDefaults):
    """The n-th threshold is n × `amount` and costs n × `each`; reached at the number itself."""

    points: Fraction
    amount: Amount
    each: Fraction
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "breaches"
    title: ClassVar[str] = "逐级类推"
    takes: ClassVar[Takes] = Takes.COUNT
    goes_on: ClassVar[bool] = True

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        step, unit = self.amount.base, self.amount.unit
        none = Earned(Line(self.points), Said(Message.NO_THRESHOLD, self.clause), self._none())
        stair = Stair(self.points, self.each, Fraction(0), step)
        some = Earned(stair, Said(Message.THRESHOLD, self.clause, step=step, unit=unit), self._found())
        scale = (Stretch(None, step, False, False, none), Stretch(step, None, True, False, some))
        return (Term(self.takes, self.points, scale, unit=unit),)

    def parts(self) -> tuple[Part, ...]:
        return self._none(), self._found()

    def _none(self) -> Part:
        return Part(self.clause, "没有达到")

    def _found(self) -> Part:
        return Part(self.clause, "", "down", self.each)

    def amounts(self) -> tuple[Amount, ...]:
        return (self.amount,)

    def canonical(self) -> str:
        first, second = (
            f"{amount_text(Amount(n * self.amount.value, self.amount.unit))}{costing_text(n * self.each, self.points)}"
            for n in (1, 2)
        )
        return f"超过{first}；{second}；以此类推"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Progression | None:
    """Claim thresholds with deductions in even steps before 以此类推."""
    if not context.so_on or len(clauses) < 2:
        return None
    marks = [_threshold(clause, context) for clause in clauses]
    if any(mark is None for mark in marks):
        return None
    known = [mark for mark in marks if mark is not None]
    amount, each = known[0]
    for number, (threshold, cost) in enumerate(known, start=1):
        if threshold.base != number * amount.base or cost != number * each:
            raise LanguageError("“以此类推”前面的各档不是等差的，无法类推", clauses[number - 1].span.start)
    if amount.base <= 0:
        raise LanguageError("“以此类推”的界限必须大于零", clauses[0].span.start)
    return Progression(context.points, amount, each, context.cite(clauses[0].span))


def _threshold(clause: Clause, context: Context) -> tuple[Amount, Fraction] | None:
    if not isinstance(clause.award, Deduct):
        return None
    intervals = [one for one in clause.subject if isinstance(one, Interval)]
    rest = [
        one
        for one in clause.subject
        if not isinstance(one, Interval) and not (isinstance(one, Words) and not hides_rule(one.text))
    ]
    if len(intervals) != 1 or rest or intervals[0].low is None:
        return None
    return intervals[0].low.amount, context.cost_of(clause.award)
