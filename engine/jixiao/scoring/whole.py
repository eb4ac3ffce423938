"""A standard as a whole as a function of the value: form, guards, floor and cap.

What each form gives are its own pieces; a plot or an analysis wants the score.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from jixiao.model.ruleset import Readings
from jixiao.scoring.around import Guard
from jixiao.scoring.form import Form
from jixiao.scoring.intervals import claim
from jixiao.scoring.pieces import Piece, held, inside, joined
from jixiao.scoring.standard import Standard
from jixiao.scoring.steps import Steps

MAX_PIECES = 1_000
"""Most pieces formed of one form. Stops 每超过1%扣0.000001分 from filling the memory."""


def whole_pieces(standard: Standard, readings: Readings) -> tuple[Piece, ...]:
    """Give the score as pieces under a complete set of readings.

    Empty where a rating is scored, where the score is not linear in the value, or where
    there are too many pieces to be of use.
    """
    form = standard.form
    if _expected(form, standard.points) > MAX_PIECES:
        return ()
    pieces = form.pieces(readings)
    if not pieces:
        return ()
    pieces = held(pieces, standard.floor, standard.points)
    if form.takes in ("value", "count"):
        statute = readings["以上以下含本数"] == "是"
        for full in (False, True):
            guards = tuple(guard for guard in standard.guards if guard.full == full)
            pieces = _guarded(pieces, guards, standard.points if full else Fraction(0), statute=statute)
    return joined(_mirrored(pieces) if standard.magnitude and form.takes == "value" else pieces)


def _mirrored(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Give the function of the value without its sign: below zero as above it."""
    above = tuple(part for piece in pieces for part in _cut(piece, Fraction(0)) if _sample(part) >= 0)
    below = tuple(
        replace(
            piece,
            low=None if piece.high is None else -piece.high,
            high=None if piece.low is None else -piece.low,
            low_included=piece.high_included,
            high_included=piece.low_included,
            slope=-piece.slope,
        )
        for piece in reversed(above)
        if _sample(piece) > 0
    )
    return (*below, *above)


def _expected(form: Form, points: Fraction) -> int:
    """Count the pieces of a form that goes down or up in steps, before they are formed."""
    each: list[Fraction] = []
    if isinstance(form, Steps):
        each = [abs(rate.points) for rate in (form.under, form.over) if rate]
    elif isinstance(cost := getattr(form, "each", None), Fraction):
        each = [cost]
    return sum(math.ceil(points / one) for one in each)


def _guarded(
    pieces: tuple[Piece, ...], guards: tuple[Guard, ...], points: Fraction, *, statute: bool
) -> tuple[Piece, ...]:
    """Give those points where a guard claims the value, whatever the form gives there."""
    ends = {end.amount.base for guard in guards for end in (guard.interval.low, guard.interval.high) if end}
    for cut in sorted(ends):
        pieces = tuple(part for piece in pieces for part in _cut(piece, cut))
    return tuple(
        replace(piece, intercept=points, slope=Fraction(0), spread=Fraction(0))
        if any(claim(guard.interval, _sample(piece), statute) for guard in guards)
        else piece
        for piece in pieces
    )


def _sample(piece: Piece) -> Fraction:
    return piece.low if piece.low is not None and piece.low == piece.high else inside(piece.low, piece.high)


def _cut(piece: Piece, cut: Fraction) -> list[Piece]:
    """Cut a piece below, at and above a value that lies on it."""
    if not piece.contains(cut) or (piece.low is not None and piece.low == piece.high):
        return [piece]
    parts = [replace(piece, low=cut, high=cut, low_included=True, high_included=True)]
    if piece.low != cut:
        parts.insert(0, replace(piece, high=cut, high_included=False))
    if piece.high != cut:
        parts.append(replace(piece, low=cut, low_included=False))
    return parts
