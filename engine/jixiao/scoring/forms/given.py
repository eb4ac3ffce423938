"""Given: somebody gives the points; nothing can work them out.

由考核组现场打分。
以专家评定的综合分为准，最高20分。
根据作用的大小在0-6分之间给分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field
from jixiao.language.formula import plain_name
from jixiao.language.standard import Clause, PointsSpan, Remark, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of

_ASSESSED = "(?:评定|评价|测评|考评|评议|评审|评估|考核|检查|抽查|督查|验收|认定|打分|评分|赋分|得分|成绩|综合分|考核分|现场)"
_GIVES = "(?:综合|酌情|直接)?(?:打分|评分|赋分|给分|计分|得分|评定|确定得分|确定分值|核定得分|认定得分)"
_GIVEN = re.compile(
    rf"""(?:由|以|按照?|根据|依据|结合)[^\d]{{0,40}}{_ASSESSED}[^\d]{{0,12}}(?:为准|计入|{_GIVES})
       | 由[^\d]{{1,40}}{_GIVES} | (?:根据|依据|结合|按照?)[^\d]{{1,40}}(?:综合|酌情)(?:打分|评分|赋分|给分|评定)""",
    re.VERBOSE,
)
_POINTS = re.compile("分|成绩")
"""Words by which a sentence says that points are given; 综合评定 alone does not."""
_RULE = re.compile("扣|每|未|没|不|否则|[率额数量度]的?(?:打分|计分|得分)|比例|折算|排名|名次|差额|剔除|标准")
"""Words by which points depend on something that is found, not on who gives them."""


@dataclass(frozen=True, slots=True)
class Given(FormDefaults):
    """Any points up to full marks, as the assessor gives them."""

    points: Fraction
    least: Fraction = ZERO
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "given"
    title: ClassVar[str] = "评定给分"
    takes: ClassVar[Takes] = Takes.GIVEN

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        option = Option(
            f"{points_text(self.least)}-{points_text(self.points)}分",
            self.least,
            self.points,
            self.clause,
            Part(self.clause),
            Message.GIVEN,
        )
        return (Term(self.takes, self.points, choice=Pick((option,))),)

    def parts(self) -> tuple[Part, ...]:
        return (Part(self.clause),)

    def canonical(self) -> str:
        bounds = f"{points_text(self.least)}-{points_text(self.points)}分"
        return f"根据评定在{bounds}之间给分" if self.least else "以评定的得分为准"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Given | None:
    """Claim a sentence that says no more than who gives the points, or after what."""
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    if isinstance(clause.award, PointsSpan) and clause.award.low is not None:
        return _within(clause, clause.award, context)
    words = all(isinstance(one, Words | Remark) for one in clause.subject)
    at_will = isinstance(clause.award, PointsSpan) and clause.award.low is None
    cited = context.cite(clause.span)
    if not words or not (clause.award is None or at_will):
        return None
    text = re.sub("[，,、（）()]", "", plain_name(cited))
    if not _POINTS.search(text) or not _GIVEN.fullmatch(text) or _RULE.search(text):
        return None
    return Given(context.points, clause=cited)


def _within(clause: Clause, award: PointsSpan, context: Context) -> Given | None:
    """Claim 根据…程度在0-5分之间给分; 计算 in place of 给分 says that something works the points out."""
    words = words_of(clause.subject)
    if not words or award.low is None or award.high is None or "计算" in context.folded(award.span):
        return None
    low, high = (end.amount.base for end in (award.low, award.high))
    if high != context.points:
        raise context.misfit(high, clause.span)
    return Given(context.points, low, context.cite(clause.span))
