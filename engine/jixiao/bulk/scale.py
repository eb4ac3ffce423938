"""A scale over a ratio → the points that it earns, as a ratio of whole numbers.

The same meaning as `scoring/scale/whole`, of which it writes down what that calculates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from jixiao.bulk.ratio import Choosing, Ratio, chosen, held
from jixiao.bulk.whole import TRUE, Const, Truth, Whole, floor, times
from jixiao.curve.line import Line
from jixiao.dataclass import dataclass, replace
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.scale import Earned, Scale
from jixiao.scoring.scale.whole import Whole as OnStretch, whole_stretches


@dataclass(frozen=True, slots=True)
class Case:
    """Where a value lies, and the points of every way to read the sentence there: the lowest and the highest of each."""

    when: Truth
    """Asked only where the cases before it do not hold."""
    points: tuple[tuple[Ratio, Ratio], ...]


def cases_of(scales: Sequence[Scale], value: Ratio, choosing: Choosing = chosen) -> tuple[Case, ...]:
    """Give the cases of a value in order; the last one always holds. INVARIANT: no scale bends.

    `choosing`: how a value's points and a bound of them are made one ratio.
    """
    return tuple(
        Case(
            _before_end(on, value),
            tuple(dict.fromkeys(_points(earned, value, choosing) for earned in deciding(on.ways))),
        )
        for on in whole_stretches(scales)
    )


def deciding(ways: Sequence[Earned]) -> Iterator[Earned]:
    """Yield the ways that may give the lowest or the highest: not the line between a stair and the same begun."""
    stairs = [one for one in ways if isinstance(one.earns, Stair) and one.least is None]
    for one in ways:
        if not (isinstance(one.earns, Line) and one.least is None and _lies_between(one, stairs)):
            yield one


def _lies_between(line: Earned, stairs: Sequence[Earned]) -> bool:
    """Whether a line runs through the corners of a stair that is there both begun and not, held alike."""
    held_alike = [
        one for one in stairs if (one.floor, one.cap, one.unheld) == (line.floor, line.cap, line.unheld)
    ]
    through = [
        one.earns for one in held_alike if isinstance(one.earns, Stair) and _straight(one.earns) == line.earns
    ]
    return any(
        replace(one, begun=True) in through and replace(one, begun=False) in through for one in through
    )


def _straight(stair: Stair) -> Line:
    """Give the line on which steps count in part."""
    slope = -stair.each / stair.step
    return Line(stair.start - slope * stair.origin, slope)


def _before_end(on: OnStretch, value: Ratio) -> Truth:
    high = on.stretch.high
    if high is None:
        return TRUE
    return value.below_value(Ratio.of(high), equal=on.stretch.high_included)


def _points(earned: Earned, value: Ratio, choosing: Choosing) -> tuple[Ratio, Ratio]:
    high = _held(earned, _earned(earned, earned.earns, value), choosing)
    low = high if earned.least is None else _held(earned, _earned(earned, earned.least, value), choosing)
    return low, high


def _held(earned: Earned, points: Ratio, choosing: Choosing) -> Ratio:
    return held(points, None if earned.unheld else earned.floor, earned.cap, choosing)


def _earned(earned: Earned, earns: object, value: Ratio) -> Ratio:
    match earns:
        case Line(intercept=start, slope=slope):
            return Ratio.of(start) if not slope else Ratio.of(start) + Ratio.of(slope) * value
        case Stair() as stair:
            return Ratio.of(stair.start) - Ratio.of(stair.each) * Ratio(_steps(earned, stair, value))
    raise TypeError(earns)


def _steps(earned: Earned, stair: Stair, value: Ratio) -> Whole:
    ratio = (value - Ratio.of(stair.origin)) * Ratio.of(1 / stair.step)
    within = most_steps(earned, stair)
    if stair.begun:
        return times(Const(-1), floor(times(Const(-1), ratio.above), ratio.below, within))
    return floor(ratio.above, ratio.below, within)


def most_steps(earned: Earned, stair: Stair) -> int | None:
    """Give how many steps at most move the points, either side; None where nothing holds them."""
    if earned.floor is None or earned.cap is None or earned.unheld or not stair.each:
        return None
    return max(ceil(abs(stair.start - end) / abs(stair.each)) for end in (earned.floor, earned.cap)) + 1
