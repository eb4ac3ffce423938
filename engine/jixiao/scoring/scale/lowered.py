"""A sentence under one way to read it: its terms, what they score together, and as pieces."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.curve.line import ZERO
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass, replace
from jixiao.model.part import Part
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.pieces import pieces_of, raw_pieces
from jixiao.scoring.scale.readings import Chosen
from jixiao.scoring.scale.said import OWN, Count, Inputs, RatingError
from jixiao.scoring.scale.scale import falls_without_end
from jixiao.scoring.scale.term import Term

_UNFOUND = Count(ZERO)
"""What is taken of an input that nothing is said of: what is not named was not found."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """Terms that add up, held between floor and full marks, and which silent readings were chosen for it."""

    points: Fraction
    floor: Fraction | None
    """The lowest score; None where deductions go on without end."""
    terms: tuple[Term, ...]
    chosen: Chosen = ()
    spills: str = ""
    """The clause by which what lies below the floor is taken off the total."""

    @property
    def own(self) -> Term:
        """The term of the sentence's own input."""
        return self.terms[0]

    def outcome(self, inputs: Inputs) -> Outcome:
        """Score what is said of the inputs; raises RatingError where it does not fit."""
        outcome = self._summed([self._term_outcome(term, inputs) for term in self.terms])
        if any(part.runs for part in outcome.parts):
            return replace(outcome, parts=tuple(self._reached(part, outcome) for part in outcome.parts))
        return outcome

    def _term_outcome(self, term: Term, inputs: Inputs) -> Outcome:
        at = inputs.get(term.name)
        if at is None and term.name == OWN:
            raise RatingError("没有写要核算什么")
        return term.outcome(_UNFOUND if at is None else at)

    def _summed(self, outcomes: Sequence[Outcome]) -> Outcome:
        deciding = next((outcome for outcome in outcomes if outcome.decided), None)
        if deciding is not None:
            return deciding
        if len(outcomes) == 1:
            return self._held(outcomes[0])
        summed = Outcome(
            sum((outcome.low for outcome in outcomes), ZERO),
            sum((outcome.high for outcome in outcomes), ZERO),
            tuple(loss for outcome in outcomes for loss in outcome.losses),
            outcomes[0].note,
            tuple(part for outcome in outcomes for part in outcome.parts),
        )
        return self._held(summed)

    def _held(self, outcome: Outcome) -> Outcome:
        if self.spills and self.floor is not None:
            outcome = outcome.spilling(self.floor, self.spills)
        return outcome.within(self.floor, self.points)

    def _reached(self, part: Part, outcome: Outcome) -> Part:
        """Say of a part that runs whether this outcome is at its end."""
        if not part.runs:
            return part
        if part.runs == "down":
            return part.split()[self.floor is not None and outcome.high <= self.floor]
        return part.split()[outcome.high >= self.points]

    @property
    def essence(self) -> tuple[object, ...]:
        """What decides the score, without what is said of it."""
        return (self.points, self.floor, bool(self.spills), *(term.essence for term in self.terms))

    def pieces(self) -> Pieces:
        """Give the score as a function of the value or the count; empty where it is none, or not straight."""
        if len(self.terms) > 1 or not self.own.scale:
            return ()
        if falls_without_end(self.own.scale):
            return ()
        return pieces_of(self.own.scale, self.points, whole=self.own.whole)

    def raw_pieces(self) -> Pieces:
        """Give the pieces before they are held within full marks; empty where `pieces` are."""
        return raw_pieces(self.own.scale, self.points) if self.pieces() else ()

    def unheld_low(self) -> Fraction | None:
        """Give the lowest points over all that may be said before the floor holds them; None where they have no end."""
        lows = [term.extremes(None, self.points)[0] for term in self.terms]
        return None if None in lows else sum((low for low in lows if low is not None), ZERO)

    def extremes(self) -> tuple[Fraction | None, Fraction]:
        """Give the lowest and the highest score over all that may be said; no lowest where deductions go on without end."""
        room = None if self.floor is None else self.floor - self.points
        ends = [term.extremes(self.floor if term.name == OWN else room, self.points) for term in self.terms]
        lows, high = [low for low, _ in ends], sum((high for _, high in ends), ZERO)
        low = None if None in lows else sum((low for low in lows if low is not None), ZERO)
        if any(not term.scale for term in self.terms):
            high = min(high, self.points)
            low = low if low is None or self.floor is None else max(low, self.floor)
        return low, high
