"""The canonical text of a formula, with as few brackets as its meaning allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from jixiao.quantity import decimal_text

_BINDING = {"或": 1, "且": 2, "=": 4, "≠": 4, "<": 4, "≤": 4, ">": 4, "≥": 4, "+": 5, "-": 5, "×": 6, "÷": 6}
_NOT, _MINUS, _ATOM = 3, 7, 8


def write_formula(tree: Expression, name: Callable[[str], str] = str) -> str:
    """Write a formula so that reading it back gives the same tree.

    `name` says how a name is written: an explanation puts its figure beside it.
    """
    return fold(tree, _Writing(name))[0]


_Written = tuple[str, int]
"""A part of a formula as text, and how tightly its last operation binds."""


class _Writing(Conditions[_Written, _Written]):
    """The algebra of texts."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name

    def number(self, node: Number) -> _Written:
        return f"{decimal_text(node.value)}{node.unit.name}", _ATOM

    def name(self, node: Name) -> _Written:
        return self._name(node.name), _ATOM

    def minus(self, node: Minus, operand: _Written) -> _Written:
        return f"-{_inside(operand, _MINUS)}", _MINUS

    def negate(self, node: Not, operand: _Written) -> _Written:
        return f"非 {_inside(operand, _NOT)}", _NOT

    def plus(self, node: Arithmetic | Logic, left: _Written, right: _Written) -> _Written:
        own = _BINDING[node.operator]
        return f"{_inside(left, own)} {node.operator} {_inside(right, own + 1)}", own

    less = times = over = both = either = plus

    def compare(self, node: Comparison, left: _Written, right: _Written) -> _Written:
        own = _BINDING[node.operator]
        return f"{_inside(left, own + 1)} {node.operator} {_inside(right, own + 1)}", own

    def most(self, node: Call, operands: Sequence[_Written]) -> _Written:
        return f"{node.function}({', '.join(text for text, _ in operands)})", _ATOM

    least = most

    def size(self, node: Call, operand: _Written) -> _Written:
        return self.most(node, (operand,))

    def condition(self, node: Condition) -> _Written:
        return fold_condition(node, self)

    def no_condition(self, node: Expression) -> _Written:
        return fold(node, self)


def _inside(written: _Written, limit: int) -> str:
    text, binding = written
    return f"({text})" if binding < limit else text
