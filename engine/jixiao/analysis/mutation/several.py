"""What may tell two sentences of several small rules apart: one input at a time, the others at their least and best."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from jixiao.analysis.mutation.values import value_text, values_around
from jixiao.curve.stretch import cuts_of
from jixiao.dataclass import dataclass
from jixiao.quantity import Unit, points_text
from jixiao.scoring.scale.said import OWN, RatingError, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.at_several import read_for
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import unit_of_term

FEW = 4
"""So many cases are tried of everything that is counted."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An input of a sentence, and what can be written of it, simpler first."""

    term: Term
    options: Sequence[str]

    @property
    def name(self) -> str:
        """By what it is named: the indicator's own value by what the sentence calls it, if it does."""
        return self.term.called[0] if self.term.name == OWN and self.term.called else self.term.name

    def at_end(self, pick: Callable[[Sequence[str], Callable[[str], Fraction]], str]) -> str:
        """Give what earns the most, or the least."""
        return pick(self.options, self._points)

    def _points(self, said: str) -> Fraction:
        try:
            return self.term.outcome(read_for(self.term, said)).high
        except RatingError:
            return Fraction(0)


def named_candidates(meaning: Meaning, changed: Meaning, own: Unit) -> Iterator[str]:
    """Yield what may be found, simpler first; `own`: the unit of the indicator's own value."""
    asked = [
        one
        for place, term in enumerate(meaning.terms)
        if not term.is_given
        and (one := _Asked(term, tuple(_written((meaning, changed), place, own)))).options
    ]
    best = {one.name: one.at_end(lambda options, key: max(options, key=key)) for one in asked}
    worst = {one.name: one.at_end(lambda options, key: min(options, key=key)) for one in asked}
    needed = {one.name: best[one.name] for one in asked if one.term.unsaid is None}
    for others in (needed, best, worst):
        yield _joined(others)
        for one in asked:
            yield from (_joined({**others, one.name: said}) for said in one.options)


def _joined(written: Mapping[str, str]) -> str:
    return "；".join(f"{name}={said}" if name != OWN else said for name, said in written.items()) or "无"


def _written(meanings: tuple[Meaning, Meaning], place: int, own: Unit) -> Iterator[str]:
    """Yield what can be written of one input of the first sentence."""
    term = meanings[0].terms[place]
    match term.takes:
        case Takes.ANSWER:
            yield from ("是", "否")
        case Takes.LEVEL:
            yield from (option.words for option in term.options)
        case Takes.DEDUCTION:
            options = (option for one in _alike(meanings, term) for option in one.options if option.costs)
            ends = sorted({end for option in options for end in (option.low, option.high)})
            yield "是"
            yield from (f"扣{points_text(end)}分" for low in ends for end in (low, low + 1))
        case Takes.COUNT:
            yield from map(str, _counts(_cuts(meanings, term), term))
        case Takes.VALUE:
            unit = own if term.name == OWN else unit_of_term(term)
            texts = (value_text(value, unit) for value in values_around(_cuts(meanings, term), unit))
            yield from dict.fromkeys(text for text in texts if text is not None)
        case _:
            pass


def _alike(meanings: tuple[Meaning, Meaning], term: Term) -> Iterator[Term]:
    """Yield a rule under every way to read either sentence."""
    for way in chain.from_iterable(meaning.ways for meaning in meanings):
        yield from (one for one in way.terms if one.name == term.name)


def _cuts(meanings: tuple[Meaning, Meaning], term: Term) -> set[Fraction]:
    """Give where either sentence begins to earn otherwise by a number."""
    ways = chain.from_iterable(meaning.ways for meaning in meanings)
    return {
        cut
        for way in ways
        for one in way.terms
        if one.name == term.name
        for cut in cuts_of(way.pieces_of(one), one.scale)
    }


def _counts(cuts: set[Fraction], term: Term) -> list[int]:
    near = {math.floor(cut) + step for cut in cuts for step in (-1, 0, 1)}
    found = sorted({*range(1, FEW), *near, 0} - {-1})
    return [number for number in found if number >= 0 and (term.most is None or number <= term.most)]
