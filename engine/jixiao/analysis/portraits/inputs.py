"""What a case is asked for by a sentence of several small rules: each input by its name."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.portraits.choices import options_of
from jixiao.analysis.portraits.effects import effect_of
from jixiao.analysis.portraits.kinds import has_input, kind_of
from jixiao.model.needs import NeededInput
from jixiao.scoring.scale.said import OWN, Answer, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning


def needed_inputs(meaning: Meaning) -> Iterator[NeededInput]:
    """Yield what a rating may say of a sentence of several small rules; nothing for one that is a single rule.

    The indicator's own value is none of it: figures say it.
    """
    if meaning.takes == Takes.SEVERAL:
        yield from (_input(term) for term in meaning.terms if term.name != OWN and has_input(term))


def _input(term: Term) -> NeededInput:
    return NeededInput(
        term.name,
        kind_of(term),
        effect_of(term),
        "" if term.unit is None else term.unit.name,
        term.places[0] if term.places else 0,
        term.unsaid == Answer(holds=True),
        tuple(options_of(term)) if term.takes == Takes.LEVEL else (),
    )
