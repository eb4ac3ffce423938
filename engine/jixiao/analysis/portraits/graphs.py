"""What a value or a count earns, as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.portraits.curves import bent_curves, samples_of, straight_curves
from jixiao.analysis.portraits.view import bent_view, view_of
from jixiao.curve.curve import Curve, hull_of
from jixiao.curve.line import ZERO
from jixiao.model.term import Graph, Sample
from jixiao.quantity import Unit
from jixiao.scoring.sentence.meaning import Meaning


def graph_of(meaning: Meaning, place: int, unit: Unit, *, whole: bool) -> Graph | None:
    """Give the graph of one of the terms; None where a judgement is scored, there is nothing to see, or too many steps."""
    curves = straight_curves(meaning, place)
    samples: tuple[Sample, ...] = ()
    if curves is None:
        view = bent_view(meaning, place, unit)
        curves = bent_curves(meaning, place, view)
        samples = samples_of(meaning, place, view)
    else:
        view = view_of(curves, unit, whole=whole)
    hull = hull_of(curves)
    if hull is None:
        return None
    bottom, top = _bounds(meaning, place, hull)
    if bottom == top:
        return None
    return Graph(
        curves, hull, (view.left, view.right), top, bottom, unit, whole, marks=view.marks, samples=samples
    )


def _bounds(meaning: Meaning, place: int, hull: Curve) -> tuple[Fraction, Fraction]:
    """Give the fewest and the most points to draw: those of the sentence where it is one rule, else its own."""
    ends = [*_ends(hull), ZERO]
    if len(meaning.terms) == 1:
        return min(ends), meaning.standard.points
    return min(ends), max(*ends, meaning.terms[place].full)


def _ends(hull: Curve) -> Iterator[Fraction]:
    """Yield the points at the ends of every piece; without an end it is level, or goes on from the other."""
    for piece in hull.stretches:
        for end in piece.ends or (ZERO,):
            yield from piece.what.at(end)
