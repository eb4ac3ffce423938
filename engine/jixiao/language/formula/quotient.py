"""Formulas made ready to run: each node as a function of the values, on whole numbers.

Nothing of the tree is looked at again once it is ready. A number is a pair of whole numbers, what is above the
stroke and what is below it, and is brought to lowest terms only where it would grow too long: whoever wants the
value divides once, at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import gcd
from operator import eq, ge, gt, le, lt, ne
from typing import NoReturn

from jixiao.language.formula.fold import Condition, Conditions
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
from jixiao.language.formula.write import write_formula

MAX_VALUE_DIGITS = 4_000
"""Longest value worked with, above or below the stroke, in digits. Figures have 30 at most and a formula multiplies
a few; one of hundreds of factors, over the value of another of hundreds, would only take time and fill pages."""
_LIMIT = 10**MAX_VALUE_DIGITS
_COMPARE: Mapping[str, Callable[[int, int], bool]] = {"=": eq, "≠": ne, "<": lt, "≤": le, ">": gt, "≥": ge}

Values = Mapping[str, Fraction]
"""The value of each name, in base units."""
Quotient = tuple[int, int]
"""A number as a whole number over another, which is more than 0; not in lowest terms."""
Working = Callable[[Values], Quotient]
"""A number made ready. Raises NoValue, and KeyError for a name without a value."""
Decision = Callable[[Values], bool | None]
"""A condition made ready: whether it holds, or None where that rests on a value that is not known."""


class NoValue(Exception):
    """A part has no value, so that the whole has none."""

    def __init__(self, divisor: str = "") -> None:
        super().__init__(divisor)
        self.divisor = divisor
        """What was zero and divided by; empty where the value has more than MAX_VALUE_DIGITS digits."""


class _Ready(Conditions[Working, Decision]):
    """The algebra of functions of the values."""

    def number(self, node: Number) -> Working:
        quotient = (node.value * node.unit.factor).as_integer_ratio()
        return lambda _: quotient

    def name(self, node: Name) -> Working:
        name = node.name
        return lambda values: values[name].as_integer_ratio()

    def minus(self, node: Minus, operand: Working) -> Working:
        def negative(values: Values) -> Quotient:
            above, below = operand(values)
            return -above, below

        return negative

    def plus(self, node: Arithmetic, left: Working, right: Working) -> Working:
        def total(values: Values) -> Quotient:
            above, below = left(values)
            more, per = right(values)
            if below == per:
                return _held(above + more, below)
            return _held(above * per + more * below, below * per)

        return total

    def less(self, node: Arithmetic, left: Working, right: Working) -> Working:
        def difference(values: Values) -> Quotient:
            above, below = left(values)
            taken, per = right(values)
            if below == per:
                return _held(above - taken, below)
            return _held(above * per - taken * below, below * per)

        return difference

    def times(self, node: Arithmetic, left: Working, right: Working) -> Working:
        def product(values: Values) -> Quotient:
            above, below = left(values)
            times, per = right(values)
            return _held(above * times, below * per)

        return product

    def over(self, node: Arithmetic, left: Working, right: Working) -> Working:
        def quotient(values: Values) -> Quotient:
            above, below = left(values)
            divisor, per = right(values)
            if divisor > 0:
                return _held(above * per, below * divisor)
            if divisor < 0:
                return _held(-above * per, below * -divisor)
            raise NoValue(write_formula(node.right))

        return quotient

    def most(self, node: Call, operands: Sequence[Working]) -> Working:
        return lambda values: _greatest([operand(values) for operand in operands])

    def least(self, node: Call, operands: Sequence[Working]) -> Working:
        def smallest(values: Values) -> Quotient:
            above, below = _greatest([(-above, below) for above, below in (one(values) for one in operands)])
            return -above, below

        return smallest

    def size(self, node: Call, operand: Working) -> Working:
        def size(values: Values) -> Quotient:
            above, below = operand(values)
            return abs(above), below

        return size

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")

    def compare(self, node: Comparison, left: Working, right: Working) -> Decision:
        compare = _COMPARE[node.operator]

        def compared(values: Values) -> bool | None:
            try:
                above, below = left(values)
                other, per = right(values)
            except (KeyError, NoValue):
                return None
            return compare(above * per, other * below)

        return compared

    def both(self, node: Logic, left: Decision, right: Decision) -> Decision:
        return lambda values: _joined(left(values), right(values), deciding=False)

    def either(self, node: Logic, left: Decision, right: Decision) -> Decision:
        return lambda values: _joined(left(values), right(values), deciding=True)

    def negate(self, node: Not, operand: Decision) -> Decision:
        def negated(values: Values) -> bool | None:
            inner = operand(values)
            return None if inner is None else not inner

        return negated

    def no_condition(self, node: Expression) -> NoReturn:
        raise TypeError(f"not a condition: {write_formula(node)}")


READY = _Ready()


def _joined(left: bool | None, right: bool | None, *, deciding: bool) -> bool | None:
    """Join two sides of which one alone decides, where it is `deciding`."""
    if deciding in (left, right):
        return deciding
    return None if left is None or right is None else not deciding


def _greatest(numbers: Sequence[Quotient]) -> Quotient:
    above, below = numbers[0]
    for other, per in numbers[1:]:
        if other * below > above * per:
            above, below = other, per
    return above, below


def _held(above: int, below: int) -> Quotient:
    """Give a quotient within MAX_VALUE_DIGITS, in lowest terms if it must be; raises NoValue if it can't."""
    if -_LIMIT < above < _LIMIT > below:
        return above, below
    shared = gcd(above, below)
    above, below = above // shared, below // shared
    if -_LIMIT < above < _LIMIT > below:
        return above, below
    raise NoValue
