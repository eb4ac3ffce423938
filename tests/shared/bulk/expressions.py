"""Expressions over columns of whole numbers, and rows of them, that nothing makes grow too large."""

from __future__ import annotations

from hypothesis import strategies as st

from jixiao.bulk.columns import Bounds, Range
from jixiao.bulk.whole import (
    Always,
    Column,
    Const,
    Known,
    Truth,
    Whole,
    choose,
    every,
    floor,
    less,
    negation,
    plus,
    rest,
    same,
    some,
    times,
)

NAMES = ("甲", "乙", "丙", "丁")
LARGEST = 10**4
MOST = 2**62
RANGES = dict.fromkeys(NAMES, Range(-LARGEST, LARGEST))

counts = st.integers(-9, 9) | st.integers(-LARGEST, LARGEST) | st.sampled_from([LARGEST, -LARGEST])
rows = st.fixed_dictionaries(dict.fromkeys(NAMES, st.none() | counts | counts))
leaves: st.SearchStrategy[Whole] = (
    st.sampled_from(NAMES).map(Column)
    | st.integers(-9, 9).map(Const)
    | st.integers(-(10**9), 10**9).map(Const)
)


def _whole(draw, depth: int) -> Whole:
    kind = draw(st.integers(0, 5)) if depth else 0
    if kind <= 1:
        return draw(leaves)
    one, other = _whole(draw, depth - 1), _whole(draw, depth - 1)
    if kind == 2:
        return plus(one, other, *([one] if draw(st.booleans()) else []))
    if kind == 3:
        return times(one, other)
    if kind == 4 and draw(st.booleans()):
        return rest(one, _above_nothing(other))
    if kind == 4:
        return floor(one, _above_nothing(other), draw(st.none() | st.integers(0, 50)))
    return choose(_truth(draw, depth - 1), one, other)


def _above_nothing(of: Whole) -> Whole:
    """Give an expression that is more than 0, whatever another comes to."""
    return plus(choose(less(of, Const(0)), times(Const(-1), of), of), Const(1))


def _truth(draw, depth: int) -> Truth:
    kind = draw(st.integers(0, 6))
    if kind <= 2 and depth:
        several = [_truth(draw, depth - 1) for _ in range(2)]
        return (every(*several), some(*several), negation(several[0]))[kind]
    if kind == 3:
        return Known(draw(st.sampled_from(NAMES)))
    if kind == 4:
        return Always(draw(st.booleans()))
    one, other = _whole(draw, max(depth - 1, 0)), _whole(draw, max(depth - 1, 0))
    return same(one, other) if kind == 5 else less(one, other, equal=draw(st.booleans()))


def is_bounded(of: Whole) -> bool:
    """Whether nothing on the way grows beyond what a program allows."""
    bounds = Bounds(RANGES)
    bounds.of(of)
    return bounds.widest <= MOST


@st.composite
def wholes(draw) -> Whole:
    """Expressions, of which some are divided by others."""
    return _whole(draw, 4)
