"""A sentence under one way to read it: its terms, what they score together, and as pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby

from jixiao.curve.line import ZERO
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass, replace
from jixiao.model.part import Part
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.named import every_way
from jixiao.scoring.scale.outcome import Loss, Outcome, fitted
from jixiao.scoring.scale.pieces import pieces_of, raw_pieces
from jixiao.scoring.scale.readings import Chosen
from jixiao.scoring.scale.said import OWN, Inputs, RatingError
from jixiao.scoring.scale.scale import falls_without_end
from jixiao.scoring.scale.term import Section, Term


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
        """The term of the sentence's own input, or the first."""
        return self.terms[0]

    def outcome(self, inputs: Inputs) -> Outcome:
        """Score what is said of the inputs; raises RatingError where it does not fit.

        What is said without a name may be meant of several inputs: then the score is a range over them.
        """
        if self._single:
            return self._marked(self._term_outcome(self.own, inputs))
        outcomes = [self._marked(self._summed(way)) for way in every_way(self.terms, inputs)]
        best = max(outcomes, key=lambda outcome: outcome.high)
        low = min(outcome.low for outcome in outcomes)
        if low == best.low:
            return best
        return replace(best, low=low, note=Filled(Message.WHICH_COUNTED))

    @property
    def _single(self) -> bool:
        return len(self.terms) == 1 and self.own.name == OWN

    def _marked(self, outcome: Outcome) -> Outcome:
        if any(part.runs for part in outcome.parts):
            return replace(outcome, parts=tuple(self._reached(part, outcome) for part in outcome.parts))
        return outcome

    def _term_outcome(self, term: Term, inputs: Inputs) -> Outcome:
        at = inputs.get(term.name, term.unsaid)
        if at is None:
            what = f"“{term.name}”" if term.name else "要核算什么"
            raise RatingError(f"没有写{what}")
        outcome = term.outcome(at)
        if not self._single:
            return outcome
        if outcome.decided:
            return outcome
        if self.spills and self.floor is not None:
            outcome = outcome.spilling(self.floor, self.spills)
        return outcome.within(self.floor, self.points)

    def _summed(self, inputs: Inputs) -> Outcome:
        outcomes = [(term, self._term_outcome(term, inputs)) for term in self.terms]
        for term, outcome in outcomes:
            if outcome.decided:
                return self._decided(term, outcome)
        sections = groupby(outcomes, key=lambda pair: pair[0].section)
        held = [self._section(section, (one for _, one in group)) for section, group in sections]
        whole = _added(held)
        if self.spills and self.floor is not None:
            whole = whole.spilling(self.floor, self.spills)
        low, high = (self._between(end) for end in (whole.low, whole.high))
        lost = sum((loss.points for loss in whole.losses), ZERO)
        return replace(whole, low=low, high=high, losses=fitted(whole.losses, lost - (self.points - high)))

    def _section(self, section: Section | None, outcomes: Iterable[Outcome]) -> Outcome:
        added = _added(outcomes)
        return added if section is None else added.within(self._floor_of(section), section.cap)

    def _between(self, points: Fraction) -> Fraction:
        return min(points if self.floor is None else max(points, self.floor), self.points)

    def _floor_of(self, section: Section) -> Fraction | None:
        """Give where the points of a section end: not with its own floor, where what lies below that of the whole counts."""
        goes_on = bool(self.spills) or self.floor is None or self.floor < 0
        return None if goes_on and section.cap >= self.points else section.floor

    def _decided(self, term: Term, outcome: Outcome) -> Outcome:
        """Give an outcome that stands whatever else there is, with its loss of the full marks."""
        if outcome.high == self.points:
            return replace(outcome, losses=())
        reason = outcome.losses[0].reason if outcome.losses else outcome.note
        return replace(outcome, losses=(Loss(self.points - outcome.high, term.clause, reason),))

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
        if not self._single or not self.own.scale or falls_without_end(self.own.scale):
            return ()
        return pieces_of(self.own.scale, self.points, whole=self.own.whole)

    def raw_pieces(self) -> Pieces:
        """Give the pieces before they are held within full marks; empty where `pieces` are."""
        return raw_pieces(self.own.scale, self.points) if self.pieces() else ()

    def unheld_low(self) -> Fraction | None:
        """Give the lowest points over all that may be said before the floor holds them; None where they have no end."""
        return self.own.extremes(None, self.points)[0] if self._single else self._sum_of_extremes()[0]

    def extremes(self) -> tuple[Fraction | None, Fraction]:
        """Give the lowest and the highest score over all that may be said; no lowest where deductions go on without end."""
        if self._single:
            low, high = self.own.extremes(self.floor, self.points)
            return (low if low is None or self.own.scale else self._between(low)), min(high, self.points)
        decided = [end for term in self.terms for end in _decided_ends(term)]
        low, high = self._sum_of_extremes()
        return None if low is None else min(self._between(low), *decided, self.points), min(high, self.points)

    def _sum_of_extremes(self) -> tuple[Fraction | None, Fraction]:
        low: Fraction | None = ZERO
        high = ZERO
        for section, group in groupby(self.terms, key=lambda term: term.section):
            floor = None if section is None else self._floor_of(section)
            goes_on = floor is None and (self.spills or self.floor is None or self.floor < 0)
            ends = [term.extremes(None if goes_on else -self.points, self.points) for term in group]
            most = sum((end for _, end in ends), ZERO)
            lows = [end for end, _ in ends if end is not None]
            least = sum(lows, ZERO) if len(lows) == len(ends) else None
            if least is not None and floor is not None:
                least = max(least, floor)
            low = None if low is None or least is None else low + least
            high += most if section is None else min(most, section.cap)
        return low, high


def _decided_ends(term: Term) -> Iterable[Fraction]:
    yield from (option.low for option in term.options if option.decides)
    yield from (stretch.what.earns.at(ZERO) for stretch in term.scale if stretch.what.decides)  # type: ignore[misc]


def _added(outcomes: Iterable[Outcome]) -> Outcome:
    """Add outcomes up; what is said of the whole is what is said of the first."""
    added: Sequence[Outcome] = list(outcomes)
    if len(added) == 1:
        return added[0]
    return Outcome(
        sum((outcome.low for outcome in added), ZERO),
        sum((outcome.high for outcome in added), ZERO),
        tuple(loss for outcome in added for loss in outcome.losses),
        added[0].note,
        tuple(part for outcome in added for part in outcome.parts),
    )
