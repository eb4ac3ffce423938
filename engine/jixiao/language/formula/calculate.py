"""Formulas over known values, exactly. Division by zero is an outcome, not an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

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
    write_formula,
)


@dataclass(frozen=True, slots=True)
class Undefined:
    """A value that does not exist: what was divided by zero."""

    divisor: str

    def __str__(self) -> str:
        return f"除数“{self.divisor}”为零，算不出数值"


_COMPARE = {
    "=": lambda left, right: left == right,
    "≠": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "≤": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    "≥": lambda left, right: left >= right,
}


def calculate(tree: Expression, values: Mapping[str, Fraction]) -> Fraction | Undefined:
    """Calculate a formula in base units; every name in it must have a value."""
    match tree:
        case Number():
            return tree.value * tree.unit.factor
        case Name():
            return values[tree.name]
        case Minus():
            operand = calculate(tree.operand, values)
            return operand if isinstance(operand, Undefined) else -operand
        case Call():
            return _call(tree, values)
        case Arithmetic():
            return _arithmetic(tree, values)
        case _:
            raise TypeError(f"not a number: {write_formula(tree)}")


def _call(tree: Call, values: Mapping[str, Fraction]) -> Fraction | Undefined:
    numbers: list[Fraction] = []
    for argument in tree.arguments:
        number = calculate(argument, values)
        if isinstance(number, Undefined):
            return number
        numbers.append(number)
    match tree.function:
        case "最大":
            return max(numbers)
        case "最小":
            return min(numbers)
        case _:
            return abs(numbers[0])


def _arithmetic(tree: Arithmetic, values: Mapping[str, Fraction]) -> Fraction | Undefined:
    left, right = calculate(tree.left, values), calculate(tree.right, values)
    if isinstance(left, Undefined):
        return left
    if isinstance(right, Undefined):
        return right
    match tree.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "×":
            return left * right
        case _:
            return left / right if right else Undefined(write_formula(tree.right))


def holds(tree: Expression, values: Mapping[str, Fraction]) -> bool | None:
    """Tell whether a condition holds; None where it rests on a value that is not known."""
    match tree:
        case Not():
            inner = holds(tree.operand, values)
            return None if inner is None else not inner
        case Logic():
            sides = holds(tree.left, values), holds(tree.right, values)
            deciding = tree.operator == "或"
            if deciding in sides:
                return deciding
            return None if None in sides else not deciding
        case Comparison():
            return _compare(tree, values)
        case _:
            raise TypeError(f"not a condition: {write_formula(tree)}")


def _compare(tree: Comparison, values: Mapping[str, Fraction]) -> bool | None:
    try:
        left, right = calculate(tree.left, values), calculate(tree.right, values)
    except KeyError:
        return None
    if isinstance(left, Undefined) or isinstance(right, Undefined):
        return None
    return bool(_COMPARE[tree.operator](left, right))
