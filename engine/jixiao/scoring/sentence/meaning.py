"""What a sentence means: lowered once for every way to read it, for all that derive from it."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass
from jixiao.model.part import HOLDS, Part
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.readings import Chosen, chosen_text, read_every_way
from jixiao.scoring.scale.said import OWN, Answer, Inputs, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.told import exemption_told, left_by


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to read the sentence and what it then gives."""

    chosen: Chosen
    outcome: Outcome

    @property
    def assumption(self) -> str:
        """The way, in words; empty where all agree."""
        return chosen_text(self.chosen)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sentence read as 口径 say: once for every way that they leave open."""

    standard: Standard
    ways: tuple[Lowered, ...]
    asks: tuple[str, ...]
    """Every 口径 on which some score may depend, in the order in which they are asked for."""

    @property
    def takes(self) -> Takes:
        """What the sentence is scored by."""
        return self.standard.form.takes

    @property
    def terms(self) -> tuple[Term, ...]:
        """What adds up to the score, under the first way to read it."""
        return self.ways[0].terms

    @property
    def takes_value(self) -> bool:
        """Whether the indicator's own value is scored, alone or as one of several inputs."""
        own = any(term.takes == Takes.VALUE and term.name == OWN for term in self.terms)
        return self.takes == Takes.VALUE or (self.takes == Takes.SEVERAL and own)

    def outcomes(self, inputs: Inputs) -> tuple[Alternative, ...]:
        """Score under every way to read what is left open; one where they agree."""
        fact = self._decided_by(inputs)
        if fact is not None:
            return (Alternative((), fact),)
        outcomes = [way.outcome(inputs) for way in self.ways]
        first = outcomes[0]
        came_to = (first.low, first.high, first.beyond)
        if all((one.low, one.high, one.beyond) == came_to for one in outcomes):
            return (Alternative((), first),)
        return tuple(
            Alternative(way.chosen, outcome) for way, outcome in zip(self.ways, outcomes, strict=True)
        )

    def span(self, inputs: Inputs) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score over every way to read the sentence."""
        outcomes = [one.outcome for one in self.outcomes(inputs)]
        return min(outcome.low for outcome in outcomes), max(outcome.high for outcome in outcomes)

    def _decided_by(self, inputs: Inputs) -> Outcome | None:
        """Give what a fact decides that is named among the inputs: a veto, or else an exemption."""
        for veto in self.standard.vetoes:
            if inputs.get(veto.fact) == Answer(holds=True) and not veto.beyond:
                return left_by(veto, self.standard.points)
        for exemption in self.standard.exemptions:
            if inputs.get(exemption.fact) == Answer(holds=True):
                note, parts = exemption_told(exemption), (Part(exemption.clause, HOLDS),)
                return Outcome(self.standard.points, self.standard.points, note=note, parts=parts)
        return None

    def functions(self) -> tuple[Pieces, ...]:
        """Give the score as a function of the value, once for every way; empty where one of them is none."""
        functions = tuple(way.pieces() for way in self.ways)
        return functions if all(functions) else ()

    def is_same(self, other: Meaning) -> bool:
        """Whether two sentences earn the same of everything that can be said, whatever they say of it."""
        mine, theirs = self.standard, other.standard
        around = (mine.vetoes, mine.exemptions, self.takes) == (theirs.vetoes, theirs.exemptions, other.takes)
        around = around and mine.bounds.spills == theirs.bounds.spills
        worded = sorted(mine.words) == sorted(theirs.words) and mine.definitions == theirs.definitions
        return around and worded and (self._essence() == other._essence() or self._earns_alike(other))

    def _essence(self) -> tuple[tuple[object, ...], ...]:
        return tuple(way.essence for way in self.ways)

    def _earns_alike(self, other: Meaning) -> bool:
        """Whether the same can be chosen, and no value or count earns otherwise, way by way and term by term.

        Where two pieces meet with the same score, it is all one which of them has the number.
        """
        return len(self.ways) == len(other.ways) and all(
            one.earns_as(two) for one, two in zip(self.ways, other.ways, strict=True)
        )

    def bounds(self) -> tuple[Fraction | None, Fraction]:
        """Give the lowest and highest score over all that may be found, facts included.

        There is no lowest where deductions go on without end.
        """
        ends = [way.extremes() for way in self.ways]
        high = self.standard.points if self.standard.exemptions else max(high for _, high in ends)
        lows = [low for low, _ in ends if low is not None]
        if len(lows) < len(ends):
            return None, high
        return min((*lows, *(veto.left for veto in self.standard.vetoes if not veto.beyond))), high

    @property
    def goes_below(self) -> bool:
        """Whether it may come to less than nothing, or take something off the total besides."""
        low = self.bounds()[0]
        return low is None or low < 0 or self.spilled() is not None

    def spilled(self) -> tuple[str, Fraction | None] | None:
        """Give by which clause something may be taken off the total, and how much at most: None where without end."""
        facts = [(veto.clause, veto.below) for veto in self.standard.vetoes if veto.of_total]
        options = [option for term in self.terms for option in term.options if option.spilled]
        facts += [(option.clause, option.spilled) for option in options]
        most = max((lost for _, lost in facts), default=Fraction(0))
        clause = self.standard.bounds.clause
        if not clause:
            return ("；".join(said for said, _ in facts), most) if facts else None
        lows = [way.unheld_low() for way in self.ways]
        floor = self.standard.bounds.floor or Fraction(0)
        known = [floor - low for low in lows if low is not None]
        return clause, max((*known, most)) if len(known) == len(lows) else None


def meaning_of(standard: Standard, readings: Readings) -> Meaning:
    """Read a sentence in every way that 口径, and the sentence itself, leave open."""
    read = read_every_way(standard.lower, {**readings, **dict(standard.settled)})
    spills = standard.bounds.clause
    ways = tuple(
        Lowered(standard.points, standard.floor, terms, chosen, spills) for chosen, terms in read.ways
    )
    return Meaning(standard, ways, read.asks)
