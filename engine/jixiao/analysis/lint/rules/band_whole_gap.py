"""Bands written in whole numbers, which miss what lies between two of them (79.5 %)."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.gaps import beside, gaps, is_at_end
from jixiao.analysis.lint.rules.band_gap import is_of_whole_numbers
from jixiao.analysis.lint.scores import open_score_text
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every gap between neighbouring whole numbers, where the value need not be whole."""
    for gap in gaps(sentence):
        score = open_score_text(sentence, gap.sample)
        if is_at_end(sentence, gap) or not is_of_whole_numbers(sentence, gap) or score is None:
            continue
        assert gap.high is not None
        yield Found(
            sentence.spot(beside(sentence, gap).span),
            f"各档写的是整数，{sentence.value_text(gap.sample)}不在任何一档，得{score}。"
            f"请把下一档写到{sentence.value_text(gap.high)}（不含）",
        )


LINT = Lint(LintRule("band-whole-gap", "整数分档漏掉中间的数", "warning"), each_sentence(find))
