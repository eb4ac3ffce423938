"""What a row may score besides, since its figures are rounded: the same as `scoring/indicator/nearby`, in whole numbers.

How far figures may be off moves `above − bound × below` by a number that is known, so that it is known too whether a
bound lies among the values that printing allows. Where the score jumps there, what lies beyond it is possible as well.
Only for formulas of two straight sides; what slopes beyond a jump, and what is too fine, goes to the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor as floored, lcm

from jixiao.bulk.formula import Grains
from jixiao.bulk.program import Step
from jixiao.bulk.ratio import Ratio, held
from jixiao.bulk.scale import deciding, most_steps
from jixiao.bulk.sides import Crooked, Side, sides_of
from jixiao.bulk.whole import (
    FALSE,
    NOTHING,
    UNIT,
    Always,
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
from jixiao.curve.line import Line
from jixiao.curve.stretch import cuts_of
from jixiao.dataclass import dataclass, field
from jixiao.language.formula import Name
from jixiao.scoring.indicator.nearby import MAX_LOOSE, jumps
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.scale.term import calculated
from jixiao.scoring.scale.whole import Whole as OnStretch, whole_stretches

Loose = Mapping[str, Fraction | None]
"""Of each item whose figures may be rounded, how far they may be off at most, in units of its column; None where each
row says so itself, in halves of a unit, in the column `loose_name`."""
MOST_STEPS = 250
"""Most steps from an origin told apart where nothing holds the points; a row with more goes to the engine."""


def loose_name(item: str) -> str:
    """Name the column that says by how many halves of a unit a figure may be off."""
    return f"{item}.loose"


@dataclass(slots=True)
class Near:
    """What is possible besides, each with where it is; and where only the engine can say.

    `name`: how the steps on the way begin.
    """

    name: str
    steps: list[Step] = field(default_factory=list)
    besides: list[tuple[Truth, Ratio, Ratio]] = field(default_factory=list)
    """Where, and from where to where the points lie there."""
    engine: Truth = FALSE

    def kept(self, whole: Whole) -> Whole:
        """Work something out once."""
        if isinstance(whole, Const | Column):
            return whole
        name = f"{self.name}.near{len(self.steps)}"
        self.steps.append(Step(name, whole))
        return Column(name)

    def kept_truth(self, truth: Truth) -> Truth:
        """Work out once whether something is true."""
        return truth if isinstance(truth, Always) else same(self.kept(choose(truth, UNIT, NOTHING)), UNIT)

    def kept_ratio(self, ratio: Ratio) -> Ratio:
        """Work out both sides once."""
        return Ratio(self.kept(ratio.above), self.kept(ratio.below))

    def or_engine(self, when: Truth) -> None:
        """Let the engine look where something is true."""
        self.engine = some(self.engine, when)


def near(rule: Rule, grains: Grains, loose: Loose) -> Near | None:
    """Give what rows may score besides, before it is rounded; None where that can't be said."""
    tree = rule.formula
    if tree is None or isinstance(tree, Name) or not any(name in loose for name in rule.operands):
        return Near(rule.indicator.id)
    try:
        above, below = sides_of(tree, grains)
    except Crooked:
        return None
    return _Nearness(rule, above, below, loose).found()


class _Nearness:
    """The bounds of one rule, and the values that printing allows."""

    def __init__(self, rule: Rule, above: Side, below: Side, loose: Loose) -> None:
        self._rule, self._above, self._below, self._loose = rule, above, below, loose
        self._scales = [way.terms[0].scale for way in rule.meaning.ways]
        self._row = whole_stretches(self._scales)
        self._near = Near(rule.indicator.id)
        self._bends = any(_slopes(one) for one in self._row)
        self._rounded = [self._off_of(name) for name in rule.wanted if name in loose]
        self._passed: dict[bool, list[Truth]] = {True: [], False: []}
        """Upwards and downwards, where an end is passed."""
        self._jumped: dict[bool, list[Truth]] = {True: [], False: []}
        """Upwards and downwards, where the score jumps."""

    def found(self) -> Near:
        rounded = self._rounded
        self._near.or_engine(self._no_value(rounded))
        for one in self._row:
            self._steps(one)
        self._ends()
        if self._bends:  # what lies beyond a further end may slope
            for upwards, jumped in self._jumped.items():
                ends = self._passed[upwards]
                self._near.or_engine(some(*(every(one, end) for one in jumped for end in ends if one != end)))
        too_many: Truth = FALSE
        if len(rounded) > MAX_LOOSE:
            count = plus(*(choose(less(NOTHING, one), Const(1), NOTHING) for one in rounded))
            too_many = less(Const(MAX_LOOSE), count)
        few, near = negation(too_many), self._near
        near.besides = [(every(few, when), low, high) for when, low, high in near.besides]
        near.engine = every(few, near.engine)
        return near

    def _off_of(self, name: str) -> Whole:
        """Give by how many halves of a unit a figure may be off."""
        if name not in self._loose:
            return NOTHING
        off = self._loose[name]
        return Column(loose_name(name)) if off is None else Const(int(2 * off))

    def _off(self, side: Side, factor: int) -> Whole:
        """Give by how many halves so many times a side may be off."""
        parts = (times(Const(int(abs(one) * factor)), self._off_of(name)) for name, one in side.of.items())
        return plus(*parts)

    def _no_value(self, rounded: Sequence[Whole]) -> Truth:
        """Where the divisor may be nothing, or lies below it."""
        if self._below.known is not None:
            return FALSE
        factor = self._below.denominators
        twice = times(Const(2), self._below.whole(factor))
        return every(less(NOTHING, plus(*rounded)), less(twice, self._off(self._below, factor), equal=True))

    # ── Ends of stretches ────────────────────────────────────────────────────────────────────────

    def _ends(self) -> None:
        cuts = cuts_of([one.stretch for one in self._row])
        for cut in cuts:
            beside = self._beside(cut, cuts)
            side = self._above + self._below.by(-cut)
            factor = side.denominators
            number = self._near.kept(times(Const(2), side.whole(factor)))
            off = self._near.kept(self._off(side, factor))
            jump = any(jumps(scale, cut, cut - beside, cut + beside) for scale in self._scales)
            for upwards, passed, there in (
                (True, every(less(number, NOTHING), less(times(Const(-1), off), number)), cut + beside),
                (False, every(less(NOTHING, number), less(number, off)), cut - beside),
            ):
                self._passed[upwards].append(passed)
                if jump:
                    self._jumped[upwards].append(passed)
                    self._beyond(passed, there)

    def _beside(self, cut: Fraction, cuts: Sequence[Fraction]) -> Fraction:
        """Give how far beside a bound a value lies before anything else changes."""
        gaps = [abs(cut - other) for other in cuts if other != cut]
        for one in self._row:
            for grid in one.grids:
                step = abs(grid.step)
                left = (cut - grid.origin) % step
                gaps += [step - left, left or step]
        return min(gaps, default=Fraction(1)) / 2

    def _beyond(self, when: Truth, value: Fraction) -> None:
        """Let what a value beside a bound earns be possible, where that is so much whatever else it is."""
        one = next(one for one in self._row if not one.stretch.ends_before(value))
        if _slopes(one):
            self._near.or_engine(when)
            return
        for earned in deciding(one.ways):
            self._add(when, *_points_at(earned, value))

    def _add(self, when: Truth, low: Ratio, high: Ratio) -> None:
        if when != FALSE:
            self._near.besides.append((when, low, high))

    # ── Steps ────────────────────────────────────────────────────────────────────────────────────

    def _steps(self, one: OnStretch) -> None:
        for grid in one.grids:
            stairs = [
                earned
                for earned in one.ways
                if isinstance(stair := earned.earns, Stair)
                and (stair.origin, stair.step) == (grid.origin, grid.step)
            ]
            self._on_grid(one, grid.origin, abs(grid.step), stairs)

    def _on_grid(self, one: OnStretch, origin: Fraction, step: Fraction, stairs: Sequence[Earned]) -> None:
        """Look at the next step either way, and send what may lie beyond the second one to the engine."""
        apart, size = self._above + self._below.by(-origin), self._below.by(step)
        factor = lcm(apart.denominators, size.denominators)
        kept = self._near.kept
        number, whole = kept(apart.whole(factor)), kept(size.whole(factor))
        within = self._within(stairs)
        steps = kept(floor(number, whole, within))
        on_step = same(rest(number, whole), NOTHING)
        first, last = _lines_inside(one, origin, step)

        def off(line: Whole) -> Whole:
            return plus(*(self._off_at(name, apart, size, factor, line) for name in {**apart.of, **size.of}))

        def passes(line: Whole, sign: int) -> Truth:
            """Whether a line on one side of the value lies among what it may be, and on the stretch."""
            distance = times(Const(2 * sign), minus(times(whole, line), number))
            return every(less(distance, off(line)), *_between(line, first, last))

        up = kept(_at_least(plus(steps, UNIT), first))
        down = kept(_at_most(minus(steps, choose(on_step, UNIT, NOTHING)), last))
        if within == MOST_STEPS:
            loose = less(NOTHING, plus(*self._rounded))
            self._near.or_engine(every(loose, negation(_held_back(steps, within))))
        for line, further in ((up, 1), (down, -1)):
            before = kept(minus(line, UNIT))
            near_side, far_side = (before, line) if further > 0 else (line, before)
            jump = some(*(self._jumps(earned, near_side, far_side) for earned in stairs))
            when = self._near.kept_truth(every(passes(line, further), jump))
            second = kept(plus(line, Const(further)))
            self._near.or_engine(every(passes(second, further), _told_apart(second, within)))
            self._jumped[further > 0].append(when)
            if _slopes(one) or len(one.grids) > 1:
                self._near.or_engine(when)
                continue
            for earned in deciding(one.ways):
                if earned in stairs:
                    self._add(when, *self._on_interval(earned, far_side))
                elif isinstance(earned.earns, Line):
                    self._add(when, *_points_at(earned, origin))

    def _within(self, stairs: Sequence[Earned]) -> int:
        """Give how many steps are told apart."""
        most = [most_steps(earned, earned.earns) for earned in stairs if isinstance(earned.earns, Stair)]
        return MOST_STEPS if None in most else max(one for one in most if one is not None) + 3

    def _off_at(self, name: str, apart: Side, size: Side, factor: int, line: Whole) -> Whole:
        """Give by how many halves an item moves the distance from a line."""
        one = Const(int(apart.of.get(name, Fraction(0)) * factor))
        by = Const(int(size.of.get(name, Fraction(0)) * factor))
        moves = minus(one, times(by, line))
        amount = choose(less(moves, NOTHING), times(Const(-1), moves), moves)
        return times(amount, self._off_of(name))

    def _jumps(self, earned: Earned, near_side: Whole, far_side: Whole) -> Truth:
        one, other = self._on_interval(earned, near_side), self._on_interval(earned, far_side)
        return some(*(negation(a.equals(b)) for a, b in zip(one, other, strict=True)))

    def _on_interval(self, earned: Earned, interval: Whole) -> tuple[Ratio, Ratio]:
        """Give the points between a line and the next, the lowest and the highest."""
        high = _on_stair(earned, earned.earns, interval)
        low = high if earned.least is None else _on_stair(earned, earned.least, interval)
        return low, high


def _on_stair(earned: Earned, earns: object, interval: Whole) -> Ratio:
    """Give the points on the values strictly between two steps, counted upwards from the origin."""
    if isinstance(earns, Line):
        return held(Ratio.of(earns.intercept), None if earned.unheld else earned.floor, earned.cap)
    assert isinstance(earns, Stair)
    count = interval if earns.step > 0 else minus(Const(-1), interval)
    if earns.begun:
        count = plus(count, Const(1))
    points = Ratio.of(earns.start) - Ratio.of(earns.each) * Ratio(count)
    return held(points, None if earned.unheld else earned.floor, earned.cap)


def _points_at(earned: Earned, value: Fraction) -> tuple[Ratio, Ratio]:
    """Give the points at a value, the lowest and the highest."""
    high = earned.hold(calculated(earned, value))
    low = high if earned.least is None else earned.hold(earned.least.at(value))
    return Ratio.of(low), Ratio.of(high)


def _slopes(one: OnStretch) -> bool:
    """Whether some way that decides earns by a line that is not level."""
    lines = (line for earned in deciding(one.ways) for line in (earned.earns, earned.least))
    return any(isinstance(line, Line) and line.slope for line in lines)


def _lines_inside(one: OnStretch, origin: Fraction, step: Fraction) -> tuple[int | None, int | None]:
    """Give the first and the last line of steps within a stretch, its ends left out; None where it has no end."""
    low, high = one.stretch.low, one.stretch.high
    first = None if low is None else floored((low - origin) / step) + 1
    last = None if high is None else -floored((origin - high) / step) - 1
    return first, last


def _between(line: Whole, first: int | None, last: int | None) -> Iterator[Truth]:
    if first is not None:
        yield less(Const(first), line, equal=True)
    if last is not None:
        yield less(line, Const(last), equal=True)


def _at_least(line: Whole, first: int | None) -> Whole:
    return line if first is None else choose(less(line, Const(first)), Const(first), line)


def _at_most(line: Whole, last: int | None) -> Whole:
    return line if last is None else choose(less(Const(last), line), Const(last), line)


def _told_apart(line: Whole, within: int) -> Truth:
    """Whether a line is one of those at which points still move."""
    return every(less(line, Const(within), equal=True), less(Const(-within), line, equal=True))


def _held_back(steps: Whole, within: int) -> Truth:
    """Whether steps were not held within what is told apart."""
    return every(less(steps, Const(within)), less(Const(-within), steps))
