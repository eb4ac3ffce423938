"""Points in the sentence that can't fit 分值: another full mark, a band above it, a cost beyond it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.error import LanguageError, Misfit
from jixiao.language.span import Span
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.row import understand_row


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the words whose points do not fit; lists that do not add up have their own lint."""
    error = sentence.error
    if isinstance(error, Misfit) and not is_list_sum(sentence, error):
        points = points_text(sentence.indicator.points)
        yield Found(
            sentence.spot(Span(error.position, error.position + error.length)),
            f"{error.message}。请核对：要么改“分值”，要么把句中的分数改得与{points}分相合",
        )


def is_list_sum(sentence: Sentence, error: Misfit) -> bool:
    """Whether the sentence would be a list in order, were the full marks what it adds up to."""
    if error.stated <= 0:
        return False
    indicator = sentence.indicator
    try:
        fitting = understand_row(sentence.text.text, indicator, error.stated)
    except LanguageError:
        return False
    return fitting.form.takes == Takes.MET


LINT = Lint(LintRule("points-misfit", "句中的分数与分值不符", "error"), each_sentence(find))
