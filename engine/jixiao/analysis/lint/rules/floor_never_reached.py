"""扣完为止 where deductions can't use up what there is to lose."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.spread import Piece
from jixiao.language.standard import Floor
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.said import Takes


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the words of a floor above which every score stays."""
    standard = sentence.standard
    floors = [entry for entry in sentence.entries if isinstance(entry, Floor)]
    if standard is None or not floors or any(not one.beyond for one in standard.vetoes):
        return
    lowest, floor = _lowest(sentence), standard.floor
    if lowest is not None and floor is not None and lowest > floor:
        yield Found(
            sentence.spot(floors[0].span),
            f"最多扣到还剩{points_text(lowest)}分，扣不到{points_text(floor)}分，“扣完为止”用不上。"
            "请核对每步扣的分数，或删去这一句",
        )


def _lowest(sentence: Sentence) -> Fraction | None:
    """Give the lowest score there can be; None where that can't be proven."""
    assert sentence.meaning is not None
    if sentence.meaning.takes not in (Takes.VALUE, Takes.COUNT):
        return sentence.meaning.ways[0].extremes()[0]
    if not all(sentence.curves):
        return None
    return min(_least(piece) for curve in sentence.curves for piece in curve)


def _least(piece: Piece) -> Fraction:
    """Give the lowest points of a piece; one without bounds on a side is level there."""
    return min(piece.what.low.at(end) for end in piece.ends or (Fraction(0),))


LINT = Lint(LintRule("floor-never-reached", "“扣完为止”永远用不上", "warning"), each_sentence(find))
