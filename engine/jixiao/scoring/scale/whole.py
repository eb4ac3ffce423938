"""A scale on whole numbers: what a value n/d earns, without making a fraction of it.

Derived from the scales of all ways to read a sentence, once; the way by fractions (`Lowered.outcome`) is the other
side of its law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch, joined, side_by_side
from jixiao.dataclass import dataclass
from jixiao.scoring.scale.earning import Bent, Stair
from jixiao.scoring.scale.scale import Earned, Scale

Pair = tuple[int, int]
"""A whole number over one above 0; not in lowest terms."""
Points = Callable[[int, int], Pair]
"""The points at a value n/d."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Values that lie a whole number of steps from an origin."""

    origin: Fraction
    step: Fraction

    def counting(self) -> Points:
        """Give what tells the whole steps to a value, and whether anything (not 0) is left over."""
        origin, per = self.origin.as_integer_ratio()
        step, of = self.step.as_integer_ratio()
        times, less, size = of * per, of * origin, abs(step) * per
        if step < 0:
            times, less = -times, -less
        return lambda above, below: divmod(above * times - below * less, below * size)


@dataclass(frozen=True, slots=True)
class Whole:
    """A stretch on which no way to read the sentence changes, and what each of them gives there.

    `grid`: where steps are counted. `is_stepped`: whether nothing but the whole steps counts, and whether there is
    anything left over; without a grid, whether all of the stretch earns the same.
    """

    stretch: Stretch[tuple[Earned, ...]]
    grid: Grid | None
    is_stepped: bool

    @property
    def ways(self) -> tuple[Earned, ...]:
        """What the ways earn, each once."""
        return tuple({earned.essence: earned for earned in self.stretch.what}.values())

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Where the ways count steps, each once; those of the lowest points lie on the same."""
        stairs = (one.earns for one in self.stretch.what if isinstance(one.earns, Stair))
        return tuple({Grid(stair.origin, stair.step): None for stair in stairs})


def bends(scale: Scale) -> bool:
    """Whether a scale earns somewhere by a formula that is no straight line."""
    return any(isinstance(stretch.what.earns, Bent) for stretch in scale)


def whole_stretches(scales: Sequence[Scale]) -> tuple[Whole, ...]:
    """Give the stretches of all ways to read a sentence, none of which bends, in order."""
    row = joined(_side_by_side(scales), lambda last, here: last.what if last.what == here.what else None)
    return tuple(_whole(stretch) for stretch in row)


def _side_by_side(scales: Sequence[Scale]) -> Iterator[Stretch[tuple[Earned, ...]]]:
    for stretch in side_by_side(scales):
        yield stretch.holding(tuple(earned for earned in stretch.what if earned is not None))


def _whole(stretch: Stretch[tuple[Earned, ...]]) -> Whole:
    earnings = [earned.earns for earned in stretch.what]
    slopes = any(isinstance(earns, Line) and earns.slope for earns in earnings)
    grids = Whole(stretch, None, is_stepped=False).grids
    if len(grids) > 1:
        return Whole(stretch, None, is_stepped=False)
    return Whole(stretch, next(iter(grids), None), is_stepped=not slopes)


def points_of(earned: Earned) -> Points:
    """Give what calculates the highest points on whole numbers; INVARIANT: nothing bends."""
    match earned.earns:
        case Line() as line:
            return _held(earned, _on_line(line))
        case Stair() as stair:
            return _held(earned, _on_stair(stair))
    raise TypeError(earned.earns)


def _on_line(line: Line) -> Points:
    start, per = line.intercept.as_integer_ratio()
    slope, of = line.slope.as_integer_ratio()
    start, slope, per = start * of, slope * per, per * of
    return lambda above, below: (start * below + slope * above, per * below)


def _on_stair(stair: Stair) -> Points:
    start, per = stair.start.as_integer_ratio()
    each, of = stair.each.as_integer_ratio()
    start, each, per = start * of, each * per, per * of
    counting, begun = Grid(stair.origin, stair.step).counting(), stair.begun

    def points(above: int, below: int) -> Pair:
        count, over = counting(above, below)
        return start - each * (count + 1 if begun and over else count), per

    return points


def _held(earned: Earned, points: Points) -> Points:
    low, high = earned.floor, earned.cap
    if low is None or high is None:
        return points
    (least, of_least), (most, of_most) = low.as_integer_ratio(), high.as_integer_ratio()

    def held(above: int, below: int) -> Pair:
        number, per = points(above, below)
        if number * of_least < least * per:
            return least, of_least
        return (most, of_most) if number * of_most > most * per else (number, per)

    return held
