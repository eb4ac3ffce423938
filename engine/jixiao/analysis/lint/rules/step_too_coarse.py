"""A step that costs, or earns, so much that for the second one less than that is left."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.measured import Measured
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.readings import WHOLE_STEPS, Reading
from jixiao.scoring.scale.scale import Earned


def find(measured: Measured) -> Iterator[Found]:
    """Yield each kind of step whose second one would go beyond what there is to take, or to earn.

    A step that takes all at once says so plainly, and is left alone.
    """
    standard = measured.meaning.standard
    if standard.floor is None or standard.bounds.spills:
        return
    for each, room, clause in dict.fromkeys(_steps(measured)):
        verb = "扣" if each > 0 else "得"
        cost = abs(each)
        if cost != room and 2 * cost > room:
            yield Found(
                measured.sentence.spot_of(clause), f"{_problem(verb, cost, room)}。请核对步长和每步的分数"
            )


def _problem(verb: str, cost: Fraction, room: Fraction) -> str:
    if cost > room:
        return f"每步{verb}{points_text(cost)}分，可{verb}的只有{points_text(room)}分，第一步就不够{verb}"
    left = points_text(room - cost)
    return f"每步{verb}{points_text(cost)}分，{verb}了一步只剩{left}分，第二步不够{verb}"


def _steps(measured: Measured) -> Iterator[tuple[Fraction, Fraction, str]]:
    """Yield what a step costs, or earns where it is below 0, what there is for it, and the clause."""
    way = measured.sentence.read({Reading.PART_OF_STEP: WHOLE_STEPS})
    term = measured.of(way)
    for stretch in term.scale:
        stair = stretch.what.earns
        if not isinstance(stair, Stair):
            continue
        if stair.each > 0:
            yield stair.each, stair.start - _lowest(measured, stretch.what, way), stretch.what.said.clause
        elif stretch.what.cap is not None and not measured.is_alone:
            yield stair.each, stretch.what.cap - stair.start, stretch.what.said.clause


def _lowest(measured: Measured, earned: Earned, way: Lowered) -> Fraction:
    """Give where steps end: the floor of the sentence, or the cap or section of one of several rules."""
    if measured.is_alone:
        return measured.meaning.standard.floor or Fraction(0)
    room = -way.room_of(measured.of(way))
    return room if earned.floor is None else max(earned.floor, room)


LINT = Lint(LintRule("step-too-coarse", "每步扣得太多，第二步不够扣", "warning"), each_measured(find))
