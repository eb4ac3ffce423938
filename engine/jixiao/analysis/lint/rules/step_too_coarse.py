"""A step that costs so much that the second one has less than that left to take."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.forms.breaches import Breaches
from jixiao.scoring.forms.progression import Progression
from jixiao.scoring.forms.steps.steps import Steps


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield each kind of step whose second one would go below the floor.

    A step that takes all at once says so plainly, and is left alone.
    """
    standard = sentence.standard
    if standard is None:
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
    assert sentence.standard is not None
    match sentence.standard.form:
        case Steps() as form:
            rates = (rate for rate in (form.under, form.over) if rate and rate.points > 0)
            yield from ((rate.points, form.start, rate.clause) for rate in rates)
        case Breaches() | Progression() as form:
            yield form.each, form.points, form.clause


LINT = Lint(LintRule("step-too-coarse", "每步扣得太多，第二步不够扣", "warning"), each_sentence(find))
