"""A list ①②③ whose points do not add up to 分值."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.rules.points_misfit import is_list_sum
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.error import Misfit
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the list whose points add up to something else."""
    error = sentence.error
    if isinstance(error, Misfit) and is_list_sum(sentence, error):
        stated, points = points_text(error.stated), points_text(sentence.indicator.points)
        yield Found(
            sentence.spot(),
            f"清单各项合计{stated}分，分值是{points}分，相差{points_text(abs(error.stated - sentence.indicator.points))}分。"
            "请核对各项的分数，或改“分值”",
        )


LINT = Lint(LintRule("checklist-sum", "清单各项之和不等于分值", "error"), each_sentence(find))
