"""The values where a standard's score changes, and which sides of them were tried."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.curve.spread import Pieces
from jixiao.curve.stretch import cuts_of
from jixiao.model.coverage import Threshold
from jixiao.scoring.scale.said import OWN, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import shown_unit
from jixiao.scoring.words.amounts import value_text


def threshold_values(meaning: Meaning) -> tuple[Fraction, ...]:
    """Give the ends of stretches of the indicator's own value that the sentence says, or beyond which nothing moves.

    Of a long flight of steps these are its first and its last edge, under every reading.
    """
    said = {amount.base for amount in meaning.standard.amounts()}
    ends: set[Fraction] = set()
    for way in meaning.ways:
        for term in way.terms:
            if term.takes == Takes.VALUE and term.name == OWN:
                ends |= _ends(way.pieces_of(term), term, said)
    return tuple(sorted(ends))


def _ends(pieces: Pieces, term: Term, said: set[Fraction]) -> set[Fraction]:
    if not pieces:
        return set()
    outermost = {end for piece in (pieces[0], pieces[-1]) for end in piece.ends}
    return outermost | said.intersection(cuts_of(pieces, term.scale))


def tried(meaning: Meaning, name: str, values: Iterable[Fraction]) -> tuple[Threshold, ...]:
    """Say of each threshold which sides were tried.

    A value is just below or above the threshold that it is nearer to than to any other.
    """
    thresholds, known = threshold_values(meaning), sorted(set(values))
    unit = shown_unit(meaning.standard, name)
    return tuple(
        Threshold(
            one,
            value_text(one, unit),
            below=any(value < one and _nearest(value, one, thresholds) for value in known),
            at=one in known,
            above=any(value > one and _nearest(value, one, thresholds) for value in known),
        )
        for one in thresholds
    )


def _nearest(value: Fraction, threshold: Fraction, all_of_them: Iterable[Fraction]) -> bool:
    others = (other for other in all_of_them if other != threshold)
    return all(abs(value - threshold) < abs(value - other) for other in others)
