"""Formulas of which both sides are straight: so much of each item and a number, over so much of each item and a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NoReturn

from jixiao.bulk.formula import Grains
from jixiao.bulk.whole import Column, Const, Whole, plus, times
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, write_formula
from jixiao.language.formula.fold import Condition, Numbers, fold


class Crooked(Exception):
    """A formula is not one straight side over another."""


@dataclass(frozen=True, slots=True)
class Side:
    """So much of each column, and a number."""

    of: Mapping[str, Fraction]
    number: Fraction = Fraction(0)

    @property
    def known(self) -> Fraction | None:
        return None if any(self.of.values()) else self.number

    def __add__(self, other: Side) -> Side:
        names = {**self.of, **other.of}
        of = {name: self.of.get(name, Fraction(0)) + other.of.get(name, Fraction(0)) for name in names}
        return Side(of, self.number + other.number)

    def by(self, factor: Fraction) -> Side:
        return Side({name: one * factor for name, one in self.of.items()}, self.number * factor)

    def times(self, other: Side) -> Side:
        if other.known is not None:
            return self.by(other.known)
        if self.known is not None:
            return other.by(self.known)
        raise Crooked

    @property
    def denominators(self) -> int:
        return lcm(self.number.denominator, *(one.denominator for one in self.of.values()))

    def whole(self, factor: int) -> Whole:
        """Give so many times it as an expression; the factor makes it whole."""
        parts = [times(Const(int(one * factor)), Column(name)) for name, one in self.of.items()]
        return plus(Const(int(self.number * factor)), *parts)


ONE = Side({}, Fraction(1))
_Over = tuple[Side, Side]


class _Sides(Numbers[_Over]):
    """The algebra of one straight side over another."""

    def __init__(self, grains: Grains) -> None:
        self._grains = grains

    def number(self, node: Number) -> _Over:
        return Side({}, node.value * node.unit.factor), ONE

    def name(self, node: Name) -> _Over:
        return Side({node.name: self._grains[node.name]}), ONE

    def minus(self, node: Minus, operand: _Over) -> _Over:
        return operand[0].by(Fraction(-1)), operand[1]

    def plus(self, node: Arithmetic, left: _Over, right: _Over) -> _Over:
        return left[0].times(right[1]) + right[0].times(left[1]), left[1].times(right[1])

    def less(self, node: Arithmetic, left: _Over, right: _Over) -> _Over:
        return self.plus(node, left, (right[0].by(Fraction(-1)), right[1]))

    def times(self, node: Arithmetic, left: _Over, right: _Over) -> _Over:
        return left[0].times(right[0]), left[1].times(right[1])

    def over(self, node: Arithmetic, left: _Over, right: _Over) -> _Over:
        return left[0].times(right[1]), left[1].times(right[0])

    def most(self, node: Call, operands: Sequence[_Over]) -> _Over:
        raise Crooked

    def least(self, node: Call, operands: Sequence[_Over]) -> _Over:
        raise Crooked

    def size(self, node: Call, operand: _Over) -> _Over:
        raise Crooked

    def condition(self, node: Condition) -> NoReturn:
        raise TypeError(f"not a number: {write_formula(node)}")


def sides_of(tree: Expression, grains: Grains) -> _Over:
    """Give the two sides of a formula; a number below is more than nothing. Raises Crooked where one isn't straight."""
    above, below = fold(tree, _Sides(grains))
    if below.known is not None and below.known < 0:
        return above.by(Fraction(-1)), below.by(Fraction(-1))
    return above, below
