"""Proportion: the score is a formula of the value, held between 0 and full marks.

得分=预算执行率×10，最高不超过10分。
按完成比例计分，低于60%的不得分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.formula import Arithmetic, Expression, Name, Number, walk, write_formula
from jixiao.language.standard import ByFormula, Clause, Else, InProportion, Interval, Words, fold_words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.scale.earning import by_formula
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import claim
from jixiao.scoring.words.line import POINTS, VALUE, line_of
from jixiao.scoring.words.quotient import any_quotient_of, are_inverse, can_be_rate
from jixiao.scoring.words.score_formula import over_value, with_points
from jixiao.scoring.words.wording import hides_rule, words_of

_A_PART = re.compile("之间|两者|超|其余|剩余|部分")
"""Words that speak of a part of the values only, whose rest the sentence must say too."""
_UPWARD = re.compile("越[大高多]越好|正向|高优")
_DOWNWARD = re.compile("越[小低少]越好|[反逆负]向|低优")
"""Words that say of an indicator whether more or less of it is better."""
_REACHING = re.compile("(?:达到|完成|实现)[^，]{0,6}(?:目标|标准|要求|任务|指标值)|达标")
"""Words that say of a formula that it goes up to where the goal is reached."""
_SHARE = Arithmetic("×", Name(VALUE), Name(POINTS))


@dataclass(frozen=True, slots=True)
class Proportion(FormDefaults):
    """score = expression of 指标值 and 分值."""

    points: Fraction
    expression: Expression
    goal: str = ""
    """The words before the formula by which full marks begin where its goal is reached."""
    clause: str = field(default="", compare=False)

    code: ClassVar[str] = "proportion"
    title: ClassVar[str] = "按比例"
    takes: ClassVar[Takes] = Takes.VALUE
    guarded_full: ClassVar[bool] = True

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        earns = by_formula(self.expression, self.points)
        earned = Earned(earns, Said(Message.CALCULATED, self.clause), Part(self.clause))
        return (Term(self.takes, self.points, (Stretch(None, None, False, False, earned),)),)

    def canonical(self) -> str:
        text = f"得分={write_formula(self.expression)}"
        if self.goal:
            return f"{self.goal}（{text}）"
        line = line_of(self.expression, self.points)
        return f"{text}；最高不超过分值" if line and line[0] == 0 and line[1] > self.points else text

    def parts(self) -> tuple[Part, ...]:
        return (Part(self.clause),)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Proportion | None:
    """Claim one formula for the score, or one clause that scores by proportion."""
    if len(clauses) == 2 and _either_way(clauses, context):
        return Proportion(context.points, _SHARE, clause=_cited_together(clauses, context))
    if len(clauses) == 2 and _same_twice(clauses, context):
        clauses = clauses[1:]
    if len(clauses) != 1:
        return None
    (clause,) = clauses
    if _is_all_else(clause, context):
        clause = replace(clause, subject=())
    if isinstance(clause.award, ByFormula) and _names_or_goal(clause):
        expression = over_value(clause.award, context, limited=True)
        goal = _goal_of(clause, expression, context)
        form = Proportion(context.points, expression, goal, context.cite(clause.span))
    elif isinstance(clause.award, InProportion) and _by_value(clause) and _of_whole(context):
        form = Proportion(context.points, _SHARE, clause=context.cite(clause.span))
    else:
        return None
    _check_fit(form, clause, context)
    return form


def _names_or_goal(clause: Clause) -> bool:
    """Whether what stands before a formula is nothing, words, or that its goal is reached: 达到目标值（按…计算得分）."""
    words = tuple(one for one in clause.subject if not (isinstance(one, Interval) and one.at_goal))
    return not words or bool(words_of(words))


def _is_all_else(clause: Clause, context: Context) -> bool:
    """Whether 达到60%以上的，按比例计分 speaks of just what 未达到60%的不得分 leaves."""
    interval = context.condition(clause.subject) if clause.subject else None
    if interval is None or (interval.low is None) == (interval.high is None):
        return False
    (end,) = interval.ends

    def leaves(other: Interval) -> bool:
        opposite = (other.low is None) != (interval.low is None)
        own, others = (claim(one, end.amount.base, statute=True) for one in (interval, other))
        return (
            opposite
            and other.ends[0].amount.base == end.amount.base
            and not (own and others == 1)
            and own != others
        )

    return any(leaves(other) for other in context.nothing if len(other.ends) == 1)


def _either_way(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether two formulas give the degree of completion, one where more is better and one where less is.

    若为越大越好的指标，得分=实际值/目标值×分值；若为越小越好的指标，得分=目标值/实际值×分值。
    """
    upward, downward = (_whole_quotient(clause, context) for clause in clauses)
    if upward is None or downward is None or not are_inverse(upward, downward):
        return False
    first, second = (words_of(clause.subject) for clause in clauses)
    otherwise = isinstance(clauses[1].subject[0], Else) if clauses[1].subject else False
    if _UPWARD.search(first) and (otherwise or _DOWNWARD.search(second)):
        return can_be_rate(upward, context.name)
    if _DOWNWARD.search(first) and (otherwise or _UPWARD.search(second)):
        return can_be_rate(downward, context.name)
    return False


def _whole_quotient(clause: Clause, context: Context) -> Expression | None:
    """Give the quotient of amounts of a formula that gives full marks where it is 1."""
    if not isinstance(clause.award, ByFormula):
        return None
    found = any_quotient_of(clause.award.expression)
    if found is None:
        return None
    formula = with_points(found.formula)
    return found.value if line_of(formula, context.points) == (Fraction(0), context.points) else None


def _cited_together(clauses: tuple[Clause, ...], context: Context) -> str:
    return context.cite(clauses[0].span.to(clauses[-1].span))


def _of_whole(context: Context) -> bool:
    """Whether no goal other than 100 % is stated, to which the ratio might be."""
    return context.base is None or context.base.base == 1


def _same_twice(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether “按完成率计分，得分=完成率×分值” says in words what its formula then says."""
    first, second = clauses
    if (
        not isinstance(first.award, InProportion)
        or not isinstance(second.award, ByFormula)
        or not _by_value(first)
    ):
        return False
    line = line_of(over_value(second.award, context), context.points)
    return not first.subject and not second.subject and line == (Fraction(0), context.points)


def _by_value(clause: Clause) -> bool:
    """Whether a clause takes the value itself as the ratio; target over value it does not."""
    assert isinstance(clause.award, InProportion)
    words = clause.award.words + "".join(one.text for one in clause.subject if isinstance(one, Words))
    inverted = (
        "目标值与" in words or "计划与" in words or "扣" in words or "%" in words or _A_PART.search(words)
    )
    return not inverted and all(
        isinstance(one, Words) and len(one.text) <= 20 and not hides_rule(one.text) for one in clause.subject
    )


def _check_fit(form: Proportion, clause: Clause, context: Context) -> None:
    """Refuse 率×8 where full marks are 10: a ratio of 100 % must then give full marks."""
    line = line_of(form.expression, form.points)
    if line is None:
        return
    intercept, slope = line
    if context.most is not None and slope > 0 and intercept + slope * context.most.base == form.points:
        return
    reaches = slope > form.points and (context.capped or bool(form.goal))
    if slope > 0 and intercept == 0 and slope != form.points and not reaches:
        raise context.misfit(slope, clause.span)
    begins = slope < 0 and (form.points - intercept) / slope in context.full_at
    if slope < 0 and intercept != form.points and not begins:
        raise context.misfit(intercept, clause.span)


def _goal_of(clause: Clause, expression: Expression, context: Context) -> str:
    """Give the words of “达到目标值（按建册率/75%×8计算得分）”, whose formula gives full marks just where its goal is reached."""
    line = line_of(expression, context.points)
    if line is None or line[0] != 0 or line[1] <= context.points:
        return ""
    said = any(
        _REACHING.search(one.text) if isinstance(one, Words) else isinstance(one, Interval) and one.at_goal
        for one in clause.subject
    )
    goals = (node.value * node.unit.factor for node in walk(expression) if isinstance(node, Number))
    reached = said and any(0 < goal <= 1 and line[1] * goal == context.points for goal in goals)
    span = clause.subject[0].span.to(clause.subject[-1].span) if reached else clause.span
    return fold_words(context.cite(span)) if reached else ""
