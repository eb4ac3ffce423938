"""Assessed: another assessment's score, out of a hundred, is scaled to the points.

以年度党建考核得分×10%计入。
按年度安全生产考核得分折算计分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.formula import Name, replaced
from jixiao.language.standard import Amount, ByFormula, ByScore, Clause
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, find_unit
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.line import VALUE, line_of
from jixiao.scoring.words.quotient import amounts_in
from jixiao.scoring.words.score_formula import with_points

_NAMED = re.compile(".*(?:得分|分数|成绩|评分|综合分|考核分|总分)")
_UNIT = find_unit("分")
HUNDRED = Fraction(100)
"""What the other assessment is out of where nothing is said."""


@dataclass(frozen=True, slots=True)
class Assessed(FormDefaults):
    """The score's share of `full`; what lies beyond is out of something else, and leaves the points open."""

    points: Fraction
    full: Fraction = HUNDRED
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "assessed"
    title: ClassVar[str] = "按考核得分折算"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        part = Part(self.clause)
        scaled = Earned(Line(ZERO, self.points / self.full), Said(Message.CALCULATED, self.clause), part)
        too_much = Said(Message.BEYOND_FULL, self.clause, limit=self._most(), unit=_UNIT)
        beyond = Earned(Line(self.points), too_much, part, Line(ZERO))
        scale = (
            Stretch(None, self.full, False, True, scaled),
            Stretch(self.full, None, False, False, beyond),
        )
        return (Term(self.takes, self.points, scale),)

    def _most(self) -> Amount:
        return Amount(self.full, _UNIT)

    @property
    def out_of(self) -> Fraction:
        return self.full

    def amounts(self) -> tuple[Amount, ...]:
        return (self._most(),)

    def parts(self) -> tuple[Part, ...]:
        return (Part(self.clause),)

    def canonical(self) -> str:
        full = "" if self.full == HUNDRED else f"满分{decimal_text(self.full)}分，"
        return f"{full}按考核得分折算计分"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Assessed | None:
    """Claim one clause that scales the score of another assessment."""
    if len(clauses) != 1 or clauses[0].subject:
        return None
    (clause,) = clauses
    match clause.award:
        case ByScore(full=full, most=most):
            most = context.points if most is None else most
        case ByFormula() as award:
            full, most = HUNDRED, _by_formula(award, context)
        case _:
            return None
    if most is None:
        return None
    if most != context.points:
        raise context.misfit(most, clause.span)
    return Assessed(context.points, full, context.cite(clause.span))


def _by_formula(award: ByFormula, context: Context) -> Fraction | None:
    """Give what 考核得分×10% makes of a hundred; None where the formula is of something else."""
    amounts = amounts_in(award.expression)
    if len(amounts) != 1 or not _NAMED.fullmatch(amounts[0]) or award.pins:
        return None
    named = replaced(
        award.expression,
        lambda node: Name(VALUE) if isinstance(node, Name) and node.name == amounts[0] else None,
    )
    line = line_of(with_points(named), context.points)
    if line is None or line[0] != 0 or line[1] >= context.points:
        return None
    return line[1] * HUNDRED
