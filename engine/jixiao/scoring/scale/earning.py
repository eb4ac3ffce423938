"""What a stretch of values earns: a line, a stair, or a formula that is no line. Nothing else."""

from __future__ import annotations

import math
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, field, replace
from jixiao.language.formula import Expression, Minus, Name, Number
from jixiao.language.formula.calculate import Calculation, Undefined, compile_value
from jixiao.language.formula.tree import replaced
from jixiao.quantity import PLAIN
from jixiao.scoring.words.line import POINTS, VALUE, line_of


@dataclass(frozen=True, slots=True)
class Stair:
    """From `start` points, `each` less for every `step` from `origin` on.

    A negative step goes down from the origin; negative `each` are points that are added.
    """

    start: Fraction
    each: Fraction
    origin: Fraction
    step: Fraction
    begun: bool = False
    """Whether a step counts as soon as it is begun (不足一步：按一步)."""

    def count(self, value: Fraction) -> Fraction:
        """Give how many steps a value lies from the origin."""
        steps = (value - self.origin) / self.step
        return Fraction(math.ceil(steps) if self.begun else math.floor(steps))

    def at(self, value: Fraction) -> Fraction:
        """Give the points at a value."""
        return self.start - self.each * self.count(value)


@dataclass(frozen=True, slots=True)
class Bent:
    """Points by a formula of the value that is no straight line."""

    expression: Expression
    points: Fraction
    """Full marks, which the formula may name."""
    calculation: Calculation = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "calculation", compile_value(self.expression))

    def __reduce__(self) -> tuple[type[Bent], tuple[Expression, Fraction]]:
        return Bent, (self.expression, self.points)

    def at(self, value: Fraction) -> Fraction | Undefined:
        """Give the points at a value, or why there are none."""
        return self.calculation({VALUE: value, POINTS: self.points})


Earning = Line | Stair | Bent


def by_formula(expression: Expression, points: Fraction) -> Line | Bent:
    """Give what a formula of the value earns: a line where it is one."""
    line = line_of(expression, points)
    return Bent(expression, points) if line is None else Line(*line)


def constant(earning: Earning, value: Fraction) -> Line | Bent:
    """Give what is earned where every value counts as the same one (超过100%按100%计算)."""
    if isinstance(earning, Bent):
        return by_formula(_with_value(earning.expression, Number(value, PLAIN)), earning.points)
    return Line(earning.at(value))


def mirrored_earning(earning: Earning) -> Earning:
    """Give the same earning of the value with its sign turned around."""
    match earning:
        case Line():
            return Line(earning.intercept, -earning.slope)
        case Stair():
            return replace(earning, origin=-earning.origin, step=-earning.step)
        case Bent():
            return replace(earning, expression=_with_value(earning.expression, Minus(Name(VALUE))))


def _with_value(tree: Expression, value: Expression) -> Expression:
    """Set something else in the place of 指标值."""
    return replaced(tree, lambda node: value if isinstance(node, Name) and node.name == VALUE else None)
