"""A scale unrolled: pieces on which the score is a straight line, for drawing and comparing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from jixiao.curve.line import ZERO, Line, Spread
from jixiao.curve.spread import Piece, Pieces, held, run_together
from jixiao.curve.stretch import Stretch, clipped, whole_numbers
from jixiao.scoring.scale.earning import Bent, Stair
from jixiao.scoring.scale.scale import Earned, Scale

MAX_PIECES = 1_000
"""Most pieces formed of one scale. Stops 每超过1%扣0.000001分 from filling the memory."""


def pieces_of(scale: Scale, full: Fraction, *, whole: bool, least: Fraction = ZERO) -> Pieces:
    """Give a scale as pieces; empty where some of it is bent, or where they are too many to be of use.

    Each stretch is held between its own floor and cap, or else within `least` and `full`.
    """
    bent = any(isinstance(stretch.what.earns, Bent) for stretch in scale)
    if bent or _expected(scale, full - least) > MAX_PIECES:
        return ()
    pieces = tuple(piece for stretch in scale for piece in _held(stretch, least, full))
    return run_together(whole_numbers(run_together(pieces)) if whole else pieces)


def raw_pieces(scale: Scale, full: Fraction) -> Pieces:
    """Give a scale as pieces that nothing holds but the stairs, which end at none and at `full`."""
    return tuple(piece for stretch in scale for piece in _straight(stretch, ZERO, full))


def _expected(scale: Scale, full: Fraction) -> int:
    """Count the rungs of all stairs before they are formed."""
    stairs = (stretch.what.earns for stretch in scale if isinstance(stretch.what.earns, Stair))
    return sum(math.ceil(full / abs(stair.each)) for stair in stairs)


def _held(stretch: Stretch[Earned], least: Fraction, full: Fraction) -> Pieces:
    floor, cap = _bounds(stretch.what, least, full)
    return held(_straight(stretch, least, full), floor, cap)


def _bounds(earned: Earned, least: Fraction, full: Fraction) -> tuple[Fraction, Fraction]:
    floor = earned.floor
    if floor is None:
        level = isinstance(earned.earns, Line) and not earned.earns.slope
        floor = min(least, earned.earns.intercept) if level and isinstance(earned.earns, Line) else least
    return floor, full if earned.cap is None else earned.cap


def _straight(stretch: Stretch[Earned], least: Fraction, full: Fraction) -> Iterator[Piece]:
    earned = stretch.what
    match earned.earns:
        case Line() as line:
            low = earned.least if isinstance(earned.least, Line) else line
            yield stretch.holding(Spread(low, line))
        case Stair() as stair:
            lower = earned.least if isinstance(earned.least, Stair) else stair
            rungs = (clipped(rung, stretch) for rung in _rungs(stair, lower, *_bounds(earned, least, full)))
            kept = [rung for rung in rungs if rung is not None]
            yield from kept if stair.step > 0 else reversed(kept)
        case Bent():
            raise AssertionError("a bent stretch has no pieces")


def _rungs(stair: Stair, lower: Stair, floor: Fraction, cap: Fraction) -> Iterator[Piece]:
    """Yield the rungs from the origin outwards, until the score moves no more; `lower` has the lowest points."""
    first = int(stair.begun)
    last = max(first, *(_last_rung(one, floor, cap) for one in (stair, lower)))
    for number in range(first, last + 1):
        near = stair.origin + stair.step * (number - first)
        far = None if number == last else near + stair.step
        near_in, far_in = not stair.begun, stair.begun and far is not None
        points = Spread(*(Line(one.start - number * one.each) for one in (lower, stair)))
        if stair.step > 0:
            yield Stretch(near, far, near_in, far_in, points)
        else:
            yield Stretch(far, near, far_in, near_in, points)


def _last_rung(stair: Stair, floor: Fraction, cap: Fraction) -> int:
    room = stair.start - floor if stair.each > 0 else cap - stair.start
    return math.ceil(room / abs(stair.each))
