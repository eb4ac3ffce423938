"""Values below the lowest or above the highest band, of which the sentence says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.gaps import beside, gap_text, gaps, is_at_end
from jixiao.analysis.lint.scores import open_score_text
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every end that no band closes, as far as values can lie beyond it."""
    for gap in gaps(sentence):
        score = open_score_text(sentence, gap.sample)
        if is_at_end(sentence, gap) and score is not None:
            yield Found(
                sentence.spot(beside(sentence, gap).span),
                f"没有写明{gap_text(sentence, gap)}得几分，得{score}。请补上这一档，或把边上一档写成“以上”“以下”",
            )


LINT = Lint(LintRule("band-open-end", "最高或最低一档没有收口", "warning"), each_sentence(find))
