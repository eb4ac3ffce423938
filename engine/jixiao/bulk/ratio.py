"""One whole-number expression over another: how a formula's value is kept, which is never divided."""

from __future__ import annotations

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
        return less(times(self.above, value.below), times(value.above, self.below), equal=equal)

    def equals(self, value: Ratio) -> Truth:
        """Tell whether it is the same number as another."""
        return same(times(self.above, value.below), times(value.above, self.below))

    def scaled(self, unit: Fraction) -> tuple[Whole, Whole]:
        """Give it as a number of units, one expression over another."""
        counted = lowest(times(self.above, Const(unit.denominator)), times(self.below, Const(unit.numerator)))
        return counted.above, counted.below


def lowest(above: Whole, below: Whole) -> Ratio:
    """Give a ratio without what both sides are multiplied by."""
    shared = gcd(content(above), content(below))
    return Ratio(shrunk(above, shared), shrunk(below, shared)) if shared > 1 else Ratio(above, below)


def _alike(one: Ratio, other: Ratio) -> tuple[Whole, Whole, Whole]:
    """Bring two over one denominator, the smallest there is where both are known."""
    if one.below == other.below:
        return one.above, other.above, one.below
    if isinstance(one.below, Const) and isinstance(other.below, Const):
        shared = lcm(one.below.value, other.below.value)
        up, down = Const(shared // one.below.value), Const(shared // other.below.value)
        return times(one.above, up), times(other.above, down), Const(shared)
    return times(one.above, other.below), times(other.above, one.below), times(one.below, other.below)


def chosen(when: Truth, then: Ratio, otherwise: Ratio) -> Ratio:
    """Give one ratio or the other, over one denominator where both are known numbers or share it."""
    if then == otherwise:
        return then
    if then.below == otherwise.below or (
        isinstance(then.below, Const) and isinstance(otherwise.below, Const)
    ):
        one, other, below = _alike(then, otherwise)
        return Ratio(choose(when, one, other), below)
    return Ratio(choose(when, then.above, otherwise.above), choose(when, then.below, otherwise.below))


def held(of: Ratio, low: Fraction | None, high: Fraction | None) -> Ratio:
    """Hold a ratio between two numbers."""
    if low is not None:
        least = Ratio.of(low)
        of = chosen(of.below_value(least), least, of)
    if high is not None:
        most = Ratio.of(high)
        of = chosen(most.below_value(of), most, of)
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
    odd = minus(up, times(Const(2), floor(up, Const(2))))
    tie = same(plus(times(Const(2), above), below), times(times(Const(2), below), up))
    return minus(up, choose(tie, odd, NOTHING))


def _up(above: Whole, below: Whole) -> Whole:
    return times(Const(-1), floor(times(Const(-1), above), below))


_ROUNDED = {"四舍五入": _half_up, "去尾": floor, "进一": _up, "四舍六入五成双": _half_even}
