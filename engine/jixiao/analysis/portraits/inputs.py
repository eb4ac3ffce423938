"""What a sentence of several small rules asks for: each input by its name, and what it earns or takes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.curve.line import Line
from jixiao.model.needs import NeededInput
from jixiao.model.term import Choice
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.said import OWN, Answer, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning


def inputs_of(meaning: Meaning) -> Iterator[NeededInput]:
    """Yield what a rating may say of a sentence of several small rules; nothing for one that is a single rule.

    The indicator's own value is none of it, nor full marks that nothing has to be said for.
    """
    if meaning.takes != Takes.SEVERAL:
        return
    full = meaning.standard.points
    yield from (_input(term, full) for term in meaning.terms if term.name != OWN and not _is_given(term))


def _is_given(term: Term) -> bool:
    """Whether it is the full marks that the others take from."""
    return term.kind == "item" and not term.places


def _input(term: Term, full: Fraction) -> NeededInput:
    least, high = term.extremes(-full, full)
    low = -full if least is None else least
    unit = "" if term.unit is None else term.unit.name
    levels = term.options if term.takes == Takes.LEVEL else ()
    return NeededInput(
        term.name,
        term.kind,
        low,
        high,
        unit,
        _each(term),
        _is_bounded(term),
        term.places[0] if term.places else 0,
        term.unsaid == Answer(holds=True),
        tuple(Choice(one.words, one.low, one.high, excluded=one.excluded) for one in levels),
    )


def _each(term: Term) -> Fraction:
    """Give what each that is counted earns; 0 where nothing is counted."""
    if term.takes != Takes.COUNT:
        return Fraction(0)
    for stretch in term.scale:
        earns = stretch.what.earns
        if isinstance(earns, Stair):
            return -earns.each
        if isinstance(earns, Line) and earns.slope:
            return earns.slope
    return Fraction(0)


def _is_bounded(term: Term) -> bool:
    """Whether the sentence says how much it is at most."""
    if term.takes == Takes.COUNT:
        return any(stretch.what.floor is not None or stretch.what.cap is not None for stretch in term.scale)
    return all(option.bounded for option in term.options)
