"""Steps: full marks up to a limit, then so much for each step beyond it.

不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。
达到100%得基本分3分，每增加1%加0.2分，最多加2分；每减少1%扣0.2分。
"""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from jixiao.curve.line import ZERO, Line
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import (
    Add,
    Amount,
    Clause,
    Direction,
    Points,
)
from jixiao.model.part import Part
from jixiao.model.ruleset import Readings
from jixiao.quantity import RANK, is_share
from jixiao.scoring.forms.form import FormDefaults
from jixiao.scoring.forms.steps.amounts import as_gains, from_nothing
from jixiao.scoring.forms.steps.limits import PLANNED, limits_of, step_of
from jixiao.scoring.forms.steps.rate import Rate
from jixiao.scoring.forms.steps.sides import in_one_unit, sides_of
from jixiao.scoring.forms.steps.turned import ways_beyond
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned, Said
from jixiao.scoring.scale.term import Term
from jixiao.scoring.words.amounts import amount_text, earning_text, step_text
from jixiao.scoring.words.context import Context

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

    @property
    def base(self) -> Fraction | None:
        return None if self.start in (0, self.points) else self.start

    def amounts(self) -> tuple[Amount, ...]:
        ends = [amount for amount in (self.low, self.high) if amount]
        return tuple(one for one in self.compared() if not any(is_share(one.unit, end.unit) for end in ends))

    def compared(self) -> tuple[Amount, ...]:
        ends = (amount for amount in (self.low, self.high) if amount)
        return (*ends, *(rate.amount for rate in (self.under, self.over) if rate))

    def canonical(self) -> str:
        if (
            self.start == 0
            and self.over
            and self.low is None
            and self.high is not None
            and not self.high.value
        ):
            return f"每{amount_text(self.over.amount)}{earning_text(-self.over.points, self.points, '得')}"
        start = earning_text(self.start, self.points, "得" if self.start == self.points else "得基本分")
        clauses = [f"{self._limits()}的，{start}"]
        if self.over and self.over == self.under and self.low == self.high:
            clauses.append(f"每超过或低于{step_text(self.over.amount)}，{self.over.cost_text(self.points)}")
        else:
            below, above = ways_beyond(self.low or self.high)
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
    amounts = from_nothing(others, rated, context)
    if amounts is not None:
        rated = as_gains(rated)
    limits = amounts or limits_of(others, rated, context)
    if limits is None or not in_one_unit(limits, rated):
        return None
    adds = any(isinstance(clause.award, Add) for clause in rated)
    start = ZERO if adds and amounts is not None else _start(others, adds, context)
    if start is None:
        return None
    sides = sides_of(rated, limits, context, alone=not others, named=amounts is None)
    clause = context.cite(others[0].span) if others else ""
    return Steps(context.points, limits[0], limits[1], sides.get("under"), sides.get("over"), start, clause)


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
