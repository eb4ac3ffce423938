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
from jixiao.scoring.scale.term import Term


@dataclass(frozen=True, slots=True)
class Lowered:
    """Terms that add up, held between floor and full marks, and which silent readings were chosen for it."""

    points: Fraction
    floor: Fraction
    terms: tuple[Term, ...]
    chosen: Chosen = ()

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
        return outcome if outcome.decided else outcome.within(self.floor, self.points)

    def _summed(self, inputs: Inputs) -> Outcome:
        outcomes = [(term, self._term_outcome(term, inputs)) for term in self.terms]
        for term, outcome in outcomes:
            if outcome.decided:
                return self._decided(term, outcome)
        held = [
            _added(one for _, one in group) if section is None else _added(one for _, one in group).within(section.floor, section.cap)
            for section, group in groupby(outcomes, key=lambda pair: pair[0].section)
        ]  # fmt: skip
        whole = _added(held)
        low, high = (min(max(end, self.floor), self.points) for end in (whole.low, whole.high))
        lost = sum((loss.points for loss in whole.losses), ZERO)
        return replace(whole, low=low, high=high, losses=fitted(whole.losses, lost - (self.points - high)))

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
        at_end = outcome.high <= self.floor if part.runs == "down" else outcome.high >= self.points
        return part.split()[at_end]

    @property
    def essence(self) -> tuple[object, ...]:
        """What decides the score, without what is said of it."""
        return (self.points, self.floor, *(term.essence for term in self.terms))

    def pieces(self) -> Pieces:
        """Give the score as a function of the value or the count; empty where it is none, or not straight."""
        if not self._single or not self.own.scale:
            return ()
        return pieces_of(self.own.scale, self.points, whole=self.own.whole)

    def raw_pieces(self) -> Pieces:
        """Give the pieces before they are held within full marks; empty where `pieces` are."""
        return raw_pieces(self.own.scale, self.points) if self.pieces() else ()

    def extremes(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score over all that may be said."""
        if self._single:
            low, high = self.own.extremes(self.floor, self.points)
            return (low, high) if self.own.scale else (max(low, self.floor), min(high, self.points))
        decided = [end for term in self.terms for end in _decided_ends(term)]
        low, high = ZERO, ZERO
        for section, group in groupby(self.terms, key=lambda term: term.section):
            ends = [term.extremes(-self.points, self.points) for term in group]
            least, most = sum((end for end, _ in ends), ZERO), sum((end for _, end in ends), ZERO)
            low += least if section is None else max(least, section.floor)
            high += most if section is None else min(most, section.cap)
        return min(max(low, self.floor), *decided, self.points), min(high, self.points)


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
