"""Expressions of the indicator's value: made its own, and as straight lines where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Expression,
    Minus,
    Name,
    Number,
    replaced,
    walk,
    write_formula,
)
from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.language.standard import POINTS_NAMES, ByFormula
from jixiao.scoring.words.context import Context

_GOALS = ("计划", "目标", "预算", "应", "全部", "总")
_RESULTS = ("实际", "完成", "已", "到位")
_BARE = re.compile("^(?:实际(?:完成)?|已完成|目标|计划|预期|应)")
"""What tells a result from its goal: 实际降幅, 目标降幅."""
VALUE, POINTS = "指标值", "分值"
"""The two names that an expression of a score may hold."""
Line = tuple[Fraction, Fraction]
"""Intercept and slope."""


def over_value(award: ByFormula, context: Context) -> Expression:
    """Give the expression with the indicator's own names replaced by 指标值.

    Raises LanguageError for a name that is neither the indicator nor its points.
    """
    expression = _quotient_as_value(award.expression, context)
    for node in walk(expression):
        known = not isinstance(node, Name) or node.name in POINTS_NAMES or context.means_value(node.name)
        if not known or not isinstance(node, Name | Number | Minus | Arithmetic | Call):
            text = node.name if isinstance(node, Name) else write_formula(node)
            raise LanguageError(f"算式里的“{text}”既不是本指标的值，也不是分值", award.span.start, len(text))
    return replaced(expression, _own_name)


def _own_name(node: Expression) -> Name | None:
    if not isinstance(node, Name):
        return None
    return Name(POINTS if node.name in POINTS_NAMES else VALUE)


def is_result_over_goal(award: ByFormula) -> bool:
    """Whether a formula is 实际值÷目标值×分值: the value to its target."""
    match award.expression:
        case Arithmetic("×", Arithmetic("÷", Name(name=over), Name(name=under)), Name(name=points)):
            goal = any(word in under for word in _GOALS) or under == "指标值"
            return goal and any(word in over for word in _RESULTS) and points in POINTS_NAMES
        case _:
            return False


def _quotient_as_value(tree: Expression, context: Context) -> Expression:
    """Take 实际数÷计划数 as the value of a rate, where its two names are the only ones.

    A quotient that looks upside down (计划 over 实际) is left as it is, and so refused.
    """
    foreign = {node.name for node in walk(tree) if isinstance(node, Name) and node.name not in POINTS_NAMES}
    if len(foreign) != 2 or (
        len({_BARE.sub("", name) for name in foreign}) != 1 and any(map(context.means_value, foreign))
    ):
        return tree
    quotients = [
        node for node in walk(tree)
        if isinstance(node, Arithmetic) and node.operator == "÷"
        and isinstance(node.left, Name) and isinstance(node.right, Name) and {node.left.name, node.right.name} == foreign
    ]  # fmt: skip
    if len(quotients) != 1:
        return tree
    over, under = quotients[0].left, quotients[0].right
    assert isinstance(over, Name)
    assert isinstance(under, Name)
    part_of_all = (
        over.name.endswith("个数") and under.name.endswith("个数") and under.name.startswith(("全部", "总"))
    )
    if not part_of_all and not context.name.endswith(("率", "度", "比例", "比", "比重")):
        return tree
    done = over.name.startswith((*_RESULTS, "达到")) or not any(word in over.name for word in _GOALS)
    wanted = any(word in under.name for word in _GOALS) or not any(word in under.name for word in _RESULTS)
    if not done or not wanted or under.name.startswith(_RESULTS):
        return tree
    return replaced(tree, lambda node: Name(VALUE) if node is quotients[0] else None)


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
