"""Assessed: another assessment's score, out of a hundred, is scaled to the points.

按年度安全生产考核得分折算计分。
以年度党建考核得分×10%计入。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.formula import Name, plain_name, replaced
from jixiao.language.standard import Amount, ByFormula, Clause
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import find_unit
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.line import VALUE, line_of
from jixiao.scoring.words.quotient import amounts_in
from jixiao.scoring.words.score_formula import with_points

_SCORE = "(?:得分|分数|成绩|评分|综合分|考核分|总分|(?:考核|测评|考评|评价|评估|评议|检查|验收)的?结果)"
_NAMED = re.compile(f".*{_SCORE}")
_SCALED = re.compile(
    rf"""(?:按照?|以|根据|依据)?[^，,;；。\d×*/÷%=]{{0,30}}{_SCORE}
         (?:的|[×*]|乘以|占)?(?:(?P<share>\d+(?:\.\d+)?)%)?(?:的?(?:比例|权重))?(?:按比例)?(?:进行|予以)?
         (?P<scaled>折算|换算|折合)?后?(?:为|成)?(?:得分|计分|计入|记入|计算|赋分|分值)?(?:总分|本项|得分)?""",
    re.VERBOSE,
)
HUNDRED = Amount(Fraction(100), find_unit("分"))
"""What the other assessment is out of: nothing else can be meant where nothing is said."""


@dataclass(frozen=True, slots=True)
class Assessed(FormDefaults):
    """So many points for a hundred; what lies beyond a hundred is out of something else, and leaves the score open."""

    points: Fraction
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "assessed"
    title: ClassVar[str] = "按考核得分折算"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        part = Part(self.clause)
        scaled = Earned(Line(ZERO, self.points / HUNDRED.base), Said(Message.CALCULATED, self.clause), part)
        beyond = Earned(Line(self.points), Said(Message.BEYOND_HUNDRED, self.clause), part, ZERO)
        scale = (
            Stretch(None, HUNDRED.base, False, True, scaled),
            Stretch(HUNDRED.base, None, False, False, beyond),
        )
        return (Term(self.takes, self.points, scale),)

    @property
    def per_hundred(self) -> bool:
        return True

    def amounts(self) -> tuple[Amount, ...]:
        return (HUNDRED,)

    def parts(self) -> tuple[Part, ...]:
        return (Part(self.clause),)

    def canonical(self) -> str:
        return "按考核得分折算计分"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Assessed | None:
    """Claim one clause that scales the score of another assessment."""
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    cited = context.cite(clause.span)
    most = _most(clause, cited, context)
    if most is None:
        return None
    if most != context.points:
        raise context.misfit(most, clause.span)
    return Assessed(context.points, cited)


def _most(clause: Clause, cited: str, context: Context) -> Fraction | None:
    """Give what a hundred earns; None where the clause scales no score."""
    if isinstance(clause.award, ByFormula):
        return None if clause.subject else _by_formula(clause.award, context)
    said = _SCALED.fullmatch(plain_name(cited))
    if said is None or not (said["share"] or said["scaled"]):
        return None
    return Fraction(said["share"]) if said["share"] else context.points


def _by_formula(award: ByFormula, context: Context) -> Fraction | None:
    """Give what 考核得分×10% makes of a hundred; None where the formula is of something else."""
    amounts = amounts_in(award.expression)
    if len(amounts) != 1 or not _NAMED.fullmatch(amounts[0]) or award.pin is not None:
        return None
    named = replaced(
        award.expression,
        lambda node: Name(VALUE) if isinstance(node, Name) and node.name == amounts[0] else None,
    )
    line = line_of(with_points(named), context.points)
    if line is None or line[0] != 0 or line[1] >= context.points:
        return None
    return line[1] * HUNDRED.base
