"""A sentence under one way to read it: its terms, what they score together, and as pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby

from jixiao.curve.difference import difference
from jixiao.curve.line import ZERO, Line
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass, replace
from jixiao.model.part import Part
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.named import every_way
from jixiao.scoring.scale.outcome import Loss, Outcome, Unsaid
from jixiao.scoring.scale.pieces import pieces_of, raw_pieces
from jixiao.scoring.scale.readings import Chosen
from jixiao.scoring.scale.said import OWN, Inputs, RatingError, Unknown, Value, own
from jixiao.scoring.scale.scale import Earned, falls_without_end
from jixiao.scoring.scale.summed import by_discretion, held_within, named_outcome, without
from jixiao.scoring.scale.term import Term


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
        which = Filled(Message.WHICH_COUNTED)
        return replace(best, low=low, note=which, unsaid=(*best.unsaid, Unsaid((), best.low - low, which)))

    @property
    def _single(self) -> bool:
        return len(self.terms) == 1 and self.own.name == OWN

    def _marked(self, outcome: Outcome) -> Outcome:
        if any(part.runs for part in outcome.parts):
            return replace(outcome, parts=tuple(self._reached(part, outcome) for part in outcome.parts))
        return outcome

    def _marked_of(self, term: Term, outcome: Outcome) -> Outcome:
        """Say of the parts of one of several rules that run whether it is at its own end."""
        if not any(part.runs for part in outcome.parts):
            return outcome
        low, high = term.ends(self.room_of(term))
        ends = {"down": outcome.high <= low, "up": outcome.high >= high, "": False}
        parts = (part.split()[ends[part.runs]] if part.runs else part for part in outcome.parts)
        return replace(outcome, parts=tuple(parts))

    def _term_outcome(self, term: Term, inputs: Inputs) -> Outcome:
        at = inputs.get(term.name, term.unsaid)
        if at is None:
            what = f"“{term.name}”" if term.name else "要核算什么"
            raise RatingError(f"没有写{what}")
        if isinstance(at, Unknown):
            return term.unknown(at, self.points)
        outcome = term.outcome(at)
        if not self._single:
            return named_outcome(term, at, self._marked_of(term, outcome)) if term.kind else outcome
        return outcome if outcome.decided else self._held(outcome)

    def _summed(self, inputs: Inputs) -> Outcome:
        outcomes = [(term, self._term_outcome(term, inputs)) for term in self.terms]
        for term, outcome in outcomes:
            if outcome.decided:
                return self._decided(term, outcome)
        held = []
        for section, group in groupby(outcomes, key=lambda pair: pair[0].section):
            added = _added(by_discretion(list(group), inputs))
            held.append(added if section is None else held_within(added, section.floor, section.cap))
        whole = _added(held)
        lost = sum((loss.points for loss in whole.losses), ZERO)
        above = lost - (self.points - whole.high)
        outcome = self._held(replace(whole, losses=without(whole.losses, above)))
        low = min(
            outcome.low, *(end for term in self._unknown(inputs) for end in _decided_ends(term)), outcome.high
        )
        note = outcome.note if outcome.losses or not self.own.kind else Filled(Message.NOTHING_LOST)
        return replace(outcome, low=low, note=note)

    def _held(self, outcome: Outcome) -> Outcome:
        if self.spills and self.floor is not None:
            outcome = outcome.spilling(self.floor, self.spills)
        return held_within(outcome, self.floor, self.points)

    def _unknown(self, inputs: Inputs) -> tuple[Term, ...]:
        """Give the terms of which nothing is known: one of them may decide all."""
        return tuple(term for term in self.terms if isinstance(inputs.get(term.name), Unknown))

    def _decided(self, term: Term, outcome: Outcome) -> Outcome:
        """Give an outcome that stands whatever else there is, with its loss of the full marks."""
        if outcome.high == self.points:
            return replace(outcome, losses=())
        reason = outcome.losses[0].reason if outcome.losses else outcome.note
        loss = Loss(self.points - outcome.high, term.clause, reason, term.name if term.kind else None)
        return replace(outcome, losses=(loss,))

    def _reached(self, part: Part, outcome: Outcome) -> Part:
        """Say of a part that runs whether this outcome is at its end."""
        if not part.runs:
            return part
        if part.runs == "down":
            return part.split()[self.floor is not None and outcome.high <= self.floor]
        return part.split()[outcome.high >= self.points]

    def earns_as(self, other: Lowered) -> bool:
        """Whether the same can be chosen and no value or count earns otherwise, term by term."""
        if self._single and other._single:
            return self.own.choice == other.own.choice and _is_same_function(self.pieces(), other.pieces())
        if self._bounds != other._bounds or len(self.terms) != len(other.terms):
            return False
        return all(
            self._earns_alike(one, other, two) for one, two in zip(self.terms, other.terms, strict=True)
        )

    @property
    def _bounds(self) -> tuple[object, ...]:
        return self.points, self.floor, bool(self.spills)

    def _earns_alike(self, mine: Term, other: Lowered, theirs: Term) -> bool:
        if mine.frame != theirs.frame or mine.decides != theirs.decides:
            return False
        if mine.scale_essence == theirs.scale_essence:
            return True
        return not mine.decides and _is_same_function(self.pieces_of(mine), other.pieces_of(theirs))

    @property
    def essence(self) -> tuple[object, ...]:
        """What decides the score, without what is said of it."""
        return (self.points, self.floor, bool(self.spills), *(term.essence for term in self.terms))

    def pieces(self) -> Pieces:
        """Give the score as a function of the value or the count; empty where it is none, or not straight."""
        if not self._single or not self.own.scale or falls_without_end(self.own.scale):
            return ()
        return pieces_of(self.own.scale, self.points, whole=self.own.whole)

    def room_of(self, term: Term) -> Fraction:
        """Give the most points that a term can take: all of its section, or of the whole."""
        section = term.section
        return self.points - (self.floor or ZERO) if section is None else section.cap - section.floor

    def at(self, term: Term, value: Fraction) -> Outcome:
        """Give what one of the terms earns or takes at a value."""
        return self.outcome(own(Value(value))) if self._single else term.outcome(Value(value))

    def pieces_of(self, term: Term, room: Fraction | None = None) -> Pieces:
        """Give what one of the terms adds as a function of its value or count; empty where `pieces` are.

        What decides the whole score takes all that there is: `room`, or what the term can take here.
        """
        if self._single:
            return self.pieces()
        return term_pieces(term, self.room_of(term) if room is None else room)

    def raw_pieces(self) -> Pieces:
        """Give the pieces before they are held within full marks; empty where `pieces` are."""
        return raw_pieces(self.own.scale, self.points) if self.pieces() else ()

    def unheld_low(self) -> Fraction | None:
        """Give the lowest points over all that may be said before the floor holds them; None where they have no end."""
        return self._lowest(None)

    def extremes(self) -> tuple[Fraction | None, Fraction]:
        """Give the lowest and the highest score over all that may be said; no lowest where deductions go on without end."""
        if self._single and self.own.scale:
            return self.own.extremes(self.floor, self.points)
        high = ZERO
        for section, group in groupby(self.terms, key=lambda term: term.section):
            most = sum((term.extremes(None, self.points)[1] for term in group), ZERO)
            high += most if section is None else min(most, section.cap)
        low = self._lowest(self.floor)
        if low is not None and self.floor is not None:
            low = max(low, self.floor)
        decided = [end for term in self.terms for end in _decided_ends(term)]
        return None if low is None else min(low, self.points, *decided), min(high, self.points)

    def _lowest(self, floor: Fraction | None) -> Fraction | None:
        """Give the sum of the lowest points of all sections; None where some go on without end."""
        room = None if floor is None else floor - self.points
        low = ZERO
        for section, group in groupby(self.terms, key=lambda term: term.section):
            lows = [term.extremes(floor if term.name == OWN else room, self.points)[0] for term in group]
            known = [one for one in lows if one is not None]
            if section is not None:
                low += section.floor if len(known) < len(lows) else max(sum(known, ZERO), section.floor)
            elif len(known) < len(lows):
                return None
            else:
                low += sum(known, ZERO)
        return low


def _is_same_function(one: Pieces, other: Pieces) -> bool:
    """Whether both are functions, and the same; where two pieces meet, it is all one which has the number."""
    return bool(one and other) and difference(one, other, None) is None


def term_pieces(term: Term, room: Fraction) -> Pieces:
    """Give what a term adds where there are so many points to take; empty where it is no function, or not straight."""
    scale = tuple(stretch.holding(_all_taken(stretch.what, room)) for stretch in term.scale)
    return pieces_of(scale, room, whole=term.whole, least=-room) if scale else ()


def _all_taken(earned: Earned, room: Fraction) -> Earned:
    return replace(earned, earns=Line(-room)) if earned.decides else earned


def _decided_ends(term: Term) -> Iterable[Fraction]:
    yield from (option.low for option in term.options if option.decides)
    for stretch in term.scale:
        if stretch.what.decides and isinstance(stretch.what.earns, Line):
            yield stretch.what.earns.intercept


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
        unsaid=tuple(one for outcome in added for one in outcome.unsaid),
    )
