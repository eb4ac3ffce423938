"""The lowest and the highest score over several ways to read a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

from jixiao.curve.piece import between, inside
from jixiao.curve.stretch import Curve, Line, Stretch


def hull_of(curves: Sequence[Curve]) -> Curve | None:
    """Give one curve with the lowest and highest score of all; None where there is none."""
    if len(curves) < 2:
        return replace(curves[0], reading="") if curves else None
    cuts = sorted({
        end for curve in curves for one in curve.stretches for end in (one.start, one.end) if end is not None
    })  # fmt: skip
    found: list[Stretch] = []
    walks = [_Walk(curve.stretches) for curve in curves]
    for start, end in between(cuts) if cuts else [(None, None)]:
        point = start is not None and start == end
        value = start if point and start is not None else inside(start, end)
        here = [stretch for walk in walks if (stretch := walk.at(value)) is not None]
        if here:
            found.extend(_spanned(start, end, here, point=point))
    return Curve("", tuple(joined_stretches(found)), all(curve.straight for curve in curves))


class _Walk:
    """The stretches of a curve, walked through from low values to high ones."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self._stretches = stretches
        self._place = 0

    def at(self, value: Fraction) -> Stretch | None:
        """Give the stretch a value lies on; values must not go down."""
        while self._place < len(self._stretches):
            stretch = self._stretches[self._place]
            if stretch.contains(value):
                return stretch
            if stretch.end is None or stretch.end > value:
                return None
            self._place += 1
        return None


def _spanned(
    start: Fraction | None, end: Fraction | None, here: Sequence[Stretch], *, point: bool
) -> Iterator[Stretch]:
    """Yield the span of some lines over one stretch, cut where they cross."""
    if point and start is not None:
        lowest, highest = min(one.low.at(start) for one in here), max(one.high.at(start) for one in here)
        yield Stretch(start, end, True, True, Line(lowest), Line(highest))
        return
    lines = {line for one in here for line in (one.low, one.high)}
    crossings = sorted({cross for one, other in combinations(lines, 2) if (cross := _crossing(one, other)) is not None
                        and (start is None or cross > start) and (end is None or cross < end)})  # fmt: skip
    for left, right in pairwise([start, *crossings, end]):
        value = inside(left, right)
        low = min((one.low for one in here), key=lambda line: line.at(value))
        high = max((one.high for one in here), key=lambda line: line.at(value))
        yield Stretch(left, right, False, right is not None and right != end, low, high)


def _crossing(one: Line, other: Line) -> Fraction | None:
    if one.slope == other.slope:
        return None
    return (other.intercept - one.intercept) / (one.slope - other.slope)


def joined_stretches(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join neighbours that are the same lines, a single value to the line it lies on."""
    result: list[Stretch] = []
    for stretch in stretches:
        last = result[-1] if result else None
        if last is None or last.end is None or last.end != stretch.start:
            result.append(stretch)
        elif (last.low, last.high) == (stretch.low, stretch.high) or _lies_on(stretch, last):
            result[-1] = replace(last, end=stretch.end, end_included=stretch.end_included)
        elif _lies_on(last, stretch):
            result[-1] = replace(stretch, start=last.start, start_included=True)
        else:
            result.append(stretch)
    return result


def _lies_on(point: Stretch, other: Stretch) -> bool:
    value = point.start
    if not point.is_point or value is None:
        return False
    return (point.low.at(value), point.high.at(value)) == (other.low.at(value), other.high.at(value))
