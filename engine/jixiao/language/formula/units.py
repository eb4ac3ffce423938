"""Units of a formula: what its value is measured in, or where they do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.language.error import LanguageError
from jixiao.language.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Minus,
    Name,
    Not,
    Number,
)
from jixiao.language.span import Span
from jixiao.quantity import Dimension


class _Truth:
    """What a condition has in place of a dimension."""


TRUTH = _Truth()
Kind = Dimension | _Truth | None
"""A dimension, TRUTH for a condition, or None for a bare 0, which fits any dimension."""


def infer_units(tree: Expression, units: Mapping[str, Dimension]) -> Dimension:
    """Give the dimension of a formula's value.

    Raises LanguageError at the operator whose sides do not fit, or at an unknown name.
    """
    kind = _infer(tree, units)
    if isinstance(kind, _Truth):
        raise LanguageError("这里应是一个数，不是条件", tree.span.start)
    return kind or Dimension()


def check_condition(tree: Expression, units: Mapping[str, Dimension]) -> None:
    """Make sure that the formula is a condition whose units fit; raises LanguageError."""
    if not isinstance(_infer(tree, units), _Truth):
        raise LanguageError("这里应是一个条件，如“批准建设面积 = 0”", tree.span.start)


def _infer(tree: Expression, units: Mapping[str, Dimension]) -> Kind:
    match tree:
        case Number():
            return None if tree.value == 0 and not tree.unit.name else tree.unit.dimension
        case Name():
            if tree.name not in units:
                raise LanguageError(f"没有名为“{tree.name}”的数据项", tree.span.start, len(tree.name))
            return units[tree.name]
        case Minus():
            return _number(tree.operand, units, tree.span)
        case Not():
            _condition(tree.operand, units, tree.span)
            return TRUTH
        case Logic():
            _condition(tree.left, units, tree.span)
            _condition(tree.right, units, tree.span)
            return TRUTH
        case Comparison():
            _same((tree.left, tree.right), units, f"“{tree.operator}”两边", tree.span)
            return TRUTH
        case Call():
            return _same(tree.arguments, units, f"“{tree.function}”里", tree.span)
        case Arithmetic():
            return _arithmetic(tree, units)


def _arithmetic(tree: Arithmetic, units: Mapping[str, Dimension]) -> Kind:
    if tree.operator in "+-":
        return _same((tree.left, tree.right), units, f"“{tree.operator}”两边", tree.span)
    left = _number(tree.left, units, tree.span) or Dimension()
    right = _number(tree.right, units, tree.span) or Dimension()
    return left * right if tree.operator == "×" else left / right


def _same(operands: tuple[Expression, ...], units: Mapping[str, Dimension], where: str, span: Span) -> Kind:
    kind: Dimension | None = None
    for operand in operands:
        other = _number(operand, units, span)
        if kind is not None and other is not None and kind != other:
            raise LanguageError(f"{where}单位不符：{kind} 与 {other}", span.start)
        kind = kind if kind is not None else other
    return kind


def _number(tree: Expression, units: Mapping[str, Dimension], span: Span) -> Dimension | None:
    kind = _infer(tree, units)
    if isinstance(kind, _Truth):
        raise LanguageError("条件不能参与运算", span.start)
    return kind


def _condition(tree: Expression, units: Mapping[str, Dimension], span: Span) -> None:
    if not isinstance(_infer(tree, units), _Truth):
        raise LanguageError("“且”“或”“非”只能连接条件", span.start)
