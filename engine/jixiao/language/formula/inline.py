"""Formulas as lines of Python over whole numbers, for what is calculated a great many times.

The same meaning as `quotient`, whose functions are the other side of its law. Of the formula only numbers get into
the lines; its names stand there as the variables that the caller chose for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn

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
    walk,
)
from jixiao.language.formula.write import write_formula

MAX_INLINE_NODES = 64
"""Most nodes of a tree that is inlined. With figures of 30 digits nothing then nears MAX_VALUE_DIGITS, so that no
line need ask for it."""
_COMPARE = {"=": "==", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="}
Pair = tuple[str, str]
"""The variables that hold a number: a whole number, and the one above 0 that it is divided by."""


class Inline(Conditions[Pair, str]):
    """The algebra of lines of a function body, which gives up (`return None`) where something has no value.

    `names`: the variables that hold the value of each name.
    """

    def __init__(self, names: Mapping[str, Pair]) -> None:
        self._names = names
        self._count = 0
        self.lines: list[str] = []
        """What is to be run, in order."""

    def value(self, tree: Expression) -> Pair:
        """Add the lines that calculate a formula; give the variables that then hold it."""
        return fold(tree, self)

    def holds(self, tree: Expression) -> str:
        """Add the lines that a condition needs; give what then is true or false."""
        return fold_condition(tree, self)

    def _set(self, above: str, below: str) -> Pair:
        self._count += 1
        pair = f"n{self._count}", f"d{self._count}"
        self.lines.append(f"{pair[0]}, {pair[1]} = {above}, {below}")
        return pair

    def number(self, node: Number) -> Pair:
        above, below = (node.value * node.unit.factor).as_integer_ratio()
        return self._set(str(above), str(below))

    def name(self, node: Name) -> Pair:
        return self._names[node.name]

    def minus(self, node: Minus, operand: Pair) -> Pair:
        return self._set(f"-{operand[0]}", operand[1])

    def plus(self, node: Arithmetic, left: Pair, right: Pair) -> Pair:
        return self._added("+", left, right)

    def less(self, node: Arithmetic, left: Pair, right: Pair) -> Pair:
        return self._added("-", left, right)

    def _added(self, sign: str, left: Pair, right: Pair) -> Pair:
        return self._set(f"{left[0]} * {right[1]} {sign} {right[0]} * {left[1]}", f"{left[1]} * {right[1]}")

    def times(self, node: Arithmetic, left: Pair, right: Pair) -> Pair:
        return self._set(f"{left[0]} * {right[0]}", f"{left[1]} * {right[1]}")

    def over(self, node: Arithmetic, left: Pair, right: Pair) -> Pair:
        above, below = self._set(f"{left[0]} * {right[1]}", f"{left[1]} * {right[0]}")
        self.lines.append(f"if {below} <= 0:")
        self.lines.append(f"    if not {below}: return None")
        self.lines.append(f"    {above}, {below} = -{above}, -{below}")
        return above, below

    def most(self, node: Call, operands: Sequence[Pair]) -> Pair:
        return self._best(">", operands)

    def least(self, node: Call, operands: Sequence[Pair]) -> Pair:
        return self._best("<", operands)

    def _best(self, sign: str, operands: Sequence[Pair]) -> Pair:
        above, below = self._set(*operands[0])
        for number, per in operands[1:]:
            self.lines.append(
                f"if {number} * {below} {sign} {above} * {per}: {above}, {below} = {number}, {per}"
            )
        return above, below

    def size(self, node: Call, operand: Pair) -> Pair:
        return self._set(f"abs({operand[0]})", operand[1])

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")

    def compare(self, node: Comparison, left: Pair, right: Pair) -> str:
        return f"({left[0]} * {right[1]} {_COMPARE[node.operator]} {right[0]} * {left[1]})"

    def both(self, node: Logic, left: str, right: str) -> str:
        return f"({left} and {right})"

    def either(self, node: Logic, left: str, right: str) -> str:
        return f"({left} or {right})"

    def negate(self, node: Not, operand: str) -> str:
        return f"(not {operand})"

    def no_condition(self, node: Expression) -> NoReturn:
        raise TypeError(f"not a condition: {write_formula(node)}")


def can_be_inlined(*trees: Expression) -> bool:
    """Whether trees are short enough to be inlined."""
    return sum(1 for tree in trees for _ in walk(tree)) <= MAX_INLINE_NODES
