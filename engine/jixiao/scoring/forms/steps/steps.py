"""Steps: full marks up to a limit, then so much for each step beyond it.

不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。
达到100%得基本分3分，每增加1%加0.2分，最多加2分；每减少1%扣0.2分。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import (
    Add,
    Amount,
    Clause,
    Deduct,
    Direction,
    Interval,
    Points,
    Remark,
    Step,
    Words,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, RANK, counts_alike, inexact, is_share
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.steps.limits import PLAN, PLANNED, Limits, goes_from, limits_of, step_of
from jixiao.scoring.forms.steps.rate import Rate
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import amount_text, earning_text, step_text
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.signs import declines

_WORDS: dict[Direction, str] = {"over": "超过", "under": "低于"}


@dataclass(frozen=True, slots=True)
class Steps(FormDefaults):
    """`start` points from `low` to `high` (None: unbounded); beyond, each side's rate.

    `start` is full marks, or less where steps also add points (基本分).
    """

    points: Fraction
    low: Amount | None
    high: Amount | None
    under: Rate | None
    over: Rate | None
    start: Fraction
    clause: str = field(default="", compare=False)
    """The clause that says where full marks are earned; empty where the steps say it."""

    code: ClassVar[str] = "steps"
    title: ClassVar[str] = "分步扣分"
    takes: ClassVar[Takes] = Takes.VALUE

    def lower(self, readings: Readings) -> tuple[Term, ...]:
        whole = any(limit is not None and limit.unit == RANK for limit in (self.low, self.high))
        part_of_step = WHOLE_STEPS if whole else readings[Reading.PART_OF_STEP]
        low, high = self.low if self.under else None, self.high if self.over else None
        inside = Message.WITHIN_LIMITS if self.start == self.points else Message.BASIC
        middle = Stretch(
            None if low is None else low.base,
            None if high is None else high.base,
            low is not None,
            high is not None,
            Earned(Line(self.start), Said(inside, cited="基本分"), self._inside()),
        )
        scale = [middle]
        if low is not None and self.under is not None:
            earned = self._earned(self.under, low, "under", part_of_step, readings)
            scale.insert(0, Stretch(None, low.base, False, False, earned))
        if high is not None and self.over is not None:
            earned = self._earned(self.over, high, "over", part_of_step, readings)
            scale.append(Stretch(high.base, None, False, False, earned))
        return (Term(self.takes, self.points, tuple(scale)),)

    def _earned(
        self, rate: Rate, limit: Amount, side: Direction, part_of_step: str, readings: Readings
    ) -> Earned:
        """Give what is earned beyond a limit, on one side of it."""
        step = rate.step(limit, readings)
        said = rate.said(side, limit, step)
        earns = rate.beyond(limit, step if side == "over" else -step, self.start, part_of_step)
        return Earned(earns, said, self._beyond(side, rate))

    def parts(self) -> tuple[Part, ...]:
        sides: tuple[tuple[Direction, Rate | None], ...] = (("under", self.under), ("over", self.over))
        return (self._inside(), *(self._beyond(side, rate) for side, rate in sides if rate))

    def _inside(self) -> Part:
        return Part(
            self.clause or f"{self._limits()}的", "得满分" if self.start == self.points else "得基本分"
        )

    def _beyond(self, side: Direction, rate: Rate) -> Part:
        """Give the part of one side; where one clause speaks of both, which of them."""
        both = self.under and self.over and self.under.clause == self.over.clause
        return Part(rate.clause, _WORDS[side] if both else "", "down" if rate.points > 0 else "up")

    def amounts(self) -> tuple[Amount, ...]:
        limits = [amount for amount in (self.low, self.high) if amount]
        steps = [rate.amount for rate in (self.under, self.over) if rate]
        return (*limits, *(one for one in steps if not any(is_share(one.unit, end.unit) for end in limits)))

    def compared(self) -> tuple[Amount, ...]:
        shares = (rate.amount for rate in (self.under, self.over) if rate)
        return (*self.amounts(), *shares)

    def canonical(self) -> str:
        start = earning_text(self.start, self.points, "得" if self.start == self.points else "得基本分")
        clauses = [f"{self._limits()}的，{start}"]
        if self.over and self.over == self.under and self.low == self.high:
            clauses.append(f"每超过或低于{step_text(self.over.amount)}，{self.over.cost_text(self.points)}")
        else:
            limit = self.low or self.high
            below, above = ("上升", "下降") if limit is not None and limit.unit == RANK else ("低于", "超过")
            sides = ((below, self.under), (above, self.over))
            clauses += [
                f"每{word}{step_text(rate.amount)}，{rate.cost_text(self.points)}"
                for word, rate in sides
                if rate
            ]
        return "；".join(clauses)

    def _limits(self) -> str:
        if self.low and self.high:
            same = self.low == self.high
            return (
                f"={amount_text(self.low)}"
                if same
                else f"≥{amount_text(self.low)}，≤{amount_text(self.high)}"
            )
        return f"≥{amount_text(self.low)}" if self.low else f"≤{amount_text(self.high or PLANNED)}"


def recognise(clauses: tuple[Clause, ...], context: Context) -> Steps | None:
    """Claim a sentence of one full-marks clause and one or two 每超过… clauses."""
    rated = [clause for clause in clauses if step_of(clause)]
    others = [clause for clause in clauses if not step_of(clause)]
    if not rated or len(others) > 1:
        return None
    limits = limits_of(others, rated, context)
    if limits is None or not _in_one_unit(limits, rated):
        return None
    adds = any(isinstance(clause.award, Add) for clause in rated)
    start = _start(others, adds, context)
    if start is None:
        return None
    sides = _sides_of(rated, limits, context, alone=not others)
    clause = context.cite(others[0].span) if others else ""
    return Steps(context.points, limits[0], limits[1], sides.get("under"), sides.get("over"), start, clause)


def _in_one_unit(limits: Limits, rated: list[Clause]) -> bool:
    """Whether steps measure what the limits do: 完成年度任务得5分，每少1公里扣1分 and 达到100人，每少1场 do not.

    A percentage of an amount is a share of it, and read so by `Rate.step`. Raises LanguageError
    where how many steps there are can't be told: 不超过3个月，每超1天.
    """
    steps = [step for clause in rated if (step := step_of(clause)) is not None]
    pairs = [(end.unit, step) for end in limits if end is not None for step in steps]
    for unit, step in pairs:
        if inexact(unit, step.amount.unit):
            message = f"“{unit.name}”与“{step.amount.unit.name}”算不到一起，请换成同一个单位"
            raise LanguageError(message, step.span.start, step.span.end - step.span.start)
    return all(
        counts_alike(unit, step.amount.unit) or is_share(step.amount.unit, unit) for unit, step in pairs
    )


def _start(others: list[Clause], adds: bool, context: Context) -> Fraction | None:
    """Give the points inside the limits: full marks, or the 基本分 that steps add to."""
    if not others and adds:
        base = None if context.added is None else context.points - context.added
        return base if base is None or base >= 0 else None
    if not others or others[0].award is None:
        return context.points
    award = others[0].award
    points = context.points_of(award)
    basic = isinstance(award, Points) and award.kind == "base"
    if points is None or (points == 0 and not basic):
        return None
    top = points + (context.added or Fraction(0)) if adds else points
    open_top = (adds or basic) and context.added is None and points <= context.points
    if top != context.points and not open_top:
        raise context.misfit(top, others[0].span)
    return points


def _sides_of(rated: list[Clause], limits: Limits, context: Context, *, alone: bool) -> dict[Direction, Rate]:
    sides: dict[Direction, Rate] = {}
    for clause in rated:
        step = _turned(step_of(clause), limits, context)
        if step is None or not isinstance(clause.award, Deduct | Add):
            raise LanguageError(
                "每一步应写明扣几分，如“每超过1%扣1分”",
                clause.span.start,
                clause.span.end - clause.span.start,
            )
        _check_rest(clause, step, limits, context, alone=alone)
        points = context.cost_of(clause.award) if isinstance(clause.award, Deduct) else -clause.award.value
        if step.amount.base <= 0 or not points:
            raise LanguageError("步长和每步扣分必须大于零", step.span.start, step.span.end - step.span.start)
        rate = Rate(_in_unit(step.amount, limits), points, context.cite(clause.span))
        for side in ("over", "under") if step.direction == "off" else (step.direction,):
            if limits[1 if side == "over" else 0] is None or side in sides:
                message = f"“{context.cite(step.span)}”与得满分的条件方向不一致"
                raise LanguageError(message, step.span.start, step.span.end - step.span.start)
            sides[side] = rate
        if step.direction == "over" and _around_zero(limits):
            sides["under"] = rate
    return sides


def _in_unit(amount: Amount, limits: Limits) -> Amount:
    """Give a step in the unit of the limits, where the two say the same: 5个工作日, 每超1天."""
    unit = next(end.unit for end in limits if end is not None)
    apart = amount.unit.dimension != unit.dimension and not is_share(amount.unit, unit)
    return Amount(amount.value, unit) if apart and PLAIN not in (amount.unit, unit) else amount


_OPPOSITE: dict[Direction, Direction] = {"over": "under", "under": "over", "off": "off"}


def _turned(step: Step | None, limits: Limits, context: Context) -> Step | None:
    """Let 每超支1% go down from the limit of a 节约率, and 每下降一名 up from the first place."""
    if step is not None and any(limit is not None and limit.unit == RANK for limit in limits):
        return replace(step, direction=_OPPOSITE[step.direction])
    if (
        step is None
        or not context.name.endswith(("节约率", "结余率"))
        or "超支" not in context.folded(step.span)
    ):
        return step
    return replace(step, direction="under")


def _around_zero(limits: Limits) -> bool:
    """Whether full marks lie within ±5%: what goes beyond, goes beyond on both sides."""
    low, high = limits
    return low is not None and high is not None and low.base == -high.base != 0


def _check_rest(clause: Clause, step: Step, limits: Limits, context: Context, *, alone: bool) -> None:
    """See that what else stands in a step's clause repeats the limit or names the value.

    `alone`: no clause says full marks, so that ≥90% before 每降低1% does.
    """
    match clause.subject:
        case (Words(text=text), Interval() as interval, Step()) if declines(text):
            interval = context.condition(clause.subject[:2]) or interval
            if _reaches(interval, step, limits, context):
                return
    for phrase in clause.subject:
        match phrase:
            case Step():
                continue
            case Remark(plain=True):
                continue
            case Words(text=text) if _names_value(text, context):
                continue
            case Interval() if alone and (goes_from(phrase, step) or phrase.low == phrase.high):
                continue
            case Interval() if _repeats(phrase, step, limits) or _reaches(phrase, step, limits, context):
                continue
        cited = context.cite(phrase.span)
        if isinstance(phrase, Interval):
            text = (
                f"无法理解“{cited}”在这里的意思：每步扣分只能有一种，从得满分的界限算起；其他的段请写明得几分"
            )
            raise LanguageError(text, phrase.span.start, len(cited))
        raise LanguageError(f"无法理解“{cited}”在这里的意思", phrase.span.start, len(cited))


def _names_value(text: str, context: Context) -> bool:
    """Whether words before a step name the value, the plan, or what was compared before in short: 整改率 for 问题整改率."""
    short = len(text) > 1 and any(one.endswith(text) for one in context.quantities)
    return short or context.means_value(text) or any(word in text for word in PLAN)


def _reaches(interval: Interval, step: Step, limits: Limits, context: Context) -> bool:
    """Whether “98%＞率≥90%的，每低…” goes from the limit to where nothing is earned any more."""
    if interval.low is None or interval.high is None:
        return False
    near, far = interval.high.amount.base, interval.low.amount.base
    limit = limits[0]
    if step.direction == "over":
        near, far, limit = far, near, limits[1]
    return limit is not None and near == limit.base and far in context.nothing_at


def _repeats(interval: Interval, step: Step, limits: Limits) -> bool:
    """Whether “>0” before 每超过 says again where full marks end."""
    if interval.outside:
        ends = (interval.low.amount.base, interval.high.amount.base) if interval.low and interval.high else ()
        return ends == tuple(one.base for one in limits if one)
    if step.direction == "over" and interval.low and not interval.high:
        return limits[1] is not None and interval.low.amount.base == limits[1].base
    if step.direction == "under" and interval.high and not interval.low:
        return limits[0] is not None and interval.high.amount.base == limits[0].base
    return False
