"""Places on the scales of a rule, and what is reached there."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol

from jixiao.dataclass import dataclass, field
from jixiao.model.evaluation import Status
from jixiao.scoring.indicator.evidence import Papers
from jixiao.scoring.indicator.quick.reached import Reached
from jixiao.scoring.scale.scale import Earned
from jixiao.scoring.scale.whole import Points, Whole, points_of

MAX_KEPT = 1_024
"""Most steps of one stretch, and most judgements of one rule, of which is kept what they reach."""
LongWay = Callable[[Papers, bool], Reached]
"""Goes the long way from what the papers say; told whether what it gives is kept for a single value."""


class Place(Protocol):
    """Where a value lies. `reached`: what every value there reaches, once that is known."""

    reached: Reached | None

    def reach(self, above: int, below: int, papers: Papers) -> Reached | None:
        """Give what a value reaches; None where the long way must be gone each time."""
        ...


@dataclass(slots=True)
class Level:
    """Values that all reach the same."""

    long_way: LongWay
    is_one_value: bool
    """Whether there is just one, or none (an exemption)."""
    reached: Reached | None = None

    def reach(self, above: int, below: int, papers: Papers) -> Reached:
        self.reached = self.long_way(papers, self.is_one_value)
        return self.reached


@dataclass(slots=True)
class Steps:
    """Values whose steps are counted; what is reached on, or between, two steps may have been met before."""

    long_way: LongWay
    counting: Points
    between: Place | None
    """What goes on between two steps; None where nothing but the whole steps counts."""
    reached: Reached | None = None
    kept: dict[int, Reached] = field(default_factory=dict)
    """On each step; between the step and the next, by its complement."""

    def reach(self, above: int, below: int, papers: Papers) -> Reached | None:
        step, over = self.counting(above, below)
        if over:
            if self.between is not None:
                return self.between.reach(above, below, papers)
            step = ~step
        reached = self.kept.get(step)
        if reached is None:
            reached = self.long_way(papers, not over)
            if len(self.kept) < MAX_KEPT:
                self.kept[step] = reached
        return reached


@dataclass(slots=True)
class Slope:
    """Values of which each reaches something else, calculated by every way to read the sentence."""

    points: tuple[Points, ...]
    full: tuple[int, int]
    """Full marks, as a whole number over another."""
    earned: Earned
    """What is earned by the first way, which tells it where all agree."""
    reached: Reached | None = None

    def reach(self, above: int, below: int, papers: Papers) -> Reached:
        number, per = self.points[0](above, below)
        if len(self.points) > 1:
            points = [calculate(above, below) for calculate in self.points]
            if any(number * of != other * per for other, of in points):
                scores = [Fraction(*pair) for pair in points]
                return Reached(Status.OPEN, min(scores), max(scores), is_plain=False)
        score, (full, of) = Fraction(number, per), self.full
        if number * of == full * per:
            return Reached(Status.SCORED, score, score, earned=self.earned)
        lost = Fraction(full * per - number * of, of * per)
        return Reached(
            Status.SCORED, score, score, ((lost, self.earned.said.loss_clause),), earned=self.earned
        )


@dataclass(slots=True)
class Apart:
    """Values for which the long way must be gone each time."""

    reached: Reached | None = None

    def reach(self, above: int, below: int, papers: Papers) -> None:
        return None


def place_of(whole: Whole, full: Fraction, long_way: LongWay, *, rounds: bool) -> Place:
    """Give the place that a stretch is; `rounds`: whether scores are rounded."""
    if whole.grid is None and whole.is_stepped:
        return Level(long_way, whole.stretch.is_point)
    slope: Place = Apart()
    if not rounds and all(earned.least is None for earned in whole.ways):
        slope = Slope(tuple(map(points_of, whole.ways)), full.as_integer_ratio(), whole.stretch.what[0])
    if whole.grid is None:
        return slope
    return Steps(long_way, whole.grid.counting(), None if whole.is_stepped else slope)
