"""Whether a relation can hold between printed numbers, on fractions and by walking its tree each time.

The plain way of what `audit.checks.relation` does on whole numbers, made ready once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import NoReturn

from jixiao.audit.checks.relation import Verdict
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
from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.quantity import Printed

ZERO = Fraction(0)
Bounds = tuple[Fraction, Fraction]
Compared = tuple[Verdict, Fraction, Fraction, Fraction]
"""The verdict, both sides as printed, and the difference that printing allows."""


def compare(
    tree: Expression, values: Mapping[str, Printed], widened: Fraction = ZERO, restated: bool = False
) -> Compared:
    """Compare the sides of a relation; `restated`: the left side states what the right calculates.

    A condition (且 或 非) is decided on the values as they stand.
    """
    exact = {name: one.value for name, one in values.items()}
    if not isinstance(tree, Comparison):
        holding = holds(tree, exact)
        if holding is None:
            return Verdict.UNDEFINED, ZERO, ZERO, ZERO
        return (Verdict.HOLDS if holding else Verdict.FAILS), ZERO, ZERO, ZERO
    left, right = calculate(tree.left, exact), calculate(tree.right, exact)
    bounds = difference(tree, values)
    if isinstance(left, Undefined) or isinstance(right, Undefined) or bounds is None:
        return Verdict.UNDEFINED, ZERO, ZERO, ZERO
    allowed = (bounds[1] - bounds[0]) / 2 + widened
    own = _own_slack(tree.left, values)
    if not _possible(tree.operator, bounds, widened, left - right):
        cut = restated and not widened and own is not None and _is_cut_off(left, right, own)
        return (Verdict.ROUNDING if cut else Verdict.FAILS), left, right, allowed
    beside = restated and not widened and own is not None and abs(left - right) > own
    return (Verdict.ROUNDING if beside else Verdict.HOLDS), left, right, allowed


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


def _is_cut_off(left: Fraction, right: Fraction, slack: Fraction) -> bool:
    """Whether the left side is the right one without the digits behind its last place."""
    unit = 2 * slack
    whole = abs(right) // unit * unit if unit else right
    return unit > 0 and abs(right) != whole and left == (whole if right > 0 else -whole)


def _own_slack(tree: Expression, values: Mapping[str, Printed]) -> Fraction | None:
    return values[tree.name].slack if isinstance(tree, Name) else None


def difference(tree: Comparison, values: Mapping[str, Printed]) -> Bounds | None:
    algebra = _Bounds(values)
    return _less(fold(tree.left, algebra), fold(tree.right, algebra))


_Known = Bounds | None
"""The lowest and highest value that an expression may truly have; None where undefined."""


class _Bounds(Numbers[_Known]):
    """The algebra of what printing allows."""

    def __init__(self, values: Mapping[str, Printed]) -> None:
        self._values = values

    def number(self, node: Number) -> Bounds:
        value = node.value * node.unit.factor
        return value, value

    def name(self, node: Name) -> Bounds:
        printed = self._values[node.name]
        return printed.value - printed.slack, printed.value + printed.slack

    def minus(self, node: Minus, operand: _Known) -> _Known:
        return operand and (-operand[1], -operand[0])

    def plus(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        return left and right and (left[0] + right[0], left[1] + right[1])

    def less(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        return _less(left, right)

    def times(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        return left and right and _hull([one * other for one, other in product(left, right)])

    def over(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        if left is None or right is None or right[0] <= 0 <= right[1]:
            return None
        return _hull([one / other for one, other in product(left, right)])

    def most(self, node: Call, operands: Sequence[_Known]) -> _Known:
        return _side_by_side(max, operands)

    def least(self, node: Call, operands: Sequence[_Known]) -> _Known:
        return _side_by_side(min, operands)

    def size(self, node: Call, operand: _Known) -> _Known:
        if operand is None:
            return None
        nearest, farthest = sorted(map(abs, operand))
        return (Fraction(0) if operand[0] <= 0 <= operand[1] else nearest), farthest

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


def _less(left: _Known, right: _Known) -> _Known:
    return left and right and (left[0] - right[1], left[1] - right[0])


def _hull(ends: Sequence[Fraction]) -> Bounds:
    return min(ends), max(ends)


def _side_by_side(choose: Callable[[Iterable[Fraction]], Fraction], operands: Sequence[_Known]) -> _Known:
    """Choose among the low ends, and among the high ends."""
    known = [one for one in operands if one is not None]
    if len(known) < len(operands):
        return None
    return choose(low for low, _ in known), choose(high for _, high in known)
