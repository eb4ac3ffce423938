"""A formula or step that goes beyond full marks, and no word that it ends there."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.spread import Piece, Pieces
from jixiao.language.standard import Cap, Pin
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.said import Takes


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield a sentence whose pieces rise above full marks, unless it says where they end."""
    standard = sentence.standard
    if standard is None or any(isinstance(entry, Cap | Pin) for entry in sentence.entries):
        return
    if _adds_without_end(sentence) or any(_rises_above(one, standard.points) for one in _raw(sentence)):
        points = points_text(standard.points)
        yield Found(
            sentence.spot(),
            f"照句中的算法，得分会超过分值{points}分，句中却没有写明封顶；程序以{points}分为限。请补写“最高不超过{points}分”",
        )


def _adds_without_end(sentence: Sentence) -> bool:
    """Whether steps add points, which their pieces show up to full marks only."""
    way = sentence.read({Reading.PART_OF_STEP: WHOLE_STEPS})
    earnings = (stretch.what.earns for stretch in way.own.scale if way.own.takes == Takes.VALUE)
    return any(isinstance(stair, Stair) and stair.each < 0 for stair in earnings)


def _raw(sentence: Sentence) -> Pieces:
    """Give the pieces before they are held within full marks; none where they are not proven."""
    if sentence.meaning is None or not sentence.curves[0]:
        return ()
    return sentence.range.clip(sentence.meaning.ways[0].raw_pieces())


def _rises_above(piece: Piece, points: Fraction) -> bool:
    line = piece.what.high
    if (line.slope > 0 and piece.high is None) or (line.slope < 0 and piece.low is None):
        return True
    return any(line.at(end) > points for end in piece.ends or [Fraction(0)])


LINT = Lint(LintRule("score-above-full", "得分会超过满分而没有封顶", "warning"), each_sentence(find))
