"""Steps: full marks up to a limit, then so much for each step beyond it.

不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar

from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, Deduct, Direction, Interval, Step, Words
from jixiao.model.ruleset import Readings
from jixiao.quantity import decimal_text, find_unit, points_text
from jixiao.scoring.amounts import gap_text, value_text
from jixiao.scoring.context import Context
from jixiao.scoring.form import At, Takes, Value
from jixiao.scoring.outcome import Loss, Outcome
from jixiao.scoring.pieces import Piece

_ROUND = {"不计": math.floor, "按一步": math.ceil}
_WORDS: dict[Direction, str] = {"over": "超过", "under": "低于", "off": "偏离"}
_PLANNED = Amount(Fraction(100), find_unit("%"))
_PLAN = ("计划", "目标", "任务", "标准")


@dataclass(frozen=True, slots=True)
class Rate:
    """What one side costs: so many points for each step of that amount."""

    amount: Amount
    points: Fraction
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Steps:
    """Full marks from `low` to `high` (None: unbounded); beyond, `under` and `over` cost."""

    points: Fraction
    low: Amount | None
    high: Amount | None
    under: Rate | None
    over: Rate | None

    code: ClassVar[str] = "steps"
    takes: ClassVar[Takes] = "value"

    @property
    def asks(self) -> tuple[str, ...]:
        return ("不足一步", "百分比步长")

    def outcome(self, at: At, readings: Readings) -> Outcome:
        assert isinstance(at, Value)
        side = self._side(at.value)
        if side is None:
            return Outcome(self.points, self.points, note="未超出得满分的界限")
        direction, limit, rate = side
        beyond = abs(at.value - limit.base)
        step = self._step(rate, limit, readings)
        raw = beyond / step
        steps = Fraction(_ROUND[readings["不足一步"]](raw)) if readings["不足一步"] in _ROUND else raw
        lost = steps * rate.points
        reason = (
            f"{_WORDS[direction]}{value_text(limit.base, limit.unit)} {gap_text(beyond, rate.amount.unit)}，"
            f"每步{gap_text(step, rate.amount.unit)}，计{points_text(steps)}步"
        )
        losses = (Loss(lost, rate.clause, f"{reason}，按条款“{rate.clause}”"),) if lost else ()
        return Outcome(self.points - lost, self.points - lost, losses, reason)

    def _side(self, value: Fraction) -> tuple[Direction, Amount, Rate] | None:
        if self.over and self.high and value > self.high.base:
            return "over", self.high, self.over
        if self.under and self.low and value < self.low.base:
            return "under", self.low, self.under
        return None

    def _step(self, rate: Rate, limit: Amount, readings: Readings) -> Fraction:
        relative = readings["百分比步长"] == "相对" and rate.amount.unit.name == "%"
        return rate.amount.base * abs(limit.base) if relative and limit.base else rate.amount.base

    def bounds(self) -> tuple[Fraction, Fraction]:
        return Fraction(0), self.points

    def amounts(self) -> tuple[Amount, ...]:
        limits = (amount for amount in (self.low, self.high) if amount)
        return (*limits, *(rate.amount for rate in (self.under, self.over) if rate))

    def canonical(self) -> str:
        clauses = []
        if self.over and self.over == self.under and self.low == self.high:
            clauses.append(f"={_amount(self.high)}的，得{decimal_text(self.points)}分")
            clauses.append(f"每超过或低于{_amount(self.over.amount)}，扣{decimal_text(self.over.points)}分")
            return "；".join(clauses)
        clauses.append(f"{self._limits()}的，得{decimal_text(self.points)}分")
        for word, rate in (("低于", self.under), ("超过", self.over)):
            if rate:
                clauses.append(f"每{word}{_amount(rate.amount)}，扣{decimal_text(rate.points)}分")
        return "；".join(clauses)

    def _limits(self) -> str:
        if self.low and self.high:
            return (
                f"={_amount(self.low)}"
                if self.low == self.high
                else f"≥{_amount(self.low)}，≤{_amount(self.high)}"
            )
        return f"≥{_amount(self.low)}" if self.low else f"≤{_amount(self.high)}"

    def pieces(self, readings: Readings) -> tuple[Piece, ...]:
        low = self.low.base if self.low and self.under else None
        high = self.high.base if self.high and self.over else None
        middle = Piece(low, high, low is not None, high is not None, self.points)
        below = self._ladder(self.low, self.under, -1, readings)
        above = self._ladder(self.high, self.over, 1, readings)
        return (*reversed(below), middle, *above)

    def _ladder(self, limit: Amount | None, rate: Rate | None, sign: int, readings: Readings) -> list[Piece]:
        """Give the pieces beyond one limit, from the limit outwards."""
        if limit is None or rate is None:
            return []
        step, way = self._step(rate, limit, readings), readings["不足一步"]
        if way == "按比例":
            slope = -sign * rate.points / step
            return [_towards(sign, limit.base, None, False, False, self.points - slope * limit.base, slope)]
        steps = math.ceil(self.points / rate.points)
        rungs = []
        for number in range(1, steps + 1) if way == "按一步" else range(steps + 1):
            near = limit.base + sign * step * (number - 1 if way == "按一步" else number)
            far = None if number == steps else near + sign * step
            inclusive = (way == "不计" and number > 0, way == "按一步")
            rungs.append(
                _towards(sign, near, far, *inclusive, self.points - number * rate.points, Fraction(0))
            )
        return rungs


def _towards(
    sign: int,
    near: Fraction,
    far: Fraction | None,
    near_in: bool,
    far_in: bool,
    intercept: Fraction,
    slope: Fraction,
) -> Piece:
    far_in = far_in and far is not None
    if sign > 0:
        return Piece(near, far, near_in, far_in, intercept, slope)
    return Piece(far, near, far_in, near_in, intercept, slope)


def _amount(amount: Amount | None) -> str:
    assert amount is not None
    return f"{decimal_text(amount.value)}{amount.unit.name}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Steps | None:
    """Claim a sentence of one full-marks clause and one or two 每超过… clauses."""
    rated = [clause for clause in clauses if _step_of(clause)]
    others = [clause for clause in clauses if not _step_of(clause)]
    if not rated or len(others) > 1:
        return None
    limits = _limits_of(others, rated, context)
    if limits is None:
        return None
    sides = _sides_of(rated, limits, context)
    return Steps(context.points, limits[0], limits[1], sides.get("under"), sides.get("over"))


def _step_of(clause: Clause) -> Step | None:
    return next((phrase for phrase in clause.subject if isinstance(phrase, Step)), None)


def _limits_of(
    others: list[Clause], rated: list[Clause], context: Context
) -> tuple[Amount | None, Amount | None] | None:
    """Give where full marks begin and end, as the sentence says it."""
    if others:
        interval = context.condition(others[0].subject)
        if interval is None or not context.is_full(others[0]):
            return None
        low, high = interval.low, interval.high
        return (low.amount if low else None), (high.amount if high else None)
    if context.base is not None:
        return context.base, context.base
    words = "".join(one.text for clause in rated for one in clause.subject if isinstance(one, Words))
    if any(word in words for word in _PLAN):
        step = _step_of(rated[0])
        if step is not None and step.amount.unit.name in ("%", "个百分点"):
            return _PLANNED, _PLANNED
    return None


def _sides_of(
    rated: list[Clause], limits: tuple[Amount | None, Amount | None], context: Context
) -> dict[Direction, Rate]:
    sides: dict[Direction, Rate] = {}
    for clause in rated:
        step = _step_of(clause)
        if step is None or not isinstance(clause.award, Deduct):
            raise LanguageError("每一步应写明扣几分，如“每超过1%扣1分”", clause.span.start)
        if step.amount.base <= 0 or clause.award.value <= 0:
            raise LanguageError("步长和每步扣分必须大于零", step.span.start)
        _check_rest(clause, step, limits, context)
        rate = Rate(step.amount, clause.award.value, context.cite(clause.span))
        for side in ("over", "under") if step.direction == "off" else (step.direction,):
            if limits[1 if side == "over" else 0] is None or side in sides:
                raise LanguageError(f"“{context.cite(step.span)}”与得满分的条件方向不一致", step.span.start)
            sides[side] = rate
    return sides


def _check_rest(
    clause: Clause, step: Step, limits: tuple[Amount | None, Amount | None], context: Context
) -> None:
    """See that what else stands in a step's clause repeats the limit or names the value."""
    for phrase in clause.subject:
        match phrase:
            case Step():
                continue
            case Words() if context.means_value(phrase.text) or any(word in phrase.text for word in _PLAN):
                continue
            case Interval() if _repeats(phrase, step, limits):
                continue
        raise LanguageError(f"无法理解“{context.cite(phrase.span)}”在这里的意思", phrase.span.start)


def _repeats(interval: Interval, step: Step, limits: tuple[Amount | None, Amount | None]) -> bool:
    """Whether “>0” before 每超过 says again where full marks end."""
    if step.direction == "over" and interval.low and not interval.high:
        return limits[1] is not None and interval.low.amount.base == limits[1].base
    if step.direction == "under" and interval.high and not interval.low:
        return limits[0] is not None and interval.high.amount.base == limits[0].base
    return False
