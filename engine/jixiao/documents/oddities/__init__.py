"""What only the text of a report shows to be odd. It knows nothing of scores: facts for finding rules, and no levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.dataclass import replace
from jixiao.documents.oddities.all_done import all_done
from jixiao.documents.oddities.arithmetic import arithmetic_oddities
from jixiao.documents.oddities.parts import parts_that_differ
from jixiao.documents.oddities.passages import passages_of
from jixiao.documents.oddities.units import unit_oddities
from jixiao.documents.oddities.years import year_oddities
from jixiao.documents.paper import Paper
from jixiao.model.reading import Oddity, ReadFigure
from jixiao.model.ruleset import Item


def oddities_of(
    paper: Paper, figures: Sequence[ReadFigure], year: int | None, items: Mapping[str, Item]
) -> tuple[Oddity, ...]:
    """Give what is odd in a report of that year, in the order of the text, without places."""
    passages = tuple(passages_of(paper))
    found = (
        *year_oddities(passages, figures, year),
        *unit_oddities(figures, items),
        *arithmetic_oddities(passages),
        *parts_that_differ(passages, figures),
        *all_done(passages),
    )
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind.value)))


def doubted(figures: Sequence[ReadFigure], odd: Sequence[Oddity]) -> tuple[ReadFigure, ...]:
    """Give the figures; those that are surely odd with the reason as a doubt, so that they reach no score."""
    why = {(one.span, item): one.text for one in odd if one.doubtful for item in one.items}
    return tuple(
        replace(one, doubts=(*one.doubts, why[one.span, one.item])) if (one.span, one.item) in why else one
        for one in figures
    )


__all__ = ["doubted", "oddities_of"]
