"""The walk over a formula: every node once, operands before their operator, each with its own node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from jixiao.language.formula import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Minus,
    Name,
    Not,
    Number,
    parse_formula,
    replaced,
    walk,
)
from jixiao.language.formula.fold import Condition, Conditions, fold, fold_condition
from shared.sentences.formulas import conditions, expressions


class Again(Conditions[Expression, Expression]):
    """The algebra of trees: each operation says for itself what it is, and keeps the order in which it was asked."""

    def __init__(self) -> None:
        self.asked: list[Expression] = []

    def _is(self, node: Expression, built: Expression) -> Expression:
        self.asked.append(node)
        return replace(built, span=node.span)

    def number(self, node: Number) -> Expression:
        return self._is(node, Number(node.value, node.unit))

    def name(self, node: Name) -> Expression:
        return self._is(node, Name(node.name))

    def minus(self, node: Minus, operand: Expression) -> Expression:
        return self._is(node, Minus(operand))

    def plus(self, node: Arithmetic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Arithmetic("+", left, right))

    def less(self, node: Arithmetic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Arithmetic("-", left, right))

    def times(self, node: Arithmetic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Arithmetic("×", left, right))

    def over(self, node: Arithmetic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Arithmetic("÷", left, right))

    def most(self, node: Call, operands: Sequence[Expression]) -> Expression:
        return self._is(node, Call("最大", tuple(operands)))

    def least(self, node: Call, operands: Sequence[Expression]) -> Expression:
        return self._is(node, Call("最小", tuple(operands)))

    def size(self, node: Call, operand: Expression) -> Expression:
        return self._is(node, Call("绝对值", (operand,)))

    def condition(self, node: Condition) -> Expression:
        return fold_condition(node, self)

    def compare(self, node: Comparison, left: Expression, right: Expression) -> Expression:
        return self._is(node, Comparison(node.operator, left, right))

    def both(self, node: Logic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Logic("且", left, right))

    def either(self, node: Logic, left: Expression, right: Expression) -> Expression:
        return self._is(node, Logic("或", left, right))

    def negate(self, node: Not, operand: Expression) -> Expression:
        return self._is(node, Not(operand))

    def no_condition(self, node: Expression) -> Expression:
        return fold(node, self)


@given(expressions | conditions)
def test_each_operation_of_a_tree_is_asked_for_by_its_own_name(tree):
    """What is said operation by operation is the tree again."""
    assert fold(tree, Again()) == tree


@given(expressions | conditions)
def test_every_node_is_asked_once(tree):
    """As often as it stands in the tree."""
    again = Again()
    fold(tree, again)
    assert sorted(map(id, again.asked)) == sorted(map(id, walk(tree)))


def test_operands_come_first_from_left_to_right_with_their_places():
    """An operation has the place of its sign, whatever its operands came to."""
    again = Again()
    fold(parse_formula("a ÷ (b - 最大(c, 1)) > -d", "abcd"), again)
    assert [type(node).__name__ for node in again.asked] == [
        "Name", "Name", "Name", "Number", "Call", "Arithmetic", "Arithmetic", "Name", "Minus", "Comparison",
    ]  # fmt: skip
    assert [node.span.start for node in again.asked] == [0, 5, 12, 15, 9, 7, 2, 22, 21, 19]


@given(expressions | conditions)
def test_replacing_nothing_gives_the_same_tree(tree):
    """A tree of which nothing is replaced is itself."""
    assert replaced(tree, lambda _: None) == tree


def test_what_is_replaced_is_replaced_whole():
    """What stands inside a node that is replaced is not looked at."""
    tree = parse_formula("a ÷ b × 最小(a, -b) > a", "ab")
    changed = replaced(
        tree,
        lambda node: Name("c") if node in (Name("a"), parse_formula("a ÷ b", "ab")) else None,
    )
    assert changed == parse_formula("c × 最小(c, -b) > c", "bc")
