"""What a sentence means: lowered once for every way to read it, for all that derive from it."""

from __future__ import annotations

from fractions import Fraction

from jixiao.curve.difference import difference
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.readings import Chosen, chosen_text, read_every_way
from jixiao.scoring.scale.said import Inputs, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.standard import Standard


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

    def outcomes(self, inputs: Inputs) -> tuple[Alternative, ...]:
        """Score under every way to read what is left open; one where they agree."""
        outcomes = [way.outcome(inputs) for way in self.ways]
        first = outcomes[0]
        if all((outcome.low, outcome.high) == (first.low, first.high) for outcome in outcomes):
            return (Alternative((), first),)
        return tuple(
            Alternative(way.chosen, outcome) for way, outcome in zip(self.ways, outcomes, strict=True)
        )

    def span(self, inputs: Inputs) -> tuple[Fraction, Fraction]:
        """Give the lowest and the highest score over every way to read the sentence."""
        outcomes = [way.outcome(inputs) for way in self.ways]
        return min(outcome.low for outcome in outcomes), max(outcome.high for outcome in outcomes)

    def functions(self) -> tuple[Pieces, ...]:
        """Give the score as a function of the value, once for every way; empty where one of them is none."""
        functions = tuple(way.pieces() for way in self.ways)
        return functions if all(functions) else ()

    def is_same(self, other: Meaning) -> bool:
        """Whether two sentences earn the same of everything that can be said, whatever they say of it."""
        mine, theirs = self.standard, other.standard
        around = (mine.vetoes, mine.exemptions, self.takes) == (theirs.vetoes, theirs.exemptions, other.takes)
        worded = sorted(mine.words) == sorted(theirs.words) and mine.definitions == theirs.definitions
        return around and worded and (self._essence() == other._essence() or self._earns_alike(other))

    def _essence(self) -> tuple[tuple[object, ...], ...]:
        return tuple(way.essence for way in self.ways)

    def _earns_alike(self, other: Meaning) -> bool:
        """Whether the same can be chosen, and no value or count earns otherwise, way by way.

        Where two pieces meet with the same score, it is all one which of them has the number.
        """
        mine, theirs = self.functions(), other.functions()
        if not mine or len(mine) != len(theirs) or self._choices() != other._choices():
            return False
        return all(difference(one, two, None) is None for one, two in zip(mine, theirs, strict=True))

    def _choices(self) -> tuple[object, ...]:
        return tuple(term.choice for way in self.ways for term in way.terms)

    def bounds(self) -> tuple[Fraction, Fraction]:
        """Give the lowest and highest score over all that may be found, facts included."""
        ends = [way.extremes() for way in self.ways]
        nothing = any(not veto.beyond for veto in self.standard.vetoes)
        low = Fraction(0) if nothing else min(low for low, _ in ends)
        return low, self.standard.points if self.standard.exemptions else max(high for _, high in ends)


def meaning_of(standard: Standard, readings: Readings) -> Meaning:
    """Read a sentence in every way that 口径, and the sentence itself, leave open."""
    read = read_every_way(standard.lower, {**readings, **dict(standard.settled)})
    ways = tuple(Lowered(standard.points, standard.floor, terms, chosen) for chosen, terms in read.ways)
    return Meaning(standard, ways, read.asks)
