"""Units of a formula: what its value is measured in, or where they do not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jixiao.language.error import LanguageError
from jixiao.language.formula.fold import Condition, Conditions, fold, fold_condition
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
_Inferring = Callable[[], Kind]
"""Gives the kind of a part, or raises LanguageError. Asked only once all before it fits, so that of several
mistakes the first is told."""


def infer_units(tree: Expression, units: Mapping[str, Dimension]) -> Dimension:
    """Give the dimension of a formula's value.

    Raises LanguageError at the operator whose sides do not fit, or at an unknown name.
    """
    kind = fold(tree, _Units(units))()
    if isinstance(kind, _Truth):
        raise LanguageError("这里应是一个数，不是条件", tree.span.start)
    return kind or Dimension()


def check_condition(tree: Expression, units: Mapping[str, Dimension]) -> None:
    """Make sure that the formula is a condition whose units fit; raises LanguageError."""
    if not isinstance(fold(tree, _Units(units))(), _Truth):
        raise LanguageError("这里应是一个条件，如“批准建设面积 = 0”", tree.span.start)


class _Units(Conditions[_Inferring, _Inferring]):
    """The algebra of dimensions."""

    def __init__(self, units: Mapping[str, Dimension]) -> None:
        self._units = units

    def number(self, node: Number) -> _Inferring:
        return lambda: None if node.value == 0 and not node.unit.name else node.unit.dimension

    def name(self, node: Name) -> _Inferring:
        return lambda: self._known(node)

    def _known(self, node: Name) -> Dimension:
        if node.name not in self._units:
            raise LanguageError(f"没有名为“{node.name}”的数据项", node.span.start, len(node.name))
        return self._units[node.name]

    def minus(self, node: Minus, operand: _Inferring) -> _Inferring:
        return lambda: _number(operand, node.span)

    def plus(self, node: Arithmetic, left: _Inferring, right: _Inferring) -> _Inferring:
        return lambda: _same((left, right), f"“{node.operator}”两边", node.span)

    less = plus

    def times(self, node: Arithmetic, left: _Inferring, right: _Inferring) -> _Inferring:
        return lambda: _factor(left, node.span) * _factor(right, node.span)

    def over(self, node: Arithmetic, left: _Inferring, right: _Inferring) -> _Inferring:
        return lambda: _factor(left, node.span) / _factor(right, node.span)

    def most(self, node: Call, operands: Sequence[_Inferring]) -> _Inferring:
        return lambda: _same(operands, f"“{node.function}”里", node.span)

    least = most

    def size(self, node: Call, operand: _Inferring) -> _Inferring:
        return lambda: _number(operand, node.span)

    def compare(self, node: Comparison, left: _Inferring, right: _Inferring) -> _Inferring:
        def inferring() -> Kind:
            _same((left, right), f"“{node.operator}”两边", node.span)
            return TRUTH

        return inferring

    def both(self, node: Logic, left: _Inferring, right: _Inferring) -> _Inferring:
        return lambda: _conditions((left, right), node.span)

    either = both

    def negate(self, node: Not, operand: _Inferring) -> _Inferring:
        return lambda: _conditions((operand,), node.span)

    def condition(self, node: Condition) -> _Inferring:
        return fold_condition(node, self)

    def no_condition(self, node: Expression) -> _Inferring:
        return fold(node, self)


def _same(operands: Sequence[_Inferring], where: str, span: Span) -> Dimension | None:
    kind: Dimension | None = None
    for operand in operands:
        other = _number(operand, span)
        if kind is not None and other is not None and kind != other:
            raise LanguageError(f"{where}单位不符：{kind} 与 {other}", span.start)
        kind = kind if kind is not None else other
    return kind


def _factor(operand: _Inferring, span: Span) -> Dimension:
    return _number(operand, span) or Dimension()


def _number(operand: _Inferring, span: Span) -> Dimension | None:
    kind = operand()
    if isinstance(kind, _Truth):
        raise LanguageError("条件不能参与运算", span.start)
    return kind


def _conditions(operands: Sequence[_Inferring], span: Span) -> _Truth:
    for operand in operands:
        if not isinstance(operand(), _Truth):
            raise LanguageError("“且”“或”“非”只能连接条件", span.start)
    return TRUTH
