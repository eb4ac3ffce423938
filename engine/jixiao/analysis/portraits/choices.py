"""What an assessor may choose or find, and what each choice earns."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.term import Choice
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.option import Items
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning

NOT = "否"
"""How what the sentence has no words for is listed."""


def choices_of(meaning: Meaning) -> tuple[Choice, ...]:
    """Give the choices of a sentence that takes a rating, in its order; else none."""
    if meaning.takes in (Takes.VALUE, Takes.COUNT):
        return ()
    return tuple(choice for term in meaning.terms for choice in (*options_of(term), *_costs(term)))


def options_of(term: Term) -> Iterator[Choice]:
    """Yield what an assessor may choose of one term."""
    if isinstance(term.choice, Items) and term.choice.rungs:
        for rung in term.choice.rungs:
            yield Choice(f"达到{rung.count}项", rung.points, rung.points)
        return
    for option in term.options:
        yield Choice(option.listed or NOT, option.low, option.high, option.costs, option.excluded)


def _costs(term: Term) -> Iterator[Choice]:
    """Yield what is taken off for each that is found, besides what is chosen."""
    for stretch in term.scale:
        stair = stretch.what.earns
        if isinstance(stair, Stair):
            yield Choice(term.name, stair.each, stair.each, cost=True)
