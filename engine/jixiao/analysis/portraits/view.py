"""Which values of a standard are worth drawing: its thresholds, and some room beside them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.curve.curve import Curve
from jixiao.curve.line import NOTHING
from jixiao.curve.stretch import cuts_of
from jixiao.dataclass import dataclass
from jixiao.quantity import Unit
from jixiao.scoring.sentence.meaning import Meaning

MARGIN = Fraction(15, 100)
"""Room on either side, as a part of the distance between the outermost thresholds."""
ALONE = Fraction(1, 4)
"""Room beside a lone threshold, as a part of it."""
NARROWEST = Fraction(5, 100)
"""Least room beside a lone threshold of a ratio; one unit where something is counted."""
HALF = Fraction(1, 2)
"""Room beside the first and the last of what is counted."""


@dataclass(frozen=True, slots=True)
class View:
    """From the left to the right edge, in base units, with the thresholds inside."""

    left: Fraction
    right: Fraction
    marks: tuple[Fraction, ...]


def view_of(curves: Iterable[Curve], unit: Unit, *, whole: bool) -> View:
    """Give the view of straight curves."""
    marks = cuts_of(*(curve.stretches for curve in curves)) or [Fraction(0)]
    if whole:
        return View(min(marks[0], Fraction(0)) - HALF, marks[-1] + 1 + HALF, tuple(marks))
    left, right = _edges(marks, unit)
    counted = not unit.dimension.is_ratio
    if marks[0] >= 0 and (counted or (left < 0 and all(_nothing_below(curve) for curve in curves))):
        left = Fraction(0)
    return View(left, right, tuple(marks))


def bent_view(meaning: Meaning, place: int, unit: Unit) -> View:
    """Give the view of a term's bent curve: where its scale changes, with more room beside."""
    marks = cuts_of(*(way.terms[place].scale for way in meaning.ways)) or [Fraction(0), Fraction(1)]
    left, right = _edges(marks, unit)
    right += abs(marks[-1]) / 2
    return View(Fraction(0) if marks[0] >= 0 else left, right, tuple(marks))


def _edges(marks: list[Fraction], unit: Unit) -> tuple[Fraction, Fraction]:
    first, last = marks[0], marks[-1]
    least = NARROWEST if unit.dimension.is_ratio else unit.factor
    room = (last - first) * MARGIN if last > first else max(abs(first) * ALONE, least)
    return first - room, last + room


def _nothing_below(curve: Curve) -> bool:
    """Whether a value below all thresholds surely earns nothing, so that none is expected."""
    first = curve.stretches[0]
    return first.low is None and first.what == NOTHING
