"""A formula or step that goes beyond full marks, and no word that it ends there."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.piece import Piece
from jixiao.language.standard import Cap, Pin
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.forms.steps.steps import Steps
from jixiao.scoring.sentence.standard import Standard


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield a sentence whose pieces rise above full marks, unless it says where they end."""
    standard = sentence.standard
    if standard is None or any(isinstance(entry, Cap | Pin) for entry in sentence.entries):
        return
    if _adds_without_end(standard) or any(_rises_above(one, standard.points) for one in _raw(sentence)):
        points = points_text(standard.points)
        yield Found(
            sentence.spot(),
            f"照句中的算法，得分会超过分值{points}分，句中却没有写明封顶；程序以{points}分为限。请补写“最高不超过{points}分”",
        )


def _adds_without_end(standard: Standard) -> bool:
    """Whether steps add points, which their pieces show up to full marks only."""
    form = standard.form
    return isinstance(form, Steps) and any(rate.points < 0 for rate in (form.under, form.over) if rate)


def _raw(sentence: Sentence) -> tuple[Piece, ...]:
    """Give the pieces before they are held within full marks; none where they are not proven."""
    assert sentence.standard is not None
    if not sentence.curves[0]:
        return ()
    return sentence.range.clip(sentence.standard.form.pieces(sentence.ways[0][0]))


def _rises_above(piece: Piece, points: Fraction) -> bool:
    if (piece.slope > 0 and piece.high is None) or (piece.slope < 0 and piece.low is None):
        return True
    ends = [end for end in (piece.low, piece.high) if end is not None] or [Fraction(0)]
    return any(piece.points_at(end) > points for end in ends)


LINT = Lint(LintRule("score-above-full", "得分会超过满分而没有封顶", "warning"), each_sentence(find))
