"""A step that costs so much that the second one has less than that left to take."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield each kind of step whose second one would go below the floor.

    A step that takes all at once says so plainly, and is left alone.
    """
    standard = sentence.standard
    if standard is None or standard.floor is None or standard.bounds.spills:
        return
    for cost, start, clause in dict.fromkeys(_steps(sentence)):
        room = start - standard.floor
        if cost != room and 2 * cost > room:
            yield Found(sentence.spot_of(clause), f"{_problem(cost, room)}。请核对步长和每步的分数")


def _problem(cost: Fraction, room: Fraction) -> str:
    if cost > room:
        return f"每步扣{points_text(cost)}分，可扣的只有{points_text(room)}分，第一步就不够扣"
    return f"每步扣{points_text(cost)}分，扣了一步只剩{points_text(room - cost)}分，第二步不够扣"


def _steps(sentence: Sentence) -> Iterator[tuple[Fraction, Fraction, str]]:
    """Yield what a step costs, what there is before the first, and the clause."""
    way = sentence.read({Reading.PART_OF_STEP: WHOLE_STEPS})
    for stretch in way.own.scale:
        stair = stretch.what.earns
        if isinstance(stair, Stair) and stair.each > 0:
            yield stair.each, stair.start, stretch.what.said.clause


LINT = Lint(LintRule("step-too-coarse", "每步扣得太多，第二步不够扣", "warning"), each_sentence(find))
