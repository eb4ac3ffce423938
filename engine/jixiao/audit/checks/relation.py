"""Whether a relation can hold between numbers as they were printed.

Each operand lies within half a unit of its last decimal. A relation is missed only where no true
values within these bounds satisfy it: for a sum, where the difference is more than the bounds added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from jixiao.audit.printed import Printed
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Minus,
    Name,
    Number,
    write_formula,
)
from jixiao.language.formula.calculate import Undefined, calculate, holds
from jixiao.model.coded import Coded


class Verdict(Coded):
    """Whether a relation holds between one value of each operand."""

    HOLDS = "holds", "相符"
    ROUNDING = "rounding", "舍入"
    """It holds within printing only."""
    FAILS = "fails", "不符"
    UNDEFINED = "undefined", "无解"
    """It can't be calculated (division by zero)."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """Both sides as printed, and the difference that printing allows, in base units."""

    verdict: Verdict
    left: Fraction = Fraction(0)
    right: Fraction = Fraction(0)
    allowed: Fraction = Fraction(0)


Bounds = tuple[Fraction, Fraction]


def compare(
    tree: Expression, values: Mapping[str, Printed], widened: Fraction = Fraction(0), restated: bool = False
) -> Comparing:
    """Compare the sides of a relation; `restated`: the left side states what the right calculates.

    A condition (且 或 非) is decided on the values as they stand.
    """
    exact = {name: one.value for name, one in values.items()}
    if not isinstance(tree, Comparison):
        holding = holds(tree, exact)
        if holding is None:
            return Comparing(Verdict.UNDEFINED)
        return Comparing(Verdict.HOLDS if holding else Verdict.FAILS)
    left, right = calculate(tree.left, exact), calculate(tree.right, exact)
    bounds = _difference(tree, values)
    if isinstance(left, Undefined) or isinstance(right, Undefined) or bounds is None:
        return Comparing(Verdict.UNDEFINED)
    allowed = (bounds[1] - bounds[0]) / 2 + widened
    if not _possible(tree.operator, bounds, widened, left - right):
        return Comparing(Verdict.FAILS, left, right, allowed)
    own = _own_slack(tree.left, values)
    beside = restated and not widened and own is not None and abs(left - right) > own
    return Comparing(Verdict.ROUNDING if beside else Verdict.HOLDS, left, right, allowed)


def _possible(operator: str, bounds: Bounds, widened: Fraction, difference: Fraction) -> bool:
    match operator:
        case "=":
            return bounds[0] <= widened and bounds[1] >= -widened
        case "≤":
            return bounds[0] <= widened
        case "≥":
            return bounds[1] >= -widened
        case "<":
            return difference < 0
        case ">":
            return difference > 0
        case _:
            return difference != 0


def _own_slack(tree: Expression, values: Mapping[str, Printed]) -> Fraction | None:
    return values[tree.name].slack if isinstance(tree, Name) else None


def _difference(tree: Comparison, values: Mapping[str, Printed]) -> Bounds | None:
    left, right = _bounds(tree.left, values), _bounds(tree.right, values)
    return None if left is None or right is None else (left[0] - right[1], left[1] - right[0])


def _bounds(tree: Expression, values: Mapping[str, Printed]) -> Bounds | None:
    """Give the lowest and highest value that an expression may truly have; None where undefined."""
    match tree:
        case Number():
            value = tree.value * tree.unit.factor
            return value, value
        case Name():
            one = values[tree.name]
            return one.value - one.slack, one.value + one.slack
        case Minus():
            inner = _bounds(tree.operand, values)
            return None if inner is None else (-inner[1], -inner[0])
        case Call():
            return _call(tree, values)
        case Arithmetic():
            return _arithmetic(tree, values)
        case _:
            raise TypeError(f"not a number: {write_formula(tree)}")


def _call(tree: Call, values: Mapping[str, Printed]) -> Bounds | None:
    inner = [_bounds(one, values) for one in tree.arguments]
    known = [one for one in inner if one is not None]
    if len(known) < len(inner):
        return None
    lows, highs = [one[0] for one in known], [one[1] for one in known]
    match tree.function:
        case "最大":
            return max(lows), max(highs)
        case "最小":
            return min(lows), min(highs)
        case _:
            nearest = Fraction(0) if lows[0] <= 0 <= highs[0] else min(abs(lows[0]), abs(highs[0]))
            return nearest, max(abs(lows[0]), abs(highs[0]))


def _arithmetic(tree: Arithmetic, values: Mapping[str, Printed]) -> Bounds | None:
    left, right = _bounds(tree.left, values), _bounds(tree.right, values)
    if left is None or right is None:
        return None
    match tree.operator:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[1], left[1] - right[0]
        case "×":
            ends = [one * other for one, other in product(left, right)]
        case _:
            if right[0] <= 0 <= right[1]:
                return None
            ends = [one / other for one, other in product(left, right)]
    return min(ends), max(ends)
