"""What a value or a count earns by one of the rules of a sentence, as lints look at it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property

from jixiao.analysis.lint.sentence import Sentence
from jixiao.analysis.lint.value_range import ANY, Range
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass
from jixiao.language.span import Span
from jixiao.language.standard import Interval
from jixiao.model.lint import Spot
from jixiao.quantity import Unit
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.pieces import raw_pieces
from jixiao.scoring.scale.said import OWN, Takes
from jixiao.scoring.scale.scale import Scale
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import shown_unit, unit_of, unit_of_term
from jixiao.scoring.words.amounts import value_text


@dataclass(frozen=True, eq=False)
class Measured:
    """A term of a sentence with a scale, at its place among the terms; all of the sentence where that is one rule."""

    sentence: Sentence
    meaning: Meaning
    place: int

    @property
    def term(self) -> Term:
        """The term under the first way to read the sentence."""
        return self.of(self.meaning.ways[0])

    def of(self, way: Lowered) -> Term:
        """Give the term under one way to read the sentence."""
        return way.terms[self.place]

    @property
    def is_alone(self) -> bool:
        """Whether the sentence is this one rule."""
        return len(self.meaning.terms) == 1

    @property
    def points(self) -> Fraction:
        """The most that it can earn."""
        return self.meaning.standard.points if self.is_alone else self.term.full

    @cached_property
    def range(self) -> Range:
        """The values that can occur; of what is not the indicator's own value nothing is known."""
        return self.sentence.range if self.term.name == OWN else ANY

    @cached_property
    def curves(self) -> tuple[Pieces, ...]:
        """What it earns over the values that occur, for every way; empty where it is not linear."""
        return tuple(self.curve(way) for way in self.meaning.ways)

    def curve(self, way: Lowered) -> Pieces:
        """Give what it earns over the values that occur under one way to read the sentence; empty where it is not linear."""
        return self.range.clip(self.sentence.pieces_of(way, self.place))

    @cached_property
    def raw(self) -> Pieces:
        """The pieces of the first way before anything holds them; none where they are not proven."""
        return self.range.clip(raw_pieces(self.term.scale, self.points)) if self.curves[0] else ()

    @cached_property
    def stretches(self) -> Scale:
        """What the values that occur earn, under the first way to read it; none of what is counted."""
        return self.range.clip(self.term.scale) if self.term.takes == Takes.VALUE else ()

    @property
    def unit(self) -> Unit:
        """The unit in which the sentence speaks of it."""
        return unit_of(self.meaning.standard) if self.term.name == OWN else unit_of_term(self.term)

    def outcome(self, way: Lowered, value: Fraction) -> Outcome:
        """Give what it makes of a value under one way to read the sentence."""
        return way.at(self.of(way), value)

    def value_text(self, value: Fraction) -> str:
        """Write a value as the sentence would."""
        own = self.term.name == OWN
        unit = shown_unit(self.meaning.standard, self.sentence.indicator.name) if own else self.unit
        return value_text(value, unit)

    @property
    def name(self) -> str:
        """What it is scored by."""
        return self.term.name or self.sentence.indicator.name

    def called(self, value: Fraction) -> str:
        """Write a value, with its name where it is one of several."""
        return self.value_text(value) if self.is_alone else f"“{self.name}”{self.value_text(value)}"

    def spot(self, span: Span | None = None) -> Spot:
        """Give the place of a part of the sentence, or of the clause that it is."""
        clause = self.term.clause
        return self.sentence.spot_of(clause) if span is None and clause else self.sentence.spot(span)

    @property
    def intervals(self) -> Sequence[Interval]:
        """The intervals that the sentence names for it."""
        said = (stretch.what.said.lies for stretch in self.term.scale if not stretch.what.decides)
        return [interval for interval in said if interval is not None]


def measured_in(sentence: Sentence) -> tuple[Measured, ...]:
    """Give the rules of a sentence that score a value or a count; none of one that is not understood."""
    meaning = sentence.meaning
    if meaning is None:
        return ()
    places = [place for place, term in enumerate(meaning.terms) if term.scale]
    return tuple(Measured(sentence, meaning, place) for place in places)
