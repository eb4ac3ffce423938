"""Where a value may lie near a bound, as its figures are printed: in whole numbers, with room to spare.

No score comes of it: it only tells which rows the engine has to look at (`scoring/indicator/nearby`). Only for
formulas of which both sides are straight in their items; of others nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NoReturn

from jixiao.bulk.formula import Grains
from jixiao.bulk.scale import most_steps
from jixiao.bulk.whole import (
    FALSE,
    NOTHING,
    Column,
    Const,
    Truth,
    Whole,
    choose,
    every,
    floor,
    less,
    minus,
    negation,
    plus,
    rest,
    same,
    some,
    times,
)
from jixiao.curve.stretch import Stretch, cuts_of
from jixiao.dataclass import dataclass
from jixiao.language.formula import Arithmetic, Call, Expression, Minus, Name, Number, write_formula
from jixiao.language.formula.fold import Condition, Numbers, fold
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.whole import whole_stretches

Loose = Mapping[str, Fraction]
"""Of each item whose figures may be rounded, how far they may be off at most, in units of its column."""
MOST_STEPS = 1_000_000
"""Most steps from an origin told apart; a row with more goes to the engine."""


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

    def off(self, loose: Loose) -> Fraction:
        """Give how far it may be off at most."""
        return sum((abs(one) * loose.get(name, Fraction(0)) for name, one in self.of.items()), Fraction(0))

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


def near(rule: Rule, grains: Grains, loose: Loose) -> Truth | None:
    """Tell where a bound of a rule's scale may lie within what printing allows; None where that can't be said."""
    tree = rule.formula
    if tree is None or isinstance(tree, Name) or not any(loose.get(name) for name in rule.operands):
        return FALSE
    row = whole_stretches([way.terms[0].scale for way in rule.meaning.ways])
    try:
        above, below = sides_of(tree, grains)
    except Crooked:
        return None
    parts: list[Truth] = [_near_nothing(below, loose)]
    parts += [_near(above, below, cut, loose) for cut in cuts_of([one.stretch for one in row])]
    for one in row:
        lies_on = _lies_on(one.stretch, above, below)
        for earned in one.ways:
            if isinstance(stair := earned.earns, Stair):
                near_step = _near_step(above, below, stair, most_steps(earned, stair), loose)
                parts.append(every(lies_on, near_step))
    return some(*parts)


def _near_nothing(below: Side, loose: Loose) -> Truth:
    """Where a divisor lies below nothing, or so near that nothing can be said of the value."""
    if below.known is not None:
        return FALSE
    off = below.off(loose)
    factor = below.denominators * off.denominator
    return less(below.whole(factor), Const(int(off * factor)), equal=True)


def _near(above: Side, below: Side, cut: Fraction, loose: Loose) -> Truth:
    """Where a value may as well be on the other side of a bound, and is not the bound itself."""
    apart = above + below.by(-cut)
    off = apart.off(loose)
    factor = lcm(apart.denominators, off.denominator)
    counted = apart.whole(factor)
    return every(_within(counted, Const(int(off * factor))), negation(same(counted, NOTHING)))


def _within(number: Whole, off: Whole) -> Truth:
    return every(less(number, off, equal=True), less(times(Const(-1), off), number, equal=True))


def _lies_on(stretch: Stretch[object], above: Side, below: Side) -> Truth:
    """Where a value lies on a stretch, its ends included."""
    low = _compared(above, below, stretch.low, Fraction(-1)) if stretch.low is not None else negation(FALSE)
    high = _compared(above, below, stretch.high, Fraction(1)) if stretch.high is not None else negation(FALSE)
    return every(low, high)


def _compared(above: Side, below: Side, end: Fraction, sign: Fraction) -> Truth:
    apart = (above + below.by(-end)).by(sign)
    return less(apart.whole(apart.denominators), NOTHING, equal=True)


def _near_step(above: Side, below: Side, stair: Stair, most: int | None, loose: Loose) -> Truth:
    """Where a value may as well lie beyond the next step, either way, and is not on one itself.

    `most`: how many steps, either side, move the points.
    """
    apart, step = above + below.by(-stair.origin), below.by(abs(stair.step))
    off, more = apart.off(loose), step.off(loose)
    factor = lcm(apart.denominators, step.denominators, off.denominator, more.denominator)
    number, size = apart.whole(factor), step.whole(factor)
    steps = floor(number, size, MOST_STEPS if most is None else most + 2)
    count = choose(less(steps, NOTHING), times(Const(-1), steps), steps)
    room = plus(Const(int(off * factor)), times(Const(int(more * factor)), plus(count, Const(1))))
    left = rest(number, size)
    near_one = some(
        less(size, room, equal=True),
        every(
            negation(same(left, NOTHING)),
            some(less(left, room, equal=True), less(minus(size, left), room, equal=True)),
        ),
    )
    if most is None:
        return some(less(Const(MOST_STEPS - 1), count), near_one)
    return every(less(count, Const(most + 2)), near_one)
