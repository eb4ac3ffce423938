"""Expressions of the indicator's value: made its own, and as straight lines where they are."""

from __future__ import annotations

from fractions import Fraction

from jixiao.language.error import LanguageError
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, walk, write_formula
from jixiao.language.standard import ByFormula
from jixiao.scoring.context import Context

VALUE, POINTS = "指标值", "分值"
"""The two names that an expression of a score may hold."""
Line = tuple[Fraction, Fraction]
"""Intercept and slope."""


def over_value(award: ByFormula, context: Context) -> Expression:
    """Give the expression with the indicator's own names replaced by 指标值.

    Raises LanguageError for a name that is neither the indicator nor its points.
    """
    for node in walk(award.expression):
        known = not isinstance(node, Name) or node.name in (POINTS, "满分") or context.means_value(node.name)
        if not known or not isinstance(node, Name | Number | Minus | Arithmetic | Call):
            text = node.name if isinstance(node, Name) else write_formula(node)
            raise LanguageError(f"算式里的“{text}”既不是本指标的值，也不是分值", award.span.start, len(text))
    return _renamed(award.expression)


def _renamed(tree: Expression) -> Expression:
    match tree:
        case Name():
            return Name(POINTS if tree.name in (POINTS, "满分") else VALUE)
        case Minus():
            return Minus(_renamed(tree.operand))
        case Arithmetic():
            return Arithmetic(tree.operator, _renamed(tree.left), _renamed(tree.right))
        case Call():
            return Call(tree.function, tuple(_renamed(one) for one in tree.arguments))
        case _:
            return tree


def line_of(tree: Expression, points: Fraction) -> Line | None:
    """Give intercept and slope of an expression that is linear in the value, else None."""
    match tree:
        case Number():
            return tree.value * tree.unit.factor, Fraction(0)
        case Name():
            return (Fraction(0), Fraction(1)) if tree.name == VALUE else (points, Fraction(0))
        case Minus():
            line = line_of(tree.operand, points)
            return line and (-line[0], -line[1])
        case Arithmetic():
            left, right = line_of(tree.left, points), line_of(tree.right, points)
            return left and right and _combine(tree.operator, left, right)
        case _:
            return None


def _combine(operator: str, left: Line, right: Line) -> Line | None:
    match operator:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[0], left[1] - right[1]
        case "×" if not left[1] or not right[1]:
            factor, line = (left[0], right) if not left[1] else (right[0], left)
            return factor * line[0], factor * line[1]
        case "÷" if not right[1] and right[0]:
            return left[0] / right[0], left[1] / right[0]
        case _:
            return None
