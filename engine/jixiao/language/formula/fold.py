"""One walk over the tree of a formula; what is to be known of it is an algebra.

An algebra says what a number, a name and each operation come to: a value, bounds, a line, a dimension, a text.
The walk knows the tree, an algebra knows a meaning, and neither says the other again. An operation is given its
own node beside what its operands came to, for whoever needs its place or its words.

The walk takes one frame of the stack for each level of the tree; MAX_FORMULA_DEPTH bounds both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

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

N = TypeVar("N")
"""What a number comes to."""
C = TypeVar("C")
"""What a condition comes to."""
Condition = Comparison | Logic | Not
"""The nodes that are true or false."""


class Numbers(Protocol[N]):
    """What each node that is a number comes to."""

    def number(self, node: Number) -> N: ...
    def name(self, node: Name) -> N: ...
    def minus(self, node: Minus, operand: N) -> N: ...
    def plus(self, node: Arithmetic, left: N, right: N) -> N: ...
    def less(self, node: Arithmetic, left: N, right: N) -> N: ...
    def times(self, node: Arithmetic, left: N, right: N) -> N: ...
    def over(self, node: Arithmetic, left: N, right: N) -> N: ...
    def most(self, node: Call, operands: Sequence[N]) -> N: ...
    def least(self, node: Call, operands: Sequence[N]) -> N: ...
    def size(self, node: Call, operand: N) -> N: ...
    def condition(self, node: Condition) -> N:
        """Give what a condition comes to where a number is due, or raise: the unit check refuses such a tree."""
        ...


class Conditions(Numbers[N], Protocol[N, C]):
    """What each node comes to that is a number, and each that is true or false."""

    def compare(self, node: Comparison, left: N, right: N) -> C: ...
    def both(self, node: Logic, left: C, right: C) -> C: ...
    def either(self, node: Logic, left: C, right: C) -> C: ...
    def negate(self, node: Not, operand: C) -> C: ...
    def no_condition(self, node: Expression) -> C:
        """Give what a number comes to where a condition is due, or raise: the unit check refuses such a tree."""
        ...


def fold(tree: Expression, algebra: Numbers[N]) -> N:
    """Give what a number comes to, its operands first, from left to right."""
    match tree:
        case Name():
            return algebra.name(tree)
        case Number():
            return algebra.number(tree)
        case Arithmetic():
            left, right = fold(tree.left, algebra), fold(tree.right, algebra)
            match tree.operator:
                case "÷":
                    return algebra.over(tree, left, right)
                case "×":
                    return algebra.times(tree, left, right)
                case "+":
                    return algebra.plus(tree, left, right)
                case _:
                    return algebra.less(tree, left, right)
        case Minus():
            return algebra.minus(tree, fold(tree.operand, algebra))
        case Call():
            return _call(tree, [fold(one, algebra) for one in tree.arguments], algebra)
        case _:
            return algebra.condition(tree)


def _call(node: Call, operands: Sequence[N], algebra: Numbers[N]) -> N:
    match node.function:
        case "最大":
            return algebra.most(node, operands)
        case "最小":
            return algebra.least(node, operands)
        case _:
            (only,) = operands
            return algebra.size(node, only)


def fold_condition(tree: Expression, algebra: Conditions[N, C]) -> C:
    """Give what a condition comes to, its sides first, from left to right."""
    match tree:
        case Comparison():
            return algebra.compare(tree, fold(tree.left, algebra), fold(tree.right, algebra))
        case Logic():
            join = algebra.both if tree.operator == "且" else algebra.either
            return join(tree, fold_condition(tree.left, algebra), fold_condition(tree.right, algebra))
        case Not():
            return algebra.negate(tree, fold_condition(tree.operand, algebra))
        case _:
            return algebra.no_condition(tree)
