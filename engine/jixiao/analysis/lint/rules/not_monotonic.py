"""A score that falls and then rises again as the value goes on the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.measured import Measured
from jixiao.curve.spread import Piece
from jixiao.model.lint import LintRule, Spot
from jixiao.quantity import points_text
from jixiao.scoring.scale.scale import stretch_at


def find(measured: Measured) -> Iterator[Found]:
    """Yield the first place where a score rises after a fall; one summit is as it should be."""
    for curve in measured.curves:
        rise = rise_after_fall(curve)
        if rise is None:
            continue
        before, after = rise
        low, high = _range_text(measured, before), _range_text(measured, after)
        yield Found(
            _spot(measured, before),
            f"{low}得{points_text(_least(before))}分，{high}却得{points_text(_most(after))}分："
            "得分先降后升。请核对各档的分数和次序",
        )
        return


def rise_after_fall(curve: Sequence[Piece]) -> tuple[Piece, Piece] | None:
    """Give the piece where a score has fallen to, and the one where it rises again."""
    fell, bottom, last = False, None, None
    for piece in curve:
        for points in _ends(piece):
            if last is not None and points < last[1]:
                fell, bottom = True, piece
            elif last is not None and points > last[1] and fell and bottom is not None:
                return bottom, piece
            last = (piece, points)
    return None


def _ends(piece: Piece) -> tuple[Fraction, Fraction]:
    """Give the points at both ends; without bounds a piece is level, or has one end only."""
    low = piece.low if piece.low is not None else piece.high
    high = piece.high if piece.high is not None else piece.low
    return piece.what.high.at(low or Fraction(0)), piece.what.high.at(high or Fraction(0))


def _least(piece: Piece) -> Fraction:
    return min(_ends(piece))


def _most(piece: Piece) -> Fraction:
    return max(_ends(piece))


def _range_text(measured: Measured, piece: Piece) -> str:
    low, high = (None if end is None else measured.value_text(end) for end in (piece.low, piece.high))
    if low is None or high is None:
        return f"{high or ''}以下" if low is None else f"{low}以上"
    return low if low == high else f"{low}至{high}"


def _spot(measured: Measured, piece: Piece) -> Spot:
    """Give the place of the band that a piece belongs to, or of the whole sentence."""
    part = stretch_at(measured.stretches, piece.sample).what.part if measured.stretches else None
    return measured.spot(part.span if part else None)


LINT = Lint(LintRule("not-monotonic", "得分先降后升", "warning"), each_measured(find))
