"""What each step beyond a limit costs or adds, and how steps are counted."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, field
from jixiao.language.standard import Amount, Direction
from jixiao.model.ruleset import Readings
from jixiao.quantity import is_share
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import BEGUN, IN_PROPORTION, Reading
from jixiao.scoring.scale.scale import Said
from jixiao.scoring.words.amounts import adding_text, costing_text

_COSTING = (Message.STEPS_OVER, Message.STEPS_UNDER)
_ADDING = (Message.ADDED_OVER, Message.ADDED_UNDER)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many points for each step of that amount; negative points are added."""

    amount: Amount
    points: Fraction
    clause: str = field(default="", compare=False)

    def step(self, limit: Amount, readings: Readings) -> Fraction:
        """Give the step in base units; 口径 百分比步长 may take it as a share of the limit.

        A percentage is a share of an amount that is none itself: 1000亩以上得5分，每少5%扣1分.
        """
        unit = self.amount.unit
        relative = is_share(unit, limit.unit) or (
            unit.name == "%" and readings[Reading.PERCENT_STEP] == "相对"
        )
        return self.amount.base * abs(limit.base) if relative and limit.base else self.amount.base

    def said(self, side: Direction, limit: Amount, step: Fraction) -> Said:
        """Give what is said of a value on that side of a limit: what its steps cost, or what they come to."""
        over, under = _COSTING if self.points > 0 else _ADDING
        unit = limit.unit if is_share(self.amount.unit, limit.unit) else self.amount.unit
        return Said(over if side == "over" else under, self.clause, limit=limit, step=step, unit=unit)

    def beyond(self, limit: Amount, step: Fraction, start: Fraction, part_of_step: str) -> Line | Stair:
        """Give what is earned beyond a limit; the step is negative below it.

        口径 不足一步 says what a part of a step counts.
        """
        if part_of_step == IN_PROPORTION:
            slope = -self.points / step
            return Line(start - slope * limit.base, slope)
        return Stair(start, self.points, limit.base, step, begun=part_of_step == BEGUN)

    def cost_text(self, full: Fraction) -> str:
        """Write what a step costs or adds, exactly."""
        return (costing_text if self.points > 0 else adding_text)(abs(self.points), full)
