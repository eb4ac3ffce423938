"""What a standard makes of one value: points, and each loss with its clause."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from jixiao.model.part import Part


@dataclass(frozen=True, slots=True)
class Loss:
    """Points lost by one clause; `reason` says how, without naming the points lost.

    Points are negative only where something is gained: by rounding, or beyond full marks before
    the outcome is held there.
    """

    points: Fraction
    clause: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Lowest and highest score, and the losses that lead from full marks to the highest.

    INVARIANT: full marks − Σ losses = high.
    """

    low: Fraction
    high: Fraction
    losses: tuple[Loss, ...] = ()
    note: str = ""
    """How the score came about, also where nothing is lost."""
    parts: tuple[Part, ...] = field(default=(), compare=False)
    """What of the sentence it came by."""

    @property
    def exact(self) -> bool:
        """Whether there is just one score."""
        return self.low == self.high

    def within(self, floor: Fraction, full: Fraction) -> Outcome:
        """Give the same outcome held between floor and full marks, losses cut to fit from the last.

        What was gained beyond full marks (a negative loss) and is cut whole is no loss, and left out.
        """
        if floor <= self.low and self.high <= full:
            return self
        low, high = min(max(self.low, floor), full), min(max(self.high, floor), full)
        surplus = high - self.high
        losses = []
        for loss in reversed(self.losses):
            cut = _cut(loss.points, surplus)
            surplus -= cut
            if loss.points > 0 or cut != loss.points:
                losses.append(replace(loss, points=loss.points - cut) if cut else loss)
        return replace(self, low=low, high=high, losses=tuple(reversed(losses)))


def _cut(points: Fraction, surplus: Fraction) -> Fraction:
    """Give what of a loss is taken back for a surplus: of lost points, or where it is negative, of gained ones."""
    nothing = Fraction(0)
    return min(surplus, max(points, nothing)) if surplus > 0 else max(surplus, min(points, nothing))


def earned(full: Fraction, points: Fraction, clause: str, reason: str, part: Part | None = None) -> Outcome:
    """Give the outcome of earning so many of the full marks by a clause, or one side of it."""
    losses = (Loss(full - points, clause, reason),) if points != full else ()
    parts = (part,) if part is not None else (Part(clause),) if clause else ()
    return Outcome(points, points, losses, reason, parts)
