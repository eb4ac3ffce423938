"""The values where a standard's score changes, and which sides of them were tried."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from jixiao.curve.piece import Piece
from jixiao.model.coverage import Threshold
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.readings import complete
from jixiao.scoring.sentence.measure import shown_unit
from jixiao.scoring.sentence.standard import Standard, asks_of
from jixiao.scoring.sentence.whole import whole_pieces
from jixiao.scoring.words.amounts import value_text


def threshold_values(standard: Standard, readings: Readings) -> tuple[Fraction, ...]:
    """Give the ends of pieces that stand in the sentence, or beyond which the score moves no more.

    Of a long flight of steps these are its first and its last edge, under every reading.
    """
    if standard.form.takes != "value":
        return ()
    said = {amount.base for amount in standard.amounts()}
    found: set[Fraction] = set()
    settled = {**readings, **dict(standard.settled)}
    for full, _ in complete(asks_of(standard), settled):
        pieces = whole_pieces(standard, full)
        own = standard.form.pieces(full) if pieces else ()
        found |= {end for piece in (*own, *pieces) for end in _ends(piece) if end in said}
        found |= {end for piece in pieces if piece.low is None or piece.high is None for end in _ends(piece)}
    return tuple(sorted(found))


def _ends(piece: Piece) -> tuple[Fraction, ...]:
    return tuple(end for end in (piece.low, piece.high) if end is not None)


def tried(
    standard: Standard, name: str, readings: Readings, values: Iterable[Fraction]
) -> tuple[Threshold, ...]:
    """Say of each threshold which sides were tried.

    A value is just below or above the threshold that it is nearer to than to any other.
    """
    thresholds, known = threshold_values(standard, readings), sorted(set(values))
    unit = shown_unit(standard, name)
    return tuple(
        Threshold(
            one,
            value_text(one, unit),
            below=any(value < one and _nearest(value, one, thresholds) for value in known),
            at=one in known,
            above=any(value > one and _nearest(value, one, thresholds) for value in known),
        )
        for one in thresholds
    )


def _nearest(value: Fraction, threshold: Fraction, all_of_them: Iterable[Fraction]) -> bool:
    others = (other for other in all_of_them if other != threshold)
    return all(abs(value - threshold) < abs(value - other) for other in others)
