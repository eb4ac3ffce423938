"""What only the text of a report shows to be odd. It knows nothing of scores: facts for finding rules, and no levels."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.documents.oddities.all_done import all_done
from jixiao.documents.oddities.arithmetic import arithmetic_oddities
from jixiao.documents.oddities.parts import parts_that_differ
from jixiao.documents.oddities.passages import passages_of
from jixiao.documents.oddities.units import unit_oddities
from jixiao.documents.oddities.years import year_oddities
from jixiao.documents.paper import Paper
from jixiao.model.reading import Oddity, ReadFigure


def oddities_of(paper: Paper, figures: Sequence[ReadFigure], year: int | None) -> tuple[Oddity, ...]:
    """Give what is odd in a report of that year, in the order of the text, without places."""
    passages = tuple(passages_of(paper))
    found = (
        *year_oddities(passages, figures, year),
        *unit_oddities(figures),
        *arithmetic_oddities(passages),
        *parts_that_differ(passages, figures),
        *all_done(passages),
    )
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind.value)))


__all__ = ["oddities_of"]
