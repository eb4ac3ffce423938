"""Target: full marks where it is met; what a miss costs, if the sentence says so.

大于95%的得满分，否则不得分。
达到目标值的得满分，未达到的按完成比例计分。
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.formula import Expression, write_formula
from jixiao.language.standard import Amount, ByFormula, Clause, Else, End, InProportion, Interval, Words
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import find_unit, points_text
from jixiao.scoring.amounts import earning_text
from jixiao.scoring.arithmetic import Undefined, calculate
from jixiao.scoring.context import Context
from jixiao.scoring.form import Answer, At, FormDefaults, Takes, Value
from jixiao.scoring.intervals import claim, interval_text, write_interval
from jixiao.scoring.line import POINTS, VALUE, is_result_over_goal, line_of, over_value
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece, between, inside, joined
from jixiao.scoring.wording import words_of

_WHOLLY = ("全部完成", "全面完成", "按期完成", "如期完成", "按时完成", "完成任务", "全部达到", "达标")
_BEYOND = {"超过": "≤", "高于": "≤", "大于": "≤", "超出": "≤", "低于": "≥", "小于": "≥", "不足": "≥"}
_MET = ("达到", "完成", "实现", "达成", "不低于", "不超过")
_GOAL = ("目标", "计划", "预期", "指标值", "任务", "年度值")
_MISSED = (
    "未达到",
    "未完成",
    "未实现",
    "达不到",
    "没有达到",
    "未达成",
    "低于目标",
    "未达标",
    "不达标",
    "未全部",
    "未全面",
    "没有完成",
    "未达",
)
_REACHED = re.compile(
    "[^，未没不]{2,12}(?:数|量|人次|率|额|值|进度)(?:达到|完成|不低于)(?:了)?(?:年初|年度)?(?:计划|目标|预期)(?:数量|数|值)?"
)
_IF = re.compile("^(?:如果|如|若)")
_MET_AT_WHOLE = End(Amount(Fraction(100), find_unit("%")), True, outright=True)


@dataclass(frozen=True, slots=True)
class Target(FormDefaults):
    """Full marks inside `interval`; a miss earns `missed` points, or a proportion.

    `missed` is None where the sentence does not say (口径 未达标); `proportional` where it
    says 按比例, of the value itself or of the value to the target (口径 按比例计分).
    """

    points: Fraction
    interval: Interval | None
    """None for 达到目标值: the value then is the rate of completion, met at 100 %."""
    missed: Fraction | None
    proportional: bool = False
    to_target: bool = False
    """Whether the sentence says that the ratio is to the target."""
    expression: Expression | None = None
    """What a miss earns as a formula of the value: 否则得分=2-2×(控制率-1)."""
    words: str = ""
    clause: str = field(default="", compare=False)
    miss_clause: str = field(default="", compare=False)

    code: ClassVar[str] = "target"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        silent = ("未达标",) if self.missed is None and not self.proportional and not self.expression else ()
        ratio = ("按比例计分",) if self.proportional and not self.to_target and self._ambiguous() else ()
        statute = any(end.by_statute for end in self._ends())
        return (*silent, *ratio, *(("以上以下含本数",) if statute else ()))

    def _ambiguous(self) -> bool:
        return self._limit() != 1 and all(end.amount.unit.dimension.is_ratio for end in self._ends())

    def _ends(self) -> tuple[End, ...]:
        if self.interval is None:
            return ()
        return tuple(end for end in (self.interval.low, self.interval.high) if end is not None)

    def _limit(self) -> Fraction:
        ends = self._ends()
        return ends[0].amount.base if ends else Fraction(1)

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value | Answer)
        if isinstance(at, Answer):
            return self._answered(at.holds)
        if self._met(at.value, readings):
            where = interval_text(self.interval, at.value) if self.interval else "达到目标"
            reason = f"{where}，按条款“{self.clause}”得满分"
            return earned(self.points, self.points, self.clause, reason, self._met_part())
        if self.expression is not None:
            return self._by_expression(at.value)
        ratio = self._ratio(at.value, readings)
        if ratio is None:
            missed = self.missed or Fraction(0)
            effect = f"得{points_text(missed)}分" if missed else "不得分"
            said = (
                f"按条款“{self.miss_clause}”{effect}"
                if self.miss_clause
                else f"评分标准没有写明未达到时怎样计分，按{effect}"
            )
            reason = f"没有达到“{self.clause}”的条件，{said}"
            clause = self.miss_clause or self.clause
            return earned(self.points, missed, clause, reason, self._missed_part())
        score = min(max(ratio, Fraction(0)), Fraction(1)) * self.points
        said = f"按条款“{self.miss_clause}”" if self.miss_clause else "按完成比例"
        return earned(
            self.points,
            score,
            self.miss_clause or self.clause,
            f"没有达到目标，{said}计得{points_text(score)}分",
            self._missed_part(),
        )

    def _by_expression(self, value: Fraction) -> Outcome:
        assert self.expression is not None
        score = calculate(self.expression, {VALUE: value, POINTS: self.points})
        if isinstance(score, Undefined):
            return Outcome(Fraction(0), self.points, note=str(score))
        held = min(max(score, Fraction(0)), self.points)
        reason = f"没有达到“{self.clause}”的条件，按条款“{self.miss_clause}”计得{points_text(held)}分"
        return earned(self.points, held, self.miss_clause, reason, self._missed_part())

    def _answered(self, holds: bool) -> Outcome:
        if holds:
            reason = f"按条款“{self.clause}”得满分"
            return earned(self.points, self.points, self.clause, reason, self._met_part())
        if self.missed is None:
            return Outcome(Fraction(0), self.points, note="评分标准没有写明未达到时得几分")
        reason = f"按条款“{self.miss_clause}”"
        return earned(self.points, self.missed, self.miss_clause, reason, self._missed_part())

    def parts(self) -> tuple[Part, ...]:
        return self._met_part(), self._missed_part()

    def _met_part(self) -> Part:
        return Part(self.clause, "达到")

    def _missed_part(self) -> Part:
        return Part(self.miss_clause or self.clause, "未达到")

    def _met(self, value: Fraction, readings: Readings) -> bool:
        if self.interval is None:
            return value >= 1
        return claim(self.interval, value, readings.get("以上以下含本数", "是") == "是") > 0

    def _ratio(self, value: Fraction, readings: Readings) -> Fraction | None:
        """Give the share of the points that a missed target still earns; None for none."""
        if not self.proportional and readings.get("未达标") != "按比例":
            return None
        if (
            self.proportional
            and not self.to_target
            and self._ambiguous()
            and readings["按比例计分"] == "按完成比例"
        ):
            return value
        limit = self._limit()
        at_most = self.interval is not None and self.interval.low is None
        if at_most:
            return limit / value if value else Fraction(0)
        return value / limit if limit else Fraction(0)

    def bounds(self) -> tuple[Fraction, Fraction]:
        return self.missed or Fraction(0), self.points

    def amounts(self) -> tuple[Amount, ...]:
        return tuple(end.amount for end in self._ends())

    def canonical(self) -> str:
        if self.expression is not None and self.interval is not None:
            return f"{write_interval(self.interval)}的，得满分；否则，得分={write_formula(self.expression)}"
        met = f"{write_interval(self.interval)}的，得满分" if self.interval else f"{self.words}的，得满分"
        if self.proportional:
            ratio = "按完成值与目标值之比计分" if self.to_target else "按完成比例计分"
            return f"{met}；未达到的，{ratio}"
        return met if self.missed is None else f"{met}；否则{earning_text(self.missed, self.points)}"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        """Give what is met and what is missed; empty where a miss goes by target ÷ value."""
        ends = self._ends() or (_MET_AT_WHOLE,)
        if (
            self.interval is not None
            and self.interval.low is None
            and self._ratio(Fraction(1), readings) is not None
        ):
            return ()
        if self.expression is not None and line_of(self.expression, self.points) is None:
            return ()
        cuts = sorted({end.amount.base for end in ends})
        return joined([self._piece(low, high, readings) for low, high in between(cuts)])

    def _piece(self, low: Fraction | None, high: Fraction | None, readings: Readings) -> Piece:
        point = low is not None and low == high
        value = low if low is not None and point else inside(low, high)
        if self._met(value, readings):
            return Piece(low, high, point, point, self.points)
        if self.expression is not None:
            return Piece(
                low,
                high,
                point,
                point,
                *(line_of(self.expression, self.points) or (Fraction(0), Fraction(0))),
            )
        one, two = self._ratio(Fraction(1), readings), self._ratio(Fraction(2), readings)
        if one is None or two is None:
            return Piece(low, high, point, point, self.missed or Fraction(0))
        slope = (two - one) * self.points
        return Piece(low, high, point, point, one * self.points - slope, slope)


def recognise(clauses: tuple[Clause, ...], context: Context) -> Target | None:
    """Claim one clause that earns full marks, alone or with what a miss earns."""
    if not 1 <= len(clauses) <= 2:
        return None
    goal = _goal(clauses[0], context)
    if goal is None or not _earns_all(clauses, context):
        return None
    interval, words = goal
    cited = context.cite(clauses[0].span)
    if len(clauses) == 1:
        return Target(context.points, interval, None, words=words, clause=cited)
    miss = clauses[1]
    if not _misses(miss, interval, context):
        return None
    missed = context.left_by(miss.award)
    if isinstance(miss.award, ByFormula):
        if interval is None:
            return None
        if is_result_over_goal(miss.award):
            return Target(
                context.points, interval, None, True, True, None, words, cited, context.cite(miss.span)
            )
        expression = over_value(miss.award, context)
        cited_miss = context.cite(miss.span)
        return Target(context.points, interval, None, False, False, expression, words, cited, cited_miss)
    if isinstance(miss.award, InProportion) and ("扣" not in miss.award.words or _whole(interval)):
        to_target = any(word in miss.award.words for word in ("目标", "之比", "计划", "扣"))
        return Target(
            context.points, interval, None, True, to_target, None, words, cited, context.cite(miss.span)
        )
    if missed is None or missed >= context.points:
        return None
    return Target(
        context.points, interval, missed, words=words, clause=cited, miss_clause=context.cite(miss.span)
    )


def _goal(clause: Clause, context: Context) -> tuple[Interval | None, str] | None:
    """Give the interval that earns full marks, or the words that speak of a target."""
    interval = context.condition(clause.subject)
    if interval is not None:
        alone = clause.award is None and not interval.bare
        return (interval, "") if alone or context.points_of(clause.award) else None
    text = words_of(clause.subject)
    if context.base is not None and context.base.base != 1:
        return None  # 目标值为95%；达到目标值: the value may be the rate or how far the rate meets its goal
    every = text.startswith(("全部", "全面")) and context.name.endswith("率")
    if (
        every
        or text.startswith(_WHOLLY)
        or _REACHED.fullmatch(text)
        or (text.startswith(_MET) and any(goal in text for goal in _GOAL))
    ):
        return (None, text) if context.points_of(clause.award) else None
    return None


def _earns_all(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether meeting the target earns full marks; a lone target that earns others is refused."""
    award = clauses[0].award
    if award is None or context.points_of(award) == context.points:
        return True
    return len(clauses) == 1 and context.is_full(clauses[0])


def _whole(interval: Interval | None) -> bool:
    """Whether the target is 100 % or more: what is taken off in proportion then leaves the rate itself."""
    return interval is None or (interval.low is not None and interval.low.amount.base == 1)


def _beyond(clause: Clause, interval: Interval, context: Context) -> bool:
    """Whether “不足100%的，按比例得分” speaks of just what the target leaves out."""
    missed = context.condition(clause.subject)
    if missed is None or not isinstance(clause.award, InProportion):
        return False
    for end, other, open_ended in (
        (interval.low, missed.high, interval.high is None and missed.low is None),
        (interval.high, missed.low, interval.low is None and missed.high is None),
    ):
        if end and other and open_ended and end.amount.base == other.amount.base:
            return end.included != other.included
    return _below_the_one(interval, missed)


def _below_the_one(interval: Interval, missed: Interval) -> bool:
    """Whether “100%得满分，不足100%” speaks of what lies below the one number that earns all."""
    one, below = interval.low, missed.high
    if one is None or interval.low != interval.high or below is None or missed.low is not None:
        return False
    return below.amount == one.amount and not below.included


def _misses(clause: Clause, interval: Interval | None, context: Context) -> bool:
    if interval is not None and _beyond(clause, interval, context):
        return True
    match clause.subject:
        case (Else(),) | (Else(), Words()):
            return True
        case (Words(text=text),) if text in _BEYOND and interval is not None:
            return (interval.low is None) == (_BEYOND[text] == "≤")
        case (Words(text=text),):
            return _IF.sub("", text).startswith(_MISSED)
        case _:
            return False
