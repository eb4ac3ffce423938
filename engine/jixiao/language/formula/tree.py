"""The tree of a formula. Positions do not count when two trees are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.span import NOWHERE, Span
from jixiao.quantity import PLAIN, Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A literal, in the unit that it was written with."""

    value: Fraction
    unit: Unit = PLAIN
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A data item, or one of the names a context provides (分值, 满分)."""

    name: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Minus:
    """The negative of an expression."""

    operand: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """left + - × ÷ right; the span is the operator's."""

    operator: str
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """最大(…), 最小(…) or 绝对值(…)."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """left ＝ ≠ < ≤ > ≥ right; the span is the sign's."""

    operator: str
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Logic:
    """left 且/或 right."""

    operator: str
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """非 operand."""

    operand: Expression
    span: Span = field(default=NOWHERE, compare=False)


Expression = Number | Name | Minus | Arithmetic | Call | Comparison | Logic | Not


def children(tree: Expression) -> tuple[Expression, ...]:
    """Give the operands of a node, left to right."""
    match tree:
        case Minus() | Not():
            return (tree.operand,)
        case Arithmetic() | Comparison() | Logic():
            return (tree.left, tree.right)
        case Call():
            return tree.arguments
        case _:
            return ()


def walk(tree: Expression) -> Iterator[Expression]:
    """Yield every node, operands after their operator, left to right."""
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(children(node)))


def replaced(tree: Expression, new: Callable[[Expression], Expression | None]) -> Expression:
    """Give a tree with each node for which `new` gives another one replaced, whole, by that."""
    changed = new(tree)
    if changed is not None:
        return changed
    match tree:
        case Minus() | Not():
            return replace(tree, operand=replaced(tree.operand, new))
        case Arithmetic() | Comparison() | Logic():
            return replace(tree, left=replaced(tree.left, new), right=replaced(tree.right, new))
        case Call():
            return replace(tree, arguments=tuple(replaced(one, new) for one in tree.arguments))
        case _:
            return tree


def names(tree: Expression) -> tuple[str, ...]:
    """Give the names in a formula, in order, each once."""
    return tuple(dict.fromkeys(node.name for node in walk(tree) if isinstance(node, Name)))
