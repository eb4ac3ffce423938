"""A formula → a ratio of whole numbers, and where it has no value; a condition → what is true of whole numbers.

The same meaning as `language/formula/quotient`, whose functions are the other side of its law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import NoReturn

from jixiao.bulk.columns import Bounds
from jixiao.bulk.ratio import Ratio, chosen, lowest, size
from jixiao.bulk.whole import (
    FALSE,
    NOTHING,
    TRUE,
    Column,
    Const,
    Known,
    Truth,
    Whole,
    choose,
    every,
    less,
    negation,
    same,
    some,
    times,
)
from jixiao.dataclass import dataclass
from jixiao.language.formula import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Minus,
    Name,
    Number,
    write_formula,
)
from jixiao.language.formula.fold import Condition, Conditions, fold, fold_condition
from jixiao.language.formula.tree import Not

Grains = Mapping[str, Fraction]
"""Of each item, how much one unit of its column is in base units: 100 元 for 万元 with two decimals."""


@dataclass(frozen=True, slots=True)
class Value:
    """A ratio, and where it is undefined since something is divided by nothing."""

    ratio: Ratio
    undefined: Truth = FALSE


@dataclass(frozen=True, slots=True)
class Decided:
    """What is true, and where that rests on a value that is undefined."""

    holds: Truth
    unknown: Truth = FALSE


class _Lowering(Conditions[Value, Decided]):
    """The algebra of ratios of whole numbers."""

    def __init__(self, grains: Grains, bounds: Bounds | None, *, lacking: bool) -> None:
        self._grains = grains
        self._bounds = bounds
        self._lacking = lacking

    def number(self, node: Number) -> Value:
        return Value(Ratio.of(node.value * node.unit.factor))

    def name(self, node: Name) -> Value:
        if self._lacking and node.name not in self._grains:
            return Value(Ratio(NOTHING), TRUE)
        grain = self._grains[node.name]
        column = times(Const(grain.numerator), Column(node.name))
        return Value(
            Ratio(column, Const(grain.denominator)),
            lacks(node.name, self._grains) if self._lacking else FALSE,
        )

    def minus(self, node: Minus, operand: Value) -> Value:
        return Value(-operand.ratio, operand.undefined)

    def plus(self, node: Arithmetic, left: Value, right: Value) -> Value:
        return Value(left.ratio + right.ratio, some(left.undefined, right.undefined))

    def less(self, node: Arithmetic, left: Value, right: Value) -> Value:
        return Value(left.ratio - right.ratio, some(left.undefined, right.undefined))

    def times(self, node: Arithmetic, left: Value, right: Value) -> Value:
        return Value(left.ratio * right.ratio, some(left.undefined, right.undefined))

    def over(self, node: Arithmetic, left: Value, right: Value) -> Value:
        divisor = right.ratio
        if divisor.above == NOTHING:
            return Value(Ratio(NOTHING), TRUE)
        is_negative = FALSE if self._is_sure(divisor.above) else less(divisor.above, NOTHING)
        sign = choose(is_negative, Const(-1), Const(1))
        below = choose(is_negative, times(Const(-1), divisor.above), divisor.above)
        above = times(times(left.ratio.above, divisor.below), sign)
        ratio = lowest(above, times(left.ratio.below, below))
        return Value(ratio, some(left.undefined, right.undefined, same(divisor.above, NOTHING)))

    def most(self, node: Call, operands: Sequence[Value]) -> Value:
        return _best(operands, lambda best, one: chosen(best.below_value(one), one, best))

    def least(self, node: Call, operands: Sequence[Value]) -> Value:
        return _best(operands, lambda best, one: chosen(one.below_value(best), one, best))

    def size(self, node: Call, operand: Value) -> Value:
        sure = self._is_sure(operand.ratio.above)
        return operand if sure else Value(size(operand.ratio), operand.undefined)

    def _is_sure(self, whole: Whole) -> bool:
        """Whether an expression is known never to lie below nothing."""
        return self._bounds is not None and self._bounds.of(whole).low >= 0

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")

    def compare(self, node: Comparison, left: Value, right: Value) -> Decided:
        one, other = left.ratio, right.ratio
        holds = {
            "=": lambda: one.equals(other),
            "≠": lambda: negation(one.equals(other)),
            "<": lambda: one.below_value(other),
            "≤": lambda: one.below_value(other, equal=True),
            ">": lambda: other.below_value(one),
            "≥": lambda: other.below_value(one, equal=True),
        }[node.operator]()
        return Decided(holds, some(left.undefined, right.undefined))

    def both(self, node: Logic, left: Decided, right: Decided) -> Decided:
        denied = some(_known(negation(left.holds), left), _known(negation(right.holds), right))
        unknown = every(some(left.unknown, right.unknown), negation(denied))
        return Decided(every(left.holds, right.holds, negation(unknown)), unknown)

    def either(self, node: Logic, left: Decided, right: Decided) -> Decided:
        held = some(_known(left.holds, left), _known(right.holds, right))
        return Decided(held, every(some(left.unknown, right.unknown), negation(held)))

    def negate(self, node: Not, operand: Decided) -> Decided:
        return Decided(negation(operand.holds), operand.unknown)

    def no_condition(self, node: Expression) -> NoReturn:
        raise TypeError(f"not a condition: {write_formula(node)}")


def _known(truth: Truth, of: Decided) -> Truth:
    return every(truth, negation(of.unknown))


def _best(operands: Sequence[Value], better: Callable[[Ratio, Ratio], Ratio]) -> Value:
    ratio = reduce(better, [one.ratio for one in operands])
    return Value(ratio, some(*(one.undefined for one in operands)))


def lacks(name: str, grains: Grains) -> Truth:
    """Tell where a row has nothing of an item; always, where rows do not bring it."""
    return negation(Known(name)) if name in grains else TRUE


def value_of(tree: Expression, grains: Grains, bounds: Bounds | None = None) -> Value:
    """Lower a formula whose names all have a grain. `bounds`: of its columns, where they are known."""
    return fold(tree, _Lowering(grains, bounds, lacking=False))


def truth_of(
    tree: Expression, grains: Grains, bounds: Bounds | None = None, *, lacking: bool = False
) -> Decided:
    """Lower a condition; where it is unknown, `holds` says nothing.

    `lacking`: whether rows may lack an item, which leaves unknown what hangs on it; else all names have a grain.
    """
    return fold_condition(tree, _Lowering(grains, bounds, lacking=lacking))
