"""A second, plain implementation of scoring sentences, to compare the engine with.

Written from what forms say (shared standards/forms.md) and DESIGN §5, not from the engine, of
which nothing is imported. A sentence is described here by what it means; `wording` writes it
down, the engine reads it back, and both must give the same score for any value.

Numbers are fractions in base units: 10% is 1/10, 3万元 is 30000.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

Span = tuple[Fraction, Fraction]
"""The lowest and the highest score."""

READINGS = {
    "不足一步": ("不计", "按比例", "按一步"),
    "边界归属": ("高分", "低分"),
    "百分比步长": ("百分点", "相对"),
    "以上以下含本数": ("是", "否"),
}
FAR, NEAR = Fraction(10**12), Fraction(1, 10**15)
"""Further out, and nearer, than any number of a sentence."""
USUAL = {"百分比步长": "百分点", "以上以下含本数": "是"}
"""How a sentence is read where 口径 is silent; the two others then give every reading."""


# ── Steps ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Side:
    """每超过 step 扣 points: `percent` where the step was written with a percent sign.

    `adds` where each step adds so many points instead: 每增加1%加0.5分.
    """

    step: Fraction
    points: Fraction
    percent: bool
    adds: bool = False


@dataclass(frozen=True)
class Steps:
    """Full marks at the limit, and on whichever side costs nothing.

    `base` where a 基本分 is earned there instead, which steps add to, up to full marks.
    """

    points: Fraction
    limit: Fraction
    over: Side | None
    under: Side | None
    base: Fraction | None = None

    @property
    def start(self) -> Fraction:
        return self.points if self.base is None else self.base

    def score(self, value: Fraction, reading: dict[str, str]) -> Span:
        if value > self.limit and self.over:
            side, beyond = self.over, value - self.limit
        elif value < self.limit and self.under:
            side, beyond = self.under, self.limit - value
        else:
            return self.start, self.start
        step = side.step
        if side.percent and reading["百分比步长"] == "相对" and self.limit != 0:
            step = side.step * abs(self.limit)
        steps = beyond / step
        if reading["不足一步"] == "不计":
            steps = Fraction(math.floor(steps))
        if reading["不足一步"] == "按一步":
            steps = Fraction(math.ceil(steps))
        gained = steps * side.points if side.adds else -steps * side.points
        score = min(max(self.start + gained, Fraction(0)), self.points)
        return score, score

    def turns(self) -> list[Fraction]:
        """Give the values between which the score only rises or only falls."""
        return [self.limit]


# ── Bands ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Edge:
    """One end of a band, and with what right the band has the number itself.

    outright: （含）≥ ≤ 不超过 …; statute: 以上 以下 以内; unmarked: an end of a-b; no: excluded.
    """

    at: Fraction
    right: str

    def strength(self, reading: dict[str, str]) -> int:
        if self.right == "statute":
            return 1 if reading["以上以下含本数"] == "是" else 0
        return {"outright": 2, "unmarked": 1, "no": 0}[self.right]


@dataclass(frozen=True)
class Band:
    """From low to high, either absent; a single number where both ends are the same."""

    low: Edge | None
    high: Edge | None
    points: Fraction

    def strength(self, value: Fraction, reading: dict[str, str]) -> int:
        """Give 0 where the value is outside, 1 where it is had weakly, 2 where it is had outright."""
        if self.low and value < self.low.at:
            return 0
        if self.high and value > self.high.at:
            return 0
        strength = 2
        if self.low and value == self.low.at:
            strength = min(strength, self.low.strength(reading))
        if self.high and value == self.high.at:
            strength = min(strength, self.high.strength(reading))
        return strength


@dataclass(frozen=True)
class Bands:
    """Bands that share no more than their ends; `rest` is what 否则 earns."""

    points: Fraction
    bands: tuple[Band, ...]
    rest: Fraction | None = None

    def score(self, value: Fraction, reading: dict[str, str]) -> Span:
        strongest = max(band.strength(value, reading) for band in self.bands)
        if strongest > 0:
            rivals = [band.points for band in self.bands if band.strength(value, reading) == strongest]
            score = min(rivals) if reading["边界归属"] == "低分" else max(rivals)
            return score, score
        if self.rest is not None:
            return self.rest, self.rest
        beside = self._beside(value, reading)
        return min(beside), max(beside)

    def _beside(self, value: Fraction, reading: dict[str, str]) -> list[Fraction]:
        """Give what lies on either side of a number that no band has: nothing beyond the last.

        Where several bands end at the same number (=90%, 80-90%), the one that has it counts.
        """
        below = [(band.high.at, band) for band in self.bands if band.high and band.high.at <= value]
        above = [(band.low.at, band) for band in self.bands if band.low and band.low.at >= value]
        found = [] if below and above else [Fraction(0)]
        for side, nearest in ((below, max), (above, min)):
            if side:
                end = nearest(place for place, _ in side)
                ending = [band for place, band in side if place == end]
                strongest = max(band.strength(end, reading) for band in ending)
                found += [band.points for band in ending if band.strength(end, reading) == strongest]
        return found

    def turns(self) -> list[Fraction]:
        """Give the values between which the score stays the same."""
        return [edge.at for band in self.bands for edge in (band.low, band.high) if edge]


@dataclass(frozen=True)
class Cascade:
    """90%以上得5分；80%以上得3分: the tightest threshold that is reached decides.

    `upward` where more is better. Below the last one `rest`, or a range where that is not said.
    """

    points: Fraction
    upward: bool
    thresholds: tuple[tuple[Edge, Fraction], ...]
    """Tightest first."""
    rest: Fraction | None = None

    def score(self, value: Fraction, reading: dict[str, str]) -> Span:
        for edge, points in self.thresholds:
            beyond = value > edge.at if self.upward else value < edge.at
            if beyond or (value == edge.at and edge.strength(reading) > 0):
                return points, points
        if self.rest is not None:
            return self.rest, self.rest
        return Fraction(0), self.thresholds[-1][1]

    def turns(self) -> list[Fraction]:
        """Give the values between which the score stays the same."""
        return [edge.at for edge, _ in self.thresholds]


# ── Proportion ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Proportion:
    """score = start + slope × value, never below zero, never above full marks; a constant without a slope.

    `squared` where it is the square of the value that counts.
    """

    points: Fraction
    start: Fraction
    slope: Fraction
    squared: bool = False

    def score(self, value: Fraction, reading: dict[str, str]) -> Span:
        counted = value * value if self.squared else value
        score = max(Fraction(0), min(self.points, self.start + self.slope * counted))
        return score, score

    def turns(self) -> list[Fraction]:
        """Give the values between which the score only rises or only falls."""
        return [Fraction(0)]


# ── What an assessor finds ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Checklist:
    """Points of each item; the value is which are met, counted from 1."""

    points: Fraction
    items: tuple[Fraction, ...]

    def score(self, met: frozenset[int], reading: dict[str, str]) -> Span:
        score = sum((points for number, points in enumerate(self.items, 1) if number in met), Fraction(0))
        return score, score

    def bounds(self) -> Span:
        return Fraction(0), self.points


@dataclass(frozen=True)
class Breaches:
    """Each case found costs so much; the value is how many. `what` is counted: 发现一例."""

    points: Fraction
    each: Fraction
    what: str

    def score(self, count: int, reading: dict[str, str]) -> Span:
        score = max(self.points - count * self.each, Fraction(0))
        return score, score

    def bounds(self) -> Span:
        return Fraction(0), self.points


@dataclass(frozen=True)
class Levels:
    """Points of each level by name; the value is the level's name."""

    points: Fraction
    levels: tuple[tuple[str, Fraction], ...]

    def score(self, name: str, reading: dict[str, str]) -> Span:
        score = dict(self.levels)[name]
        return score, score

    def bounds(self) -> Span:
        return min(points for _, points in self.levels), max(points for _, points in self.levels)


@dataclass(frozen=True)
class Shares:
    """Levels that leave a range of the points: name, highest share, lowest share."""

    points: Fraction
    levels: tuple[tuple[str, Fraction, Fraction], ...]

    def score(self, name: str, reading: dict[str, str]) -> Span:
        high, low = next((high, low) for level, high, low in self.levels if level == name)
        return low * self.points, high * self.points

    def bounds(self) -> Span:
        return (
            min(low for _, _, low in self.levels) * self.points,
            max(high for _, high, _ in self.levels) * self.points,
        )


# ── Around any form ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Guard:
    """低于60%不得分: `below` where it is the low values that earn nothing."""

    edge: Edge
    below: bool

    def strikes(self, value: Fraction, reading: dict[str, str]) -> bool:
        if value == self.edge.at:
            return self.edge.strength(reading) > 0
        return value < self.edge.at if self.below else value > self.edge.at


Form = Steps | Bands | Cascade | Proportion | Checklist | Breaches | Levels | Shares
At = Fraction | frozenset[int] | int | str
"""What is scored: a value, the items met, a count, or a level's name."""


@dataclass(frozen=True)
class Rule:
    """A sentence: its form, and the guard, the exempting fact and the floor around it."""

    form: Form
    guard: Guard | None = None
    fact: str = ""
    deducted: Fraction | None = None
    """扣完2分为止: no more than so many points are ever deducted."""
    unit: str = "%"
    """What values are written in: % 天 万元 次, or nothing for a plain ratio."""
    leaves_out: bool = False
    """Whether the exempting fact leaves the indicator out instead of earning full marks."""
    tail: str = ""
    """A clause that decides more than the indicator: 存在弄虚作假的，总分为0分."""

    @property
    def points(self) -> Fraction:
        return self.form.points

    @property
    def floor(self) -> Fraction:
        """Where deductions end: so far below what they are made from, which is the base where a bonus comes on top of it."""
        base = getattr(self.form, "base", None)
        start = self.points if base is None else base
        return Fraction(0) if self.deducted is None else max(start - self.deducted, Fraction(0))

    def score(self, at: At, reading: dict[str, str]) -> Span:
        """Score under one complete reading."""
        if self.guard and isinstance(at, Fraction) and self.guard.strikes(at, reading):
            return Fraction(0), Fraction(0)
        low, high = self.form.score(at, reading)  # type: ignore[arg-type]
        return max(low, self.floor), max(high, self.floor)

    def possible(self, at: At, given: dict[str, str]) -> set[Span]:
        """Give every score that the sentence allows under the 口径 that are given."""
        return {self.score(at, reading) for reading in completions(given)}

    def bounds(self, given: dict[str, str]) -> Span:
        """Give what is known where nothing is known but the sentence and the 口径 that are given."""
        low, high = self._extremes(given)
        return low, self.points if self.fact else high

    def _extremes(self, given: dict[str, str]) -> Span:
        if isinstance(self.form, Checklist | Breaches | Levels | Shares):
            low, high = self.form.bounds()
            return max(low, self.floor), max(high, self.floor)
        if isinstance(self.form, Proportion) and self.form.squared:
            return Fraction(
                0
            ) if self.guard else self.floor, self.points  # no more is known of a bent formula
        spans = [span for reading in completions(given) for span in self._at_the_turns(self.form, reading)]
        return min(low for low, _ in spans), max(high for _, high in spans)

    def _at_the_turns(
        self, form: Steps | Bands | Cascade | Proportion, reading: dict[str, str]
    ) -> list[Span]:
        """Give the scores at each turn, at what they come near to on either side of it, and far out."""
        turns = [*form.turns(), *([self.guard.edge.at] if self.guard else [])]
        spans = [self.score(value, reading) for value in (*turns, FAR, -FAR)]
        for turn in turns:
            for beside in (NEAR, -NEAR):
                one, other = (self.score(turn + beside * times, reading) for times in (1, 2))
                spans.append((2 * one[0] - other[0], 2 * one[1] - other[1]))
        return spans


def completions(given: dict[str, str]) -> list[dict[str, str]]:
    """Give every complete reading that agrees with the 口径 that are given."""
    silent = [name for name in READINGS if name not in given and name not in USUAL]
    return [
        {**USUAL, **given, **dict(zip(silent, values, strict=True))}
        for values in product(*(READINGS[name] for name in silent))
    ]
