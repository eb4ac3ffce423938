"""Which numbers stand along an axis: few enough to be read, at places that mean something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from jixiao.curve.curve import Curve

MAX_LEVELS = 7
"""With more plateaus than these, points are labelled at even distances."""
_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))
"""Even distances that people count in, times powers of ten."""


def level_ticks(curve: Curve, bottom: Fraction, top: Fraction) -> tuple[Fraction, ...]:
    """Give the points to label, lowest first: every plateau, or even steps where that says more."""
    levels = {bottom, Fraction(0), top}
    ends = len(levels)
    for stretch in curve.stretches:
        if curve.straight:
            levels |= {line.intercept for line in stretch.what.lines if not line.slope}
    sloped = any(not stretch.what.is_level for stretch in curve.stretches)
    if len(levels) > MAX_LEVELS or (sloped and len(levels) <= ends):
        return even_ticks(bottom, top)
    return tuple(sorted(levels))


def even_ticks(bottom: Fraction, top: Fraction) -> tuple[Fraction, ...]:
    """Give points from the fewest to the most through 0, each side in three to five even steps."""
    below = [-points for points in _from_zero(-bottom)] if bottom < 0 else []
    above = _from_zero(top) if top > 0 else []
    return tuple(sorted({*below, *above}))


def _from_zero(points: Fraction) -> tuple[Fraction, ...]:
    scale = Fraction(1)
    while points / scale > 50:
        scale *= 10
    while points / scale <= 5:
        scale /= 10
    step = next((scale * one for one in _STEPS if points / (scale * one) <= 5), scale * 10)
    count = points // step
    ticks = [step * number for number in range(count + 1)]
    if points - ticks[-1] < step / 2:
        ticks.pop()
    return (*ticks, points)


def spread_out(
    values: Sequence[Fraction],
    place: Callable[[Fraction], Fraction],
    size: Callable[[Fraction], Fraction],
    gap: Fraction,
) -> tuple[Fraction, ...]:
    """Give those values whose labels do not run into each other: the outermost first.

    `place` is where a label's middle stands, `size` how long it is, `gap` the least room between.
    """
    ordered = sorted(values)
    outward = [*ordered[:1], *ordered[-1:], *_halving(ordered[1:-1])]
    kept: list[Fraction] = []
    for value in outward:
        if all(abs(place(value) - place(one)) >= (size(value) + size(one)) / 2 + gap for one in kept):
            kept.append(value)
    return tuple(sorted(kept))


def _halving(values: Sequence[Fraction]) -> list[Fraction]:
    """Order values so that whoever stops early has them evenly: the middle, then the quarters."""
    found: list[Fraction] = []
    parts = [values] if values else []
    while parts:
        part = parts.pop(0)
        middle = len(part) // 2
        found.append(part[middle])
        parts += [half for half in (part[:middle], part[middle + 1 :]) if half]
    return found
