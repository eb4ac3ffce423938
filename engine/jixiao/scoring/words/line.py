"""Formulas of the indicator's value as straight lines, where they are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.formula import (
    Arithmetic,
    Call,
    Expression,
    Minus,
    Name,
    Number,
)
from jixiao.language.formula.fold import Condition, Numbers, fold

VALUE, POINTS = "指标值", "分值"
"""The two names that an expression of a score may hold."""
Line = tuple[Fraction, Fraction]
"""Intercept and slope."""


def line_of(tree: Expression, points: Fraction) -> Line | None:
    """Give intercept and slope of an expression that is linear in the value, else None."""
    return fold(tree, _Lines(points))


_Known = Line | None
_LEVEL = Fraction(0)
"""The slope of what does not depend on the value."""


class _Lines(Numbers[_Known]):
    """The algebra of straight lines over the value."""

    def __init__(self, points: Fraction) -> None:
        self._points = points

    def number(self, node: Number) -> Line:
        return node.value * node.unit.factor, _LEVEL

    def name(self, node: Name) -> Line:
        return (Fraction(0), Fraction(1)) if node.name == VALUE else (self._points, _LEVEL)

    def minus(self, node: Minus, operand: _Known) -> _Known:
        return operand and (-operand[0], -operand[1])

    def plus(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        return left and right and (left[0] + right[0], left[1] + right[1])

    def less(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        return left and right and (left[0] - right[0], left[1] - right[1])

    def times(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        if left is None or right is None or (left[1] and right[1]):
            return None
        factor, line = (right[0], left) if left[1] else (left[0], right)
        return factor * line[0], factor * line[1]

    def over(self, node: Arithmetic, left: _Known, right: _Known) -> _Known:
        if left is None or right is None or right[1] or not right[0]:
            return None
        return left[0] / right[0], left[1] / right[0]

    def most(self, node: Call, operands: Sequence[_Known]) -> None:
        return None

    least = most

    def size(self, node: Call, operand: _Known) -> None:
        return None

    def condition(self, node: Condition) -> None:
        return None
