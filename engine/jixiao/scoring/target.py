"""Target: full marks where it is met; what a miss costs, if the sentence says so.

大于95%的得满分，否则不得分。
达到目标值的得满分，未达到的按完成比例计分。
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.formula import Expression, write_formula
from jixiao.language.formula.calculate import Undefined, calculate
from jixiao.language.standard import Amount, ByFormula, Clause, End, InProportion, Interval
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import find_unit, points_text
from jixiao.scoring.amounts import earning_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import Answer, At, FormDefaults, Takes, Value
from jixiao.scoring.goal import goal_of, goes_to, is_whole, misses
from jixiao.scoring.intervals import claim, interval_text, write_interval
from jixiao.scoring.line import POINTS, VALUE, is_result_over_goal, line_of, over_value
from jixiao.scoring.outcome import Outcome, earned
from jixiao.scoring.pieces import Piece, between, inside, joined

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
    goal = goal_of(clauses[0], context)
    if goal is None or not _earns_all(clauses, context):
        return None
    interval, words = goal
    cited = context.cite(clauses[0].span)
    if len(clauses) == 1:
        return Target(context.points, interval, None, words=words, clause=cited)
    miss = clauses[1]
    if not misses(miss, interval, context):
        return None
    missed = context.left_by(miss.award)
    if isinstance(miss.award, ByFormula):
        if is_result_over_goal(miss.award):
            return Target(
                context.points, interval, None, True, True, None, words, cited, context.cite(miss.span)
            )
        if interval is None:
            return None
        expression = over_value(miss.award, context)
        cited_miss = context.cite(miss.span)
        return Target(context.points, interval, None, False, False, expression, words, cited, cited_miss)
    if (
        isinstance(miss.award, InProportion)
        and goes_to(miss.award, interval)
        and ("扣" not in miss.award.words or is_whole(interval))
    ):
        to_target = any(word in miss.award.words for word in ("目标", "之比", "计划", "扣", "A/B"))
        return Target(
            context.points, interval, None, True, to_target, None, words, cited, context.cite(miss.span)
        )
    if missed is None or missed >= context.points:
        return None
    return Target(
        context.points, interval, missed, words=words, clause=cited, miss_clause=context.cite(miss.span)
    )


def _earns_all(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether meeting the target earns full marks; a lone target that earns others is refused."""
    award = clauses[0].award
    if award is None or context.points_of(award) == context.points:
        return True
    return len(clauses) == 1 and context.is_full(clauses[0])
