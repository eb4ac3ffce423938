"""Target: full marks where it is met; what a miss costs, if the sentence says so.

大于95%的得满分，否则不得分。
达到目标值的得满分，未达到的按完成比例计分。
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.curve.stretch import along
from jixiao.dataclass import dataclass, field
from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Expression, Name, Number, names, write_formula
from jixiao.language.standard import Amount, ByFormula, Clause, InProportion, Interval
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.target.goal import (
    denied_goal,
    goal_of,
    goes_to,
    has_ratio,
    is_whole,
    misses,
    words_missed,
)
from jixiao.scoring.scale.earning import Bent, by_formula
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.option import Option, Pick
from jixiao.scoring.scale.readings import DIFFERENCE, IN_PROPORTION, YES, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import earning_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import claim, write_interval
from jixiao.scoring.words.line import POINTS, VALUE, line_of
from jixiao.scoring.words.score_formula import is_result_over_goal, over_value, value_in


@dataclass(frozen=True, slots=True)
class Target(FormDefaults):
    """Full marks inside `interval`; a miss earns `missed` points, or a proportion.

    `missed` is None where the sentence does not say (口径 未达标); `proportional` where it
    says 按比例, of the value itself or of the value to the target (口径 按比例计分).
    """

    points: Fraction
    interval: Interval
    missed: Fraction | None
    proportional: bool = False
    to_target: bool = False
    """Whether the sentence says that the ratio is to the target."""
    expression: Expression | None = None
    """What a miss earns as a formula of the value: 否则得分=2-2×(控制率-1)."""
    words: str = ""
    """What names the target where it is no number: 达到目标值."""
    taken_off: bool = False
    """Whether a miss is taken off in proportion, which of a target below 100 % may mean three things."""
    miss_words: str = field(default="", compare=False)
    clause: str = field(default="", compare=False)
    miss_clause: str = field(default="", compare=False)

    code: ClassVar[str] = "target"
    title: ClassVar[str] = "达标"
    takes: ClassVar[Takes] = Takes.VALUE
    in_words: ClassVar[bool] = True

    def _ambiguous(self) -> bool:
        """Whether 按比例 may mean the value itself: not of a limit from above, over which the value would earn more."""
        of_ratio = all(end.amount.unit.dimension.is_ratio for end in self.interval.ends)
        return self.interval.low is not None and self._limit() != 1 and of_ratio

    def _limit(self) -> Fraction:
        return self.interval.ends[0].amount.base

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        missed = self._miss(readings)
        by_statute = any(end.by_statute for end in self.interval.ends)
        statute = readings[Reading.STATUTE] == YES if by_statute else True
        message = Message.GOAL_MET if self.interval.at_goal else Message.EARNS_ALL
        met = Earned(Line(self.points), Said(message, self.clause, lies=self.interval), self._met_part())
        ends = [end.amount.base for end in self.interval.ends]
        scale = along(ends, lambda value: met if claim(self.interval, value, statute) else missed)
        return (Term(self.takes, self.points, scale, self._answers()),)

    def _miss(self, readings: Readings) -> Earned:
        """Give what a miss earns, and what is said of it."""
        silent = not self.miss_clause
        if self.expression is not None:
            earns, message = by_formula(self.expression, self.points), Message.MISSED_BY_FORMULA
        elif self.proportional or self._by_reading(readings):
            earns = self._in_part(readings)
            message = Message.MISSED_IN_PART_SILENT if silent else Message.MISSED_IN_PART
        else:
            earns = Line(self.missed or Fraction(0))
            message = Message.MISSED_SILENT if silent else Message.MISSED
        said = Said(message, self.miss_clause, goal=self.clause, cited=self.miss_clause or self.clause)
        return Earned(earns, said, self._missed_part())

    def _by_reading(self, readings: Readings) -> bool:
        """Whether 口径 says of a miss that it earns in proportion, where that can mean something."""
        if self.missed is not None or not has_ratio(self.interval):
            return False
        return readings[Reading.MISSED] == IN_PROPORTION

    def _in_part(self, readings: Readings) -> Line | Bent:
        """Give what 按比例 earns: the share of the value itself, or of the value to the target."""
        limit, ambiguous = self._limit(), self._ambiguous()
        if self.taken_off and ambiguous and readings[Reading.SHORTFALL] == DIFFERENCE:
            return Line(self.points - limit * self.points, self.points)
        name = Reading.SHORTFALL if self.taken_off else Reading.PROPORTION
        asks = self.proportional and not self.to_target and ambiguous
        if asks and readings[name] == "按完成比例":
            return Line(Fraction(0), self.points)
        if self.interval.low is None:
            to_target = Arithmetic("÷", Number(limit, PLAIN), Name(VALUE))
            return Bent(Arithmetic("×", to_target, Name(POINTS)), self.points)
        return Line(Fraction(0), self.points / limit if limit else Fraction(0))

    def _answers(self) -> Pick:
        """Give what it earns where an assessor says whether the target is met."""
        met = Option(
            self.words, self.points, self.points, self.clause, self._met_part(), Message.GOAL_SAID_MET
        )
        if self.missed is None:
            missed = Option("", Fraction(0), self.points, silent=Message.GOAL_MISS_SILENT)
        else:
            said = Message.GOAL_SAID_MISSED
            words = self.miss_words
            missed = Option(words, self.missed, self.missed, self.miss_clause, self._missed_part(), said)
        return Pick((met, missed), answers=True)

    def parts(self) -> tuple[Part, ...]:
        return self._met_part(), self._missed_part()

    def _met_part(self) -> Part:
        return Part(self.clause, "达到")

    def _missed_part(self) -> Part:
        return Part(self.miss_clause or self.clause, "未达到")

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(end.amount for end in self.interval.ends)

    def canonical(self) -> str:
        met = f"{self.words or write_interval(self.interval)}的，得满分"
        if self.expression is not None:
            return f"{met}；否则，得分={write_formula(self.expression)}"
        if self.proportional:
            ratio = "按完成值与目标值之比计分" if self.to_target else "按完成比例计分"
            ratio = "按比例扣分" if self.taken_off else ratio
            return f"{met}；{(self.words and self.miss_words) or '未达到'}的，{ratio}"
        return met if self.missed is None else f"{met}；否则{earning_text(self.missed, self.points)}"


_COMPLETION = re.compile("(?:实际|目标|计划|任务)?(?:完成|实现|达成)(?:率|比例|比率|程度|进度)")
"""Names of the share of its goal that a value comes to, which is what the goal alone lets be scored."""


def recognise(clauses: tuple[Clause, ...], context: Context) -> Target | None:
    """Claim one clause that earns full marks, alone or with what a miss earns."""
    if not 1 <= len(clauses) <= 2:
        return None
    if isinstance(clauses[0].award, InProportion):
        clauses = clauses[::-1]  # 未完成的按比例扣分；完成的得满分
    goal = goal_of(clauses[0], context) or denied_goal(clauses, context)
    if goal is None or not _earns_all(clauses, context):
        return None
    words = goal.words if goal.at_goal else ""
    made = partial(Target, context.points, goal, words=words, clause=context.cite(clauses[0].span))
    if len(clauses) == 1:
        return made(None)
    miss = clauses[1]
    if not misses(miss, goal, context):
        return None
    made = partial(made, miss_words=words_missed(miss), miss_clause=context.cite(miss.span))
    if isinstance(miss.award, ByFormula):
        if is_result_over_goal(miss.award):
            return made(None, proportional=True, to_target=True)
        expression = over_value(miss.award, context)
        if not goal.at_goal:
            return made(None, expression=expression)
        of_amounts = value_in(miss.award.expression, context) is not None
        straight = line_of(expression, context.points) == (Fraction(0), context.points)
        of_goal = of_amounts or all(map(_COMPLETION.fullmatch, names(miss.award.expression)))
        return made(None, proportional=True, to_target=of_amounts) if straight and of_goal else None
    if isinstance(miss.award, InProportion) and goes_to(miss.award, goal):
        return _in_proportion(made, miss.award, goal)
    missed = context.left_by(miss.award)
    return None if missed is None or missed >= context.points else made(missed)


def _in_proportion(made: partial[Target], award: InProportion, goal: Interval) -> Target | None:
    """Give the target that a miss falls short of in proportion, gained or taken off."""
    if not has_ratio(goal):
        span = award.span
        message = "目标不是一个大于零的数，“按比例”不知道是什么与什么之比，请写成算式"
        raise LanguageError.at(message, span)
    if "扣" not in award.words or is_whole(goal):
        to_target = any(word in award.words for word in ("目标", "之比", "计划", "扣", "A/B"))
        return made(None, proportional=True, to_target=to_target)
    upward = goal.low is not None and goal.high is None and goal.low.amount.base > 0
    return made(None, proportional=True, taken_off=True) if upward else None


def _earns_all(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether meeting the target earns full marks; a lone target that earns others is refused."""
    award = clauses[0].award
    if award is None or context.points_of(award) == context.points:
        return True
    return len(clauses) == 1 and context.is_full(clauses[0])
