"""The scores that a form shows by itself: formulas over its cells, where they are exact; and what they come to now."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.bulk.preview import FigureCell, preview
from jixiao.model.case import Case
from jixiao.model.form import Form
from jixiao.model.preview import BY_ENGINE, OPEN, ScorePreview
from jixiao.quantity import find_unit, points_text
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import Program

Previews = Mapping[str, ScorePreview | None]
"""By the code of each indicator; None where the engine alone can say the score."""


def previews_of(program: Program, form: Form) -> Previews:
    """Give the formulas of the scores of a table over the cells of its form."""
    cells = {
        name: FigureCell(one.value, one.unit, find_unit(one.own_unit), f'COUNTIF({one.names},"{one.name}")=1')
        for name, one in form.items.items()
    }
    return {rule.indicator.id: preview(rule, cells) for rule in program.rules}


def scores_now(program: Program, case: Case | None) -> Mapping[str, str]:
    """Give what each indicator comes to by what is filled in already, for viewers that do not calculate."""
    if case is None or case.projects:
        return {}
    (evaluation,) = run_program(case, program)
    return {
        one.indicator.id: points_text(one.low) if one.low == one.high else OPEN if one.missing else BY_ENGINE
        for one in evaluation.results
    }
