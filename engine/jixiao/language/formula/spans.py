"""What printing allows a formula to come to: its lowest and its highest value, on whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import lcm
from typing import NoReturn, TypeAlias

from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.language.formula.quotient import NoValue
from jixiao.language.formula.tree import Arithmetic, Call, Expression, Minus, Name, Number
from jixiao.language.formula.write import write_formula
from jixiao.quantity import Printed, Span

Spanning: TypeAlias = Callable[[Mapping[str, Printed]], Span]
"""The lowest and the highest value that an expression may truly have. Raises NoValue where it has none."""


class _Spans(Numbers[Spanning]):
    """The algebra of what printing allows."""

    def number(self, node: Number) -> Spanning:
        above, below = (node.value * node.unit.factor).as_integer_ratio()
        span = above, above, below
        return lambda _: span

    def name(self, node: Name) -> Spanning:
        name = node.name
        return lambda values: values[name].span

    def minus(self, node: Minus, operand: Spanning) -> Spanning:
        def negative(values: Mapping[str, Printed]) -> Span:
            low, high, below = operand(values)
            return -high, -low, below

        return negative

    def plus(self, node: Arithmetic, left: Spanning, right: Spanning) -> Spanning:
        def total(values: Mapping[str, Printed]) -> Span:
            low, high, below = left(values)
            lowest, highest, per = right(values)
            if below != per:
                low, high, lowest, highest, below = _together(low, high, below, lowest, highest, per)
            return low + lowest, high + highest, below

        return total

    def less(self, node: Arithmetic, left: Spanning, right: Spanning) -> Spanning:
        return _apart(left, right)

    def times(self, node: Arithmetic, left: Spanning, right: Spanning) -> Spanning:
        def product(values: Mapping[str, Printed]) -> Span:
            low, high, below = left(values)
            lowest, highest, per = right(values)
            ends = low * lowest, low * highest, high * lowest, high * highest
            return min(ends), max(ends), below * per

        return product

    def over(self, node: Arithmetic, left: Spanning, right: Spanning) -> Spanning:
        def quotient(values: Mapping[str, Printed]) -> Span:
            low, high, below = left(values)
            lowest, highest, per = right(values)
            if lowest <= 0 <= highest:
                raise NoValue
            ends = low * lowest, low * highest, high * lowest, high * highest
            return min(ends) * per, max(ends) * per, below * lowest * highest

        return quotient

    def most(self, node: Call, operands: Sequence[Spanning]) -> Spanning:
        return lambda values: _side_by_side(max, [operand(values) for operand in operands])

    def least(self, node: Call, operands: Sequence[Spanning]) -> Spanning:
        return lambda values: _side_by_side(min, [operand(values) for operand in operands])

    def size(self, node: Call, operand: Spanning) -> Spanning:
        def size(values: Mapping[str, Printed]) -> Span:
            low, high, below = operand(values)
            nearest = 0 if low <= 0 <= high else min(abs(low), abs(high))
            return nearest, max(abs(low), abs(high)), below

        return size

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


_SPANS = _Spans()


def compile_span(tree: Expression) -> Spanning:
    """Make ready what gives the lowest and the highest value of a formula."""
    return fold(tree, _SPANS)


def compile_difference(left: Expression, right: Expression) -> Spanning:
    """Make ready what gives the lowest and the highest difference between two formulas."""
    return _apart(compile_span(left), compile_span(right))


def _apart(left: Spanning, right: Spanning) -> Spanning:
    def difference(values: Mapping[str, Printed]) -> Span:
        low, high, below = left(values)
        lowest, highest, per = right(values)
        if below != per:
            low, high, lowest, highest, below = _together(low, high, below, lowest, highest, per)
        return low - highest, high - lowest, below

    return difference


def _together(
    low: int, high: int, below: int, lowest: int, highest: int, per: int
) -> tuple[int, int, int, int, int]:
    """Bring two spans over one number, the least there is: a long sum must not grow with every part."""
    shared = lcm(below, per)
    times, other = shared // below, shared // per
    return low * times, high * times, lowest * other, highest * other, shared


def _side_by_side(choose: Callable[[list[int]], int], spans: Sequence[Span]) -> Span:
    """Choose among the low ends, and among the high ends, brought to one number below the stroke."""
    low, high, below = spans[0]
    for lowest, highest, per in spans[1:]:
        low, high = choose([low * per, lowest * below]), choose([high * per, highest * below])
        below *= per
    return low, high, below
