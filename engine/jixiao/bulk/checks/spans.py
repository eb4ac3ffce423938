"""What printing allows a formula to come to, over columns: its lowest and its highest value.

The same meaning as `language/formula/spans`, of which it writes down what that calculates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import NoReturn, TypeAlias

from jixiao.bulk.ratio import Ratio, chosen, size
from jixiao.bulk.whole import FALSE, NOTHING, TRUE, Truth, every, some
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, write_formula
from jixiao.language.formula.fold import Condition, Numbers, fold

_NOTHING = Ratio(NOTHING)
_Better: TypeAlias = Callable[[Ratio, Ratio], Ratio]


@dataclass(frozen=True, slots=True)
class Spanned:
    """The lowest and the highest value, and where there is neither since a divisor may be nothing."""

    low: Ratio
    high: Ratio
    undefined: Truth = FALSE


class _Spanning(Numbers[Spanned]):
    """The algebra of ends; `names`: those of each item."""

    def __init__(self, names: Mapping[str, Spanned]) -> None:
        self._names = names

    def number(self, node: Number) -> Spanned:
        known = Ratio.of(node.value * node.unit.factor)
        return Spanned(known, known)

    def name(self, node: Name) -> Spanned:
        return self._names[node.name]

    def minus(self, node: Minus, operand: Spanned) -> Spanned:
        return Spanned(-operand.high, -operand.low, operand.undefined)

    def plus(self, node: Arithmetic, left: Spanned, right: Spanned) -> Spanned:
        return Spanned(left.low + right.low, left.high + right.high, _either(left, right))

    def less(self, node: Arithmetic, left: Spanned, right: Spanned) -> Spanned:
        return Spanned(left.low - right.high, left.high - right.low, _either(left, right))

    def times(self, node: Arithmetic, left: Spanned, right: Spanned) -> Spanned:
        ends = dict.fromkeys(
            one * other for one in (left.low, left.high) for other in (right.low, right.high)
        )
        return Spanned(reduce(_lower, ends), reduce(_higher, ends), _either(left, right))

    def over(self, node: Arithmetic, left: Spanned, right: Spanned) -> Spanned:
        if right.low == right.high == _NOTHING:
            return Spanned(_NOTHING, _NOTHING, TRUE)
        below = right.high.below_value(_NOTHING)
        low, high = chosen(below, -left.high, left.low), chosen(below, -left.low, left.high)
        small, large = chosen(below, -right.high, right.low), chosen(below, -right.low, right.high)
        return Spanned(
            _over(low, chosen(low.below_value(_NOTHING), small, large)),
            _over(high, chosen(high.below_value(_NOTHING), large, small)),
            some(_either(left, right), _may_be_nothing(right)),
        )

    def most(self, node: Call, operands: Sequence[Spanned]) -> Spanned:
        return _best(_higher, operands)

    def least(self, node: Call, operands: Sequence[Spanned]) -> Spanned:
        return _best(_lower, operands)

    def size(self, node: Call, operand: Spanned) -> Spanned:
        low, high = size(operand.low), size(operand.high)
        nearest = chosen(_may_be_nothing(operand), _NOTHING, _lower(low, high))
        return Spanned(nearest, _higher(low, high), operand.undefined)

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


def span_of(tree: Expression, names: Mapping[str, Spanned]) -> Spanned:
    """Lower a formula to its lowest and its highest value; `names` has those of all its items."""
    return fold(tree, _Spanning(names))


def _either(left: Spanned, right: Spanned) -> Truth:
    return some(left.undefined, right.undefined)


def _may_be_nothing(one: Spanned) -> Truth:
    return every(one.low.below_value(_NOTHING, equal=True), _NOTHING.below_value(one.high, equal=True))


def _over(above: Ratio, below: Ratio) -> Ratio:
    """Divide by what is more than nothing."""
    return above * Ratio(below.below, below.above)


def _best(better: _Better, operands: Sequence[Spanned]) -> Spanned:
    lows, highs = ([one.low for one in operands], [one.high for one in operands])
    return Spanned(reduce(better, lows), reduce(better, highs), some(*(one.undefined for one in operands)))


def _lower(one: Ratio, other: Ratio) -> Ratio:
    return chosen(other.below_value(one), other, one)


def _higher(one: Ratio, other: Ratio) -> Ratio:
    return chosen(one.below_value(other), other, one)
