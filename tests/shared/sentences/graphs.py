"""Every graph of the examples: of sentences that are one rule, and of the rules of those that are several."""

from __future__ import annotations

from functools import cache

from jixiao.analysis.portraits.sentence import portray
from jixiao.model.portrait import Portrait
from jixiao.model.term import Graph
from jixiao.scoring.sentence.meaning import meaning_of
from shared.sentences.examples import examples


@cache
def portraits() -> tuple[Portrait, ...]:
    """Give the portrait of every example that is understood."""
    return tuple(
        portray(meaning_of(one.standard(), one.reading), one.name, one.reading)
        for one in examples()
        if not one.refused and not one.gap
    )


def graphs() -> list[Graph]:
    """Give the graph of every term that has one."""
    return [term.graph for one in portraits() for term in one.terms if term.graph is not None]
