"""One whole-number expression over another: how a formula's value is kept, which is never divided."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd, lcm

from jixiao.bulk.whole import (
    NOTHING,
    UNIT,
    Const,
    Truth,
    Whole,
    choose,
    content,
    floor,
    less,
    minus,
    plus,
    rest,
    same,
    shrunk,
    times,
)
from jixiao.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """`above` over `below`. INVARIANT: `below` is more than 0 wherever the ratio is defined."""

    above: Whole
    below: Whole = UNIT

    @classmethod
    def of(cls, value: Fraction) -> Ratio:
        """Give a number that is known."""
        above, below = value.as_integer_ratio()
        return cls(Const(above), Const(below))

    @property
    def known(self) -> Fraction | None:
        """The number, where it hangs on no column."""
        if isinstance(self.above, Const) and isinstance(self.below, Const):
            return Fraction(self.above.value, self.below.value)
        return None

    def __add__(self, other: Ratio) -> Ratio:
        one, another, below = _alike(self, other)
        return lowest(plus(one, another), below)

    def __sub__(self, other: Ratio) -> Ratio:
        one, another, below = _alike(self, other)
        return lowest(minus(one, another), below)

    def __mul__(self, other: Ratio) -> Ratio:
        return lowest(times(self.above, other.above), times(self.below, other.below))

    def __neg__(self) -> Ratio:
        return Ratio(times(Const(-1), self.above), self.below)

    def below_value(self, value: Ratio, *, equal: bool = False) -> Truth:
        """Tell whether it is less than another."""
        one, other, _ = _alike(self, value)
        return less(one, other, equal=equal)

    def equals(self, value: Ratio) -> Truth:
        """Tell whether it is the same number as another."""
        one, other, _ = _alike(self, value)
        return same(one, other)

    def scaled(self, unit: Fraction) -> tuple[Whole, Whole]:
        """Give it as a number of units, one expression over another."""
        counted = lowest(times(self.above, Const(unit.denominator)), times(self.below, Const(unit.numerator)))
        return counted.above, counted.below


def lowest(above: Whole, below: Whole) -> Ratio:
    """Give a ratio without what both sides are multiplied by."""
    shared = gcd(content(above), content(below))
    return Ratio(shrunk(above, shared), shrunk(below, shared)) if shared > 1 else Ratio(above, below)


def _alike(one: Ratio, other: Ratio) -> tuple[Whole, Whole, Whole]:
    """Bring two over one denominator, the smallest that can be seen."""
    (first, below), (second, beside) = _parts(one.below), _parts(other.below)
    shared = lcm(first, second)
    left = times(Const(shared // first), one.above)
    right = times(Const(shared // second), other.above)
    if below == beside:
        return left, right, times(Const(shared), below)
    return times(left, beside), times(right, below), times(Const(shared), times(below, beside))


def _parts(below: Whole) -> tuple[int, Whole]:
    """Give a denominator as a number times something."""
    factor = content(below)
    return factor, shrunk(below, factor)


def chosen(when: Truth, then: Ratio, otherwise: Ratio) -> Ratio:
    """Give one ratio or the other, over one denominator where both are known numbers or share it."""
    if then == otherwise:
        return then
    if _parts(then.below)[1] == _parts(otherwise.below)[1]:
        one, other, below = _alike(then, otherwise)
        return Ratio(choose(when, one, other), below)
    return Ratio(choose(when, then.above, otherwise.above), choose(when, then.below, otherwise.below))


def merged(when: Truth, then: Ratio, otherwise: Ratio) -> Ratio:
    """Give one ratio or the other over one denominator; INVARIANT: both are defined, whatever is true."""
    if then == otherwise:
        return then
    one, other, below = _alike(then, otherwise)
    return Ratio(choose(when, one, other), below)


Choosing = Callable[[Truth, Ratio, Ratio], Ratio]
"""`chosen` or `merged`."""


def held(of: Ratio, low: Fraction | None, high: Fraction | None, choosing: Choosing = chosen) -> Ratio:
    """Hold a ratio between two numbers."""
    if low is not None:
        least = Ratio.of(low)
        of = choosing(of.below_value(least), least, of)
    if high is not None:
        most = Ratio.of(high)
        of = choosing(most.below_value(of), most, of)
    return of


def size(of: Ratio) -> Ratio:
    """Give a ratio without its sign."""
    return Ratio(choose(less(of.above, NOTHING), times(Const(-1), of.above), of.above), of.below)


def rounded(of: Ratio, unit: Fraction, rounding: str) -> Ratio:
    """Round to whole units as 口径 舍入 names it: half up, cut off, up, or half to even; below nothing mirrored."""
    above, below = of.scaled(unit)
    is_negative = less(above, NOTHING)
    count = choose(is_negative, times(Const(-1), above), above)
    whole = _ROUNDED[rounding](count, below)
    signed = choose(is_negative, times(Const(-1), whole), whole)
    return lowest(times(signed, Const(unit.numerator)), Const(unit.denominator))


def _half_up(above: Whole, below: Whole) -> Whole:
    return floor(plus(times(Const(2), above), below), times(Const(2), below))


def _half_even(above: Whole, below: Whole) -> Whole:
    up = _half_up(above, below)
    tie = same(rest(plus(times(Const(2), above), below), times(Const(2), below)), NOTHING)
    return minus(up, choose(tie, rest(up, Const(2)), NOTHING))


def _up(above: Whole, below: Whole) -> Whole:
    return times(Const(-1), floor(times(Const(-1), above), below))


_ROUNDED = {"四舍五入": _half_up, "去尾": floor, "进一": _up, "四舍六入五成双": _half_even}
