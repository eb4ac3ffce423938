"""Whether a relation can hold between numbers as they were printed.

Each operand lies within half a unit of its last decimal. A relation is missed only where no true
values within these bounds satisfy it: for a sum, where the difference is more than the bounds added up.

A relation is made ready once and held against many cases, so all of it is whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.language.formula import (
    Comparison,
    Expression,
    Name,
    names,
)
from jixiao.language.formula.calculate import compile_condition
from jixiao.language.formula.fold import fold
from jixiao.language.formula.quotient import READY, NoValue, Quotient
from jixiao.language.formula.spans import compile_difference
from jixiao.model.coded import Coded
from jixiao.quantity import Printed


class Verdict(Coded):
    """Whether a relation holds between one value of each operand."""

    HOLDS = "holds", "相符"
    ROUNDING = "rounding", "舍入"
    """It holds within printing only, or the result is cut off behind its last decimal."""
    FAILS = "fails", "不符"
    UNDEFINED = "undefined", "无解"
    """It can't be calculated (division by zero)."""


ONLY_BY_ROUNDING = "；在印刷舍入的范围内，但按印出的数算不出这个结果"
"""The end of a message about a result that only the rounding of its operands allows."""
CUT_OFF = "；是去尾的写法，没有四舍五入"
"""The end of a message about a result whose last digits are cut off."""


def in_print(stated: Printed, value: Fraction) -> str:
    """Say how printing makes a stated result of what is calculated."""
    return CUT_OFF if stated.cuts(value) else ONLY_BY_ROUNDING


_NOTHING: Quotient = (0, 1)
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Both sides as printed, and the difference that printing allows, in base units.

    All three as a whole number over another; fractions are made where they are told.
    """

    verdict: Verdict
    sides: tuple[Quotient, Quotient] = (_NOTHING, _NOTHING)
    spread: Quotient = _NOTHING

    @property
    def left(self) -> Fraction:
        """The left side as printed."""
        return Fraction(*self.sides[0])

    @property
    def right(self) -> Fraction:
        """The right side as printed."""
        return Fraction(*self.sides[1])

    @property
    def allowed(self) -> Fraction:
        """How far the sides may lie apart."""
        return Fraction(*self.spread)


_UNDEFINED = Comparing(Verdict.UNDEFINED)


Compare: TypeAlias = Callable[[Mapping[str, Printed], Fraction, bool], Comparing]
"""A relation made ready: the values of its names, how far it is widened (容差), whether its left side restates what
its right side calculates."""


@dataclass(frozen=True)
class Relation:
    """A relation with what is found out from its tree once."""

    tree: Expression

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in it, each once."""
        return names(self.tree)

    @cached_property
    def compare(self) -> Compare:
        """The relation, ready to be held against values."""
        return compile_relation(self.tree)


def compare(
    tree: Expression, values: Mapping[str, Printed], widened: Fraction = _ZERO, restated: bool = False
) -> Comparing:
    """Compare the sides of a relation; `restated`: the left side states what the right calculates.

    A condition (且 或 非) is decided on the values as they stand.
    """
    return compile_relation(tree)(values, widened, restated)


def compile_relation(tree: Expression) -> Compare:
    """Make a relation ready to be held against many values."""
    return _comparison(tree) if isinstance(tree, Comparison) else _condition(tree)


def _condition(tree: Expression) -> Compare:
    decide = compile_condition(tree)

    def decided(values: Mapping[str, Printed], _widened: Fraction, _restated: bool) -> Comparing:
        holding = decide(_exact(values))
        if holding is None:
            return _UNDEFINED
        return Comparing(Verdict.HOLDS if holding else Verdict.FAILS)

    return decided


def _comparison(tree: Comparison) -> Compare:
    left, right = fold(tree.left, READY), fold(tree.right, READY)
    difference = compile_difference(tree.left, tree.right)
    stating = tree.left.name if isinstance(tree.left, Name) else None

    def compared(values: Mapping[str, Printed], widened: Fraction, restated: bool) -> Comparing:
        exact = _exact(values)
        try:
            sides = left(exact), right(exact)
            low, high, below = difference(values)
        except NoValue:
            return _UNDEFINED
        wide, per = widened.as_integer_ratio()
        spread = (high - low) * per + 2 * wide * below, 2 * below * per
        if not _possible(tree.operator, (low * per, high * per), wide * below, _gap(sides)):
            cut = restated and not wide and stating is not None and values[stating].cuts(Fraction(*sides[1]))
            return Comparing(Verdict.ROUNDING if cut else Verdict.FAILS, sides, spread)
        beside = restated and not wide and stating is not None and _is_beside(sides, values[stating])
        return Comparing(Verdict.ROUNDING if beside else Verdict.HOLDS, sides, spread)

    return compared


def _exact(values: Mapping[str, Printed]) -> dict[str, Fraction]:
    return {name: one.value for name, one in values.items()}


def _gap(sides: tuple[Quotient, Quotient]) -> int:
    """Give a number that is above 0 where the left side is more, below 0 where it is less."""
    (left, per), (right, other) = sides
    return left * other - right * per


def _is_beside(sides: tuple[Quotient, Quotient], stated: Printed) -> bool:
    """Whether the sides lie further apart than rounding the stated one can make them."""
    slack, per = stated.slack.as_integer_ratio()
    return abs(_gap(sides)) * per > slack * sides[0][1] * sides[1][1]


def _possible(operator: str, difference: tuple[int, int], widened: int, gap: int) -> bool:
    """Whether a comparison may be true, by the lowest and highest difference; a strict one by that of what is printed.

    `difference` and `widened` are over one number.
    """
    match operator:
        case "=":
            return difference[0] <= widened and difference[1] >= -widened
        case "≤":
            return difference[0] <= widened
        case "≥":
            return difference[1] >= -widened
        case "<":
            return gap < 0
        case ">":
            return gap > 0
        case _:
            return gap != 0
