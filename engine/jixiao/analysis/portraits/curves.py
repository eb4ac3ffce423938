"""A standard as curves: one for each way to read it, as far as they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from jixiao.analysis.portraits.reading_words import Chosen, ways_to_read, words_for
from jixiao.analysis.portraits.view import View
from jixiao.curve.curve import Curve, Line, Stretch
from jixiao.curve.hull import joined_stretches
from jixiao.curve.piece import Piece
from jixiao.model.portrait import Sample
from jixiao.model.ruleset import Readings
from jixiao.scoring.forms.form import Value
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.whole import whole_pieces

CHORDS = 48
"""Chords that stand for a bent curve between two thresholds."""
_NEAR_END = Fraction(1, 10_000)
"""How far from a threshold, as a part of the chord, a bent curve is first looked at."""


def straight_curves(standard: Standard, readings: Readings) -> tuple[Curve, ...] | None:
    """Give a curve for each way to read the standard; None where one of them is not straight.

    Ways that give the same curve are one, with the words of all. Empty for a rating, and
    for counts whose pieces are too many.
    """
    if standard.form.takes not in ("value", "count"):
        return ()
    found: list[tuple[Chosen, tuple[Stretch, ...]]] = []
    for full, chosen in ways_to_read(standard, readings):
        pieces = whole_pieces(standard, full)
        if not pieces:
            return None if standard.form.takes == "value" else ()
        found.append((chosen, tuple(_stretch(piece) for piece in pieces)))
    return _together(found, straight=True)


def bent_curves(standard: Standard, readings: Readings, view: View) -> tuple[Curve, ...]:
    """Give a curve for each way to read the standard as chords inside the view."""
    found = [
        (chosen, tuple(joined_stretches(_chords(standard, full, view))))
        for full, chosen in ways_to_read(standard, readings)
    ]
    return _together(found, straight=False)


def samples_of(standard: Standard, readings: Readings, view: View) -> tuple[Sample, ...]:
    """Give exact scores at the thresholds and half-way between them."""
    corners = sorted({view.left, *view.marks, view.right})
    halves = [(one + other) / 2 for one, other in pairwise(corners)]
    return tuple(Sample(value, *_span(standard, readings, value)) for value in sorted({*corners, *halves}))


def _together(found: Sequence[tuple[Chosen, tuple[Stretch, ...]]], *, straight: bool) -> tuple[Curve, ...]:
    groups: dict[tuple[Stretch, ...], list[Chosen]] = {}
    for chosen, stretches in found:
        groups.setdefault(stretches, []).append(chosen)
    words = words_for(list(groups.values()))
    return tuple(Curve(said, stretches, straight) for said, stretches in zip(words, groups, strict=True))


def _stretch(piece: Piece) -> Stretch:
    return Stretch(
        piece.low,
        piece.high,
        piece.low_included,
        piece.high_included,
        Line(piece.intercept - piece.spread, piece.slope),
        Line(piece.intercept, piece.slope),
    )


def _span(standard: Standard, readings: Readings, value: Fraction) -> tuple[Fraction, Fraction]:
    """Give the lowest and the highest score at a value."""
    found = [one.outcome for one in standard.outcomes(Value(value), readings)]
    return min(one.low for one in found), max(one.high for one in found)


_Corner = tuple[Fraction, Fraction, Fraction]
"""A value with the lowest and the highest score there."""


def _chords(standard: Standard, readings: Readings, view: View) -> Iterator[Stretch]:
    def corner(value: Fraction) -> _Corner:
        return value, *_span(standard, readings, value)

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
            yield Stretch(end, end, True, True, Line(low), Line(high))


def _chord(left: Fraction, right: Fraction, first: _Corner, last: _Corner) -> Stretch:
    lines = []
    for place in (1, 2):
        slope = (last[place] - first[place]) / (last[0] - first[0])
        lines.append(Line(first[place] - slope * first[0], slope))
    return Stretch(left, right, left == right, True, *lines)
