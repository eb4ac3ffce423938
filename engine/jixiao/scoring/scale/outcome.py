"""What a standard makes of one value or rating: points, and each loss with its clause."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.dataclass import dataclass, field, replace
from jixiao.model.evaluation import Beyond
from jixiao.model.part import Part
from jixiao.model.told import Words


@dataclass(slots=True)
class Loss:
    """Points lost by one clause; `reason` says how, without naming the points lost. Negative ones are gained.

    Like an Outcome never changed once it is made.
    """

    points: Fraction
    clause: str
    reason: Words
    input: str | None = None
    """Of which of several small rules, by the name of its input; None where the sentence is one rule."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An input of which too little is said for one score: what would tell it, and how many points hang on it."""

    missing: tuple[str, ...]
    points: Fraction
    reason: Words
    asks: str = ""
    """What a rating would have to say besides."""
    decides: bool = False
    """Whether it may be the score whatever else there is."""


@dataclass(slots=True)
class Outcome:
    """Lowest and highest score, and the losses that lead from full marks to the highest.

    Never changed once it is made; not frozen, since a table makes so many of them.

    INVARIANT: full marks − Σ losses = high.
    """

    low: Fraction
    high: Fraction
    losses: tuple[Loss, ...] = ()
    note: Words = ""
    """How the score came about, also where nothing is lost."""
    parts: tuple[Part, ...] = field(default=(), compare=False)
    """What of the sentence it reached."""
    decided: bool = field(default=False, compare=False)
    """Whether it stands whatever else there is."""
    beyond: Beyond | None = None
    """What is taken off the total besides (扣完后从总分中扣)."""
    unsaid: tuple[Unsaid, ...] = ()
    """What keeps a sentence of several small rules from one score."""

    @property
    def exact(self) -> bool:
        """Whether there is just one score."""
        return self.low is self.high or self.low == self.high

    def within(self, floor: Fraction | None, cap: Fraction) -> Outcome:
        """Give the same outcome held between floor, if there is one, and cap; losses are changed to fit, the last ones first."""
        least = self.low if floor is None else floor
        if least <= self.low and self.high <= cap:
            return self
        low, high = min(max(self.low, least), cap), min(max(self.high, least), cap)
        return replace(self, low=low, high=high, losses=fitted(self.losses, high - self.high))

    def spilling(self, floor: Fraction, clause: str) -> Outcome:
        """Give the same outcome with what lies below the floor taken off the total, by a clause."""
        if floor <= self.low or self.decided:
            return self
        return replace(self, beyond=Beyond(clause, floor - self.low, max(floor - self.high, ZERO)))


def fitted(losses: Sequence[Loss], more: Fraction) -> tuple[Loss, ...]:
    """Give losses that come to so much less (or, negative, more): the last are cut first, none past nothing.

    What was gained and is cut whole is left out.
    """
    return tuple(
        replace(loss, points=loss.points - cut) if cut else loss
        for loss, cut in cut_of(losses, more)
        if loss.points > 0 or cut != loss.points
    )


def cut_of(losses: Sequence[Loss], more: Fraction) -> list[tuple[Loss, Fraction]]:
    """Give each loss with what is cut of it so that all come to so much less, the last ones first."""
    cuts = []
    for loss in reversed(losses):
        cut = min(max(loss.points, ZERO), more) if more > 0 else max(min(loss.points, ZERO), more)
        more -= cut
        cuts.append((loss, cut))
    return cuts[::-1]


def earned(full: Fraction, points: Fraction, clause: str, reason: Words, part: Part | None = None) -> Outcome:
    """Give the outcome of earning so many of the full marks by a clause, or one side of it."""
    losses = (Loss(full - points, clause, reason),) if points != full else ()
    parts = (part,) if part is not None else (Part(clause),) if clause else ()
    return Outcome(points, points, losses, reason, parts)
