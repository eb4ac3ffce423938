"""Two bands that claim the same stretch of values."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.error import Overlap
from jixiao.language.span import Span
from jixiao.model.lint import LintRule


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the second of two bands that overlap."""
    error = sentence.error
    if isinstance(error, Overlap):
        yield Found(
            sentence.spot(Span(error.position, error.position + error.length)),
            f"{error.message}，重叠处得几分不明。请改动界限，使每个数只属于一档",
        )


LINT = Lint(LintRule("band-overlap", "两档的区间重叠", "error"), each_sentence(find))
