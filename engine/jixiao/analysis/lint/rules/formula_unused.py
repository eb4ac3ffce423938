"""A 公式 beside a sentence that scores by rating: its value goes nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_row
from jixiao.analysis.lint.rulebook import Row
from jixiao.model.lint import LintRule
from jixiao.scoring.scale.said import OWN, Takes
from jixiao.scoring.scale.term import Term

BY_FIGURES = (Takes.VALUE, Takes.COUNT)
"""What forms take that score by figures."""


def find(row: Row) -> Iterator[Found]:
    """Yield a formula whose value the sentence does not use."""
    meaning = row.sentence.meaning
    if row.formula is None or meaning is None or any(map(_by_figures, meaning.terms)):
        return
    yield Found(
        row.spot("公式"),
        "评分标准由评定给分，公式算出的数用不上，这样的指标不能核算。请删去公式，或把评分标准改写成按数值计分",
    )


def _by_figures(term: Term) -> bool:
    """Whether a term is scored by the indicator's own value."""
    return term.name == OWN and term.takes in BY_FIGURES


LINT = Lint(LintRule("formula-unused", "有公式而评分标准不按数值计分", "error"), each_row(find))
