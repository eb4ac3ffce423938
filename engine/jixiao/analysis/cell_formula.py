"""A relation between data items as a formula over the cells of a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Comparison, Expression, Name
from jixiao.language.formula.fold import Condition, fold
from jixiao.language.formula.tree import Call, Minus, Number
from jixiao.quantity import decimal_text


class NoFormula(Exception):
    """A formula has no exact counterpart in cells."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """What each node comes to in cells; `amount` gives a data item in the smallest unit of its kind."""

    amount: Callable[[str], str]

    def number(self, node: Number) -> str:
        text = decimal_text(node.value)
        if "/" in text:
            raise NoFormula
        return text

    def name(self, node: Name) -> str:
        return self.amount(node.name)

    def minus(self, _: Minus, operand: str) -> str:
        return f"(-{operand})"

    def plus(self, _: Arithmetic, left: str, right: str) -> str:
        return f"({left}+{right})"

    def less(self, _: Arithmetic, left: str, right: str) -> str:
        return f"({left}-{right})"

    def times(self, _: Arithmetic, left: str, right: str) -> str:
        return f"({left}*{right})"

    def over(self, _: Arithmetic, left: str, right: str) -> str:
        return f"({left}/{right})"

    def most(self, _: Call, operands: Sequence[str]) -> str:
        return f"MAX({','.join(operands)})"

    def least(self, _: Call, operands: Sequence[str]) -> str:
        return f"MIN({','.join(operands)})"

    def size(self, _: Call, operand: str) -> str:
        return f"ABS({operand})"

    def condition(self, _: Condition) -> str:
        raise NoFormula


def sides(tree: Expression, amount: Callable[[str], str]) -> tuple[str, str, str] | None:
    """Give left side, sign and right side of a comparison; None for what is none, or has no counterpart."""
    if not isinstance(tree, Comparison):
        return None
    try:
        return fold(tree.left, _Cells(amount)), tree.operator, fold(tree.right, _Cells(amount))
    except NoFormula:
        return None
