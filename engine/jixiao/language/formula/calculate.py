"""Formulas over known values, exactly. Division by zero is an outcome, not an exception."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from jixiao.dataclass import dataclass
from jixiao.language.formula.fold import fold, fold_condition
from jixiao.language.formula.quotient import MAX_VALUE_DIGITS, READY, Decision, NoValue, Values
from jixiao.language.formula.tree import Expression

Calculation = Callable[[Values], "Fraction | Undefined"]
"""A formula made ready: the values of its names in, its own out."""


@dataclass(frozen=True, slots=True)
class Undefined:
    """A value that does not exist, since something was divided by zero; or that is too long to be worked out."""

    divisor: str = ""
    """What was divided by; empty where the value is too long."""

    @property
    def is_overlong(self) -> bool:
        """Whether the value exists, but has more than MAX_VALUE_DIGITS digits."""
        return not self.divisor

    def __str__(self) -> str:
        if self.is_overlong:
            return f"数值超过{MAX_VALUE_DIGITS}位，不再计算"
        return f"除数“{self.divisor}”为零，算不出数值"


def calculate(tree: Expression, values: Values) -> Fraction | Undefined:
    """Calculate a formula in base units; every name in it must have a value."""
    return compile_value(tree)(values)


def holds(tree: Expression, values: Values) -> bool | None:
    """Tell whether a condition holds; None where it rests on a value that is not known."""
    return compile_condition(tree)(values)


def compile_value(tree: Expression) -> Calculation:
    """Make a formula ready to be calculated many times."""
    quotient = fold(tree, READY)

    def value(values: Values) -> Fraction | Undefined:
        try:
            return Fraction(*quotient(values))
        except NoValue as error:
            return Undefined(error.divisor)

    return value


def compile_condition(tree: Expression) -> Decision:
    """Make a condition ready to be decided many times."""
    return fold_condition(tree, READY)
