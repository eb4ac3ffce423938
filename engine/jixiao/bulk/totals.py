"""Totals of which some parts are ratios: added up row by row, in Python's own whole numbers where 64 bits end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.frame import Points
from jixiao.model.ruleset import Ruleset

if TYPE_CHECKING:
    from jixiao.bulk.frame import Counts

SURELY = float(2**62)


def added_up(parts: Sequence[Points]) -> Points:
    """Add up points; in lowest terms where there are several."""
    total = parts[0]
    for part in parts[1:]:
        total = _reduced(_added(total, part))
    return total


def _added(one: Points, other: Points) -> Points:
    """Add two; with Python's own numbers where they may not hold."""
    parts: list[Counts] = [np.asarray(part) for part in (one.above, one.below, other.above, other.below)]
    above, below, more, of = parts if _holds(*parts) else [part.astype(object) for part in parts]
    return Points(above * of + more * below, below * of)


def _holds(above: Counts, below: Counts, more: Counts, of: Counts) -> bool:
    """Whether the sum of two ratios holds in 64 bits."""
    if any(part.dtype == object for part in (above, below, more, of)):
        return False
    largest = [float(np.abs(part).max(initial=0)) for part in (above, below, more, of)]
    return largest[0] * largest[3] + largest[2] * largest[1] < SURELY and largest[1] * largest[3] < SURELY


def _reduced(points: Points) -> Points:
    """Bring to lowest terms, and back to 64 bits where they hold again."""
    shared = np.gcd(points.above, points.below)
    parts = [points.above // shared, points.below // shared]
    if any(part.dtype == object for part in parts):
        fits = all(int(part.min(initial=0)) > -SURELY and int(part.max(initial=0)) < SURELY for part in parts)
        parts = [part.astype(np.int64) for part in parts] if fits else parts
    return Points(parts[0], parts[1])


def grades_of(ruleset: Ruleset, low: Points, high: Points) -> Counts:
    """Tell which grades totals from low to high may earn, as `scoring/total/grades` does: bit i for the i-th grade."""
    found = np.zeros(len(low.above), np.int64)
    still = np.ones(len(low.above), np.bool_)
    for place, (_, lowest) in enumerate(ruleset.grades):
        found |= np.where(still & _reaches(high, *lowest.as_integer_ratio()), 1 << place, 0)
        still &= ~_reaches(low, *lowest.as_integer_ratio())
    return found


def _reaches(points: Points, above: int, below: int) -> Counts:
    one, other = np.asarray(points.above), np.asarray(points.below)
    if not _holds(one, other, np.asarray(above), np.asarray(below)):
        one, other = one.astype(object), other.astype(object)
    return np.asarray(one * below >= other * above, np.bool_)
