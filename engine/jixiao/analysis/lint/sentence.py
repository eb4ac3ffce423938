"""Scoring sentences as lints look at them: understood as far as they can be, with their place."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from jixiao.analysis.lint.formula import Formula
from jixiao.analysis.lint.source import Source
from jixiao.analysis.lint.value_range import Range, range_of
from jixiao.curve.spread import Pieces
from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.span import Cited, Span
from jixiao.language.standard import Sentence as Entries, parse_standard
from jixiao.model.lint import Spot
from jixiao.model.ruleset import Indicator, Item, Readings, Text
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Scale
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import shown_unit
from jixiao.scoring.sentence.row import understand_row
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.words.amounts import value_text


@dataclass(frozen=True, eq=False)
class Sentence:
    """One scoring sentence of an indicator, understood as far as it can be."""

    text: Text
    indicator: Indicator
    stated: Readings
    """口径 of the table and the indicator."""
    source: Source
    formula: Formula | None
    items: Mapping[str, Item]

    @cached_property
    def _understood(self) -> Standard | LanguageError:
        try:
            return understand_row(self.text.text, self.indicator, entries=self.entries)
        except LanguageError as error:
            return error

    def understood(self) -> Standard:
        """Give what is understood of it; raises LanguageError where it is not."""
        if isinstance(self._understood, LanguageError):
            raise self._understood
        return self._understood

    @property
    def standard(self) -> Standard | None:
        """What is understood of it, or None."""
        return None if isinstance(self._understood, LanguageError) else self._understood

    @property
    def error(self) -> LanguageError | None:
        """Why it is not understood."""
        return self._understood if isinstance(self._understood, LanguageError) else None

    @cached_property
    def entries(self) -> Entries:
        """Its clauses and what stands between them; none where it can't be cut."""
        try:
            return parse_standard(self.text.text, (self.indicator.name,))
        except LanguageError:
            return ()

    @cached_property
    def readings(self) -> Readings:
        """What 口径 and the sentence itself settle."""
        settled = self.standard.settled if self.standard else ()
        return {**self.stated, **dict(settled)}

    @cached_property
    def meaning(self) -> Meaning | None:
        """What it means, read in every way that is left open; None where it is not understood."""
        return None if self.standard is None else meaning_of(self.standard, self.stated)

    def read(self, readings: Readings) -> Lowered:
        """Give the first way to read it where these readings settle what 口径 leaves open."""
        assert self.standard is not None
        assert self.meaning is not None
        chosen = dict(self.meaning.ways[0].chosen)
        return meaning_of(self.standard, {**chosen, **self.stated, **readings}).ways[0]

    @cached_property
    def curves(self) -> tuple[Pieces, ...]:
        """For every way the score over the values that occur, empty where it is not linear; none of several rules."""
        one = self.meaning if self.meaning and self.meaning.takes != Takes.SEVERAL else None
        return tuple(self.range.clip(self.pieces_of(way, 0)) for way in one.ways) if one else ()

    def pieces_of(self, way: Lowered, place: int) -> Pieces:
        """Give the pieces of a term, by its place, under one way to read the sentence."""
        pieces = self._drawn.get((way, place))
        if pieces is None:
            pieces = self._drawn[way, place] = way.pieces_of(way.terms[place])
        return pieces

    @cached_property
    def _drawn(self) -> dict[tuple[Lowered, int], Pieces]:
        """What was drawn of it: many lints look at the same pieces."""
        return {}

    @cached_property
    def stretches(self) -> Scale:
        """What the values that occur earn, under the first way to read it; none of a rating."""
        if self.meaning is None or self.meaning.takes != Takes.VALUE:
            return ()
        return self.range.clip(self.meaning.terms[0].scale)

    @cached_property
    def range(self) -> Range:
        """The values that the indicator can take."""
        tree = self.formula.known if self.formula else None
        return range_of(self.indicator, tree, self.items)

    def value_text(self, value: Fraction) -> str:
        """Write a value as the sentence would."""
        assert self.standard is not None
        return value_text(value, shown_unit(self.standard, self.indicator.name))

    def spot(self, span: Span | None = None) -> Spot:
        """Give the place of a part of it, or of all."""
        start, end = (span.start, span.end) if span else (0, len(self.text.text))
        return self.source.within(self.text, start, end)

    def spot_of(self, clause: str) -> Spot:
        """Give the place of a clause; of the whole where it is drawn together of several."""
        return self.spot(clause.span if isinstance(clause, Cited) else None)
