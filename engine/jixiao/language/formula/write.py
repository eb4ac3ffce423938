"""The canonical text of a formula, with as few brackets as its meaning allows."""

from __future__ import annotations

from collections.abc import Callable

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
    match tree:
        case Number():
            return f"{decimal_text(tree.value)}{tree.unit.name}"
        case Name():
            return name(tree.name)
        case Minus():
            return f"-{_inside(tree.operand, _MINUS, name)}"
        case Not():
            return f"非 {_inside(tree.operand, _NOT, name)}"
        case Call():
            return f"{tree.function}({', '.join(write_formula(one, name) for one in tree.arguments)})"
        case Arithmetic() | Comparison() | Logic():
            own = _BINDING[tree.operator]
            left_limit = own + 1 if isinstance(tree, Comparison) else own
            left, right = _inside(tree.left, left_limit, name), _inside(tree.right, own + 1, name)
            return f"{left} {tree.operator} {right}"


def _inside(tree: Expression, limit: int, name: Callable[[str], str]) -> str:
    text = write_formula(tree, name)
    return f"({text})" if _binding(tree) < limit else text


def _binding(tree: Expression) -> int:
    match tree:
        case Arithmetic() | Comparison() | Logic():
            return _BINDING[tree.operator]
        case Minus():
            return _MINUS
        case Not():
            return _NOT
        case _:
            return _ATOM
