"""A standard as curves: one for each way to read it, as far as they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from jixiao.analysis.portraits.reading_words import words_for
from jixiao.analysis.portraits.view import View
from jixiao.curve.curve import Curve
from jixiao.curve.line import Line, Spread, level
from jixiao.curve.spread import Piece, Pieces, run_together
from jixiao.curve.stretch import Stretch
from jixiao.model.term import Sample
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.readings import Chosen
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning

CHORDS = 48
"""Chords that stand for a bent curve between two thresholds."""
_NEAR_END = Fraction(1, 10_000)
"""How far from a threshold, as a part of the chord, a bent curve is first looked at."""


def straight_curves(meaning: Meaning, place: int = 0) -> tuple[Curve, ...] | None:
    """Give a curve of one term for each way to read the sentence; None where one of them is not straight.

    Ways that give the same curve are one, with the words of all. Empty for a rating, and
    for counts whose pieces are too many.
    """
    takes = meaning.terms[place].takes
    if takes not in (Takes.VALUE, Takes.COUNT):
        return ()
    functions = [way.pieces_of(way.terms[place]) for way in meaning.ways]
    if not all(functions):
        return None if takes == Takes.VALUE else ()
    return _together(meaning, functions, straight=True)


def bent_curves(meaning: Meaning, place: int, view: View) -> tuple[Curve, ...]:
    """Give a curve of one term for each way to read the sentence as chords inside the view."""
    functions = [run_together(_chords(way, place, view)) for way in meaning.ways]
    return _together(meaning, functions, straight=False)


def samples_of(meaning: Meaning, place: int, view: View) -> tuple[Sample, ...]:
    """Give the exact points of one term at the thresholds and half-way between them."""
    corners = sorted({view.left, *view.marks, view.right})
    halves = [(left + right) / 2 for left, right in pairwise(corners)]
    return tuple(_sample(meaning, place, value) for value in sorted({*corners, *halves}))


def _sample(meaning: Meaning, place: int, value: Fraction) -> Sample:
    outcomes = [way.at(way.terms[place], value) for way in meaning.ways]
    return Sample(value, min(one.low for one in outcomes), max(one.high for one in outcomes))


def _together(meaning: Meaning, functions: Sequence[Pieces], *, straight: bool) -> tuple[Curve, ...]:
    groups: dict[Pieces, list[Chosen]] = {}
    for way, pieces in zip(meaning.ways, functions, strict=True):
        groups.setdefault(pieces, []).append(way.chosen)
    words = words_for(list(groups.values()))
    return tuple(Curve(said, pieces, straight) for said, pieces in zip(words, groups, strict=True))


_Corner = tuple[Fraction, Fraction, Fraction]
"""A value with the lowest and the highest score there."""


def _chords(way: Lowered, place: int, view: View) -> Iterator[Piece]:
    def corner(value: Fraction) -> _Corner:
        outcome = way.at(way.terms[place], value)
        return value, outcome.low, outcome.high

    inner = [mark for mark in view.marks if view.left < mark < view.right]
    for start, end in pairwise([view.left, *inner, view.right]):
        step = (end - start) / CHORDS
        ends = [start + number * step for number in range(CHORDS + 1)]
        seen = [start + step * _NEAR_END, *ends[1:-1], end - step * _NEAR_END]
        corners = [corner(value) for value in seen]
        for (left, right), (first, last) in zip(pairwise(ends), pairwise(corners), strict=True):
            yield _chord(left, right, first, last)
        if end != view.right:
            _, low, high = corner(end)
            yield Stretch(end, end, True, True, level(high, low))


def _chord(left: Fraction, right: Fraction, first: _Corner, last: _Corner) -> Piece:
    lines = []
    for place in (1, 2):
        slope = (last[place] - first[place]) / (last[0] - first[0])
        lines.append(Line(first[place] - slope * first[0], slope))
    return Stretch(left, right, left == right, True, Spread(*lines))
