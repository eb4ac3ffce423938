"""What each step beyond a limit costs or adds, and how steps are counted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

from jixiao.language.standard import Amount
from jixiao.model.ruleset import Readings
from jixiao.scoring.amounts import costing_text
from jixiao.scoring.pieces import Piece

_ROUND = {"不计": math.floor, "按一步": math.ceil}


@dataclass(frozen=True, slots=True)
class Rate:
    """So many points for each step of that amount; negative points are added."""

    amount: Amount
    points: Fraction
    clause: str = field(default="", compare=False)

    def step(self, limit: Amount, readings: Readings) -> Fraction:
        """Give the step in base units; 口径 百分比步长 may take it as a share of the limit."""
        relative = readings["百分比步长"] == "相对" and self.amount.unit.name == "%"
        return self.amount.base * abs(limit.base) if relative and limit.base else self.amount.base

    def steps(self, beyond: Fraction, step: Fraction, readings: Readings) -> Fraction:
        """Count the steps in a distance; 口径 不足一步 says what a part of one counts."""
        way, raw = readings["不足一步"], beyond / step
        return Fraction(_ROUND[way](raw)) if way in _ROUND else raw

    def cost_text(self, full: Fraction) -> str:
        """Write what a step costs or adds, exactly."""
        text = costing_text(abs(self.points), full)
        return text if self.points > 0 else text.replace("扣", "加", 1)

    def ladder(
        self, limit: Amount, sign: int, start: Fraction, full: Fraction, readings: Readings
    ) -> list[Piece]:
        """Give the pieces beyond a limit, from the limit outwards (sign: 1 up, -1 down)."""
        step, way = self.step(limit, readings), readings["不足一步"]
        if way == "按比例":
            slope = -sign * self.points / step
            return [_towards(sign, limit.base, None, (False, False), start - slope * limit.base, slope)]
        room = start if self.points > 0 else full - start
        count = max(math.ceil(room / abs(self.points)), 1)
        rungs = []
        for number in range(1, count + 1) if way == "按一步" else range(count + 1):
            near = limit.base + sign * step * (number - 1 if way == "按一步" else number)
            far = None if number == count else near + sign * step
            ends = (way == "不计" and number > 0, way == "按一步" and far is not None)
            rungs.append(_towards(sign, near, far, ends, start - number * self.points))
        return rungs


def _towards(
    sign: int,
    near: Fraction,
    far: Fraction | None,
    ends: tuple[bool, bool],
    intercept: Fraction,
    slope: Fraction = Fraction(0),
) -> Piece:
    near_in, far_in = ends
    if sign > 0:
        return Piece(near, far, near_in, far_in, intercept, slope)
    return Piece(far, near, far_in, near_in, intercept, slope)
