"""A formula or step that goes beyond full marks, and no word that it ends there."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.measured import Measured
from jixiao.curve.spread import Piece
from jixiao.language.standard import Cap, Pin
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.said import Takes


def find(measured: Measured) -> Iterator[Found]:
    """Yield a rule whose pieces rise above all that it can earn, unless the sentence says where they end."""
    if any(isinstance(entry, Cap | Pin) for entry in measured.sentence.entries):
        return
    if _adds_without_end(measured) or any(_rises_above(one, measured.points) for one in measured.raw):
        points = points_text(measured.points)
        which, full = ("得分", "分值") if measured.is_alone else (f"“{measured.name}”的得分", "这一条的")
        yield Found(
            measured.spot(),
            f"照句中的算法，{which}会超过{full}{points}分，句中却没有写明封顶；程序以{points}分为限。请补写“最高不超过{points}分”",
        )


def _adds_without_end(measured: Measured) -> bool:
    """Whether steps add points, which their pieces show up to full marks only."""
    way = measured.sentence.read({Reading.PART_OF_STEP: WHOLE_STEPS})
    term = measured.of(way)
    counts = measured.is_alone and term.takes == Takes.COUNT
    earnings = () if counts else (stretch.what.earns for stretch in term.scale)
    return any(isinstance(stair, Stair) and stair.each < 0 for stair in earnings)


def _rises_above(piece: Piece, points: Fraction) -> bool:
    line = piece.what.high
    if (line.slope > 0 and piece.high is None) or (line.slope < 0 and piece.low is None):
        return True
    return any(line.at(end) > points for end in piece.ends or [Fraction(0)])


LINT = Lint(LintRule("score-above-full", "得分会超过满分而没有封顶", "warning"), each_measured(find))
