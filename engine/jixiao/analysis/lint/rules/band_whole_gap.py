"""Bands written in whole numbers, which miss what lies between two of them (79.5 %)."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.gaps import beside, gaps, is_at_end
from jixiao.analysis.lint.measured import Measured
from jixiao.analysis.lint.rules.band_gap import is_of_whole_numbers
from jixiao.analysis.lint.scores import open_score_text
from jixiao.model.lint import LintRule


def find(measured: Measured) -> Iterator[Found]:
    """Yield every gap between neighbouring whole numbers, where the value need not be whole."""
    for gap in gaps(measured):
        score = open_score_text(measured, gap.sample)
        if is_at_end(measured, gap) or not is_of_whole_numbers(measured, gap) or score is None:
            continue
        assert gap.high is not None
        yield Found(
            measured.spot(beside(measured, gap).span),
            f"各档写的是整数，{measured.value_text(gap.sample)}不在任何一档，得{score}。"
            f"请把下一档写到{measured.value_text(gap.high)}（不含）",
        )


LINT = Lint(LintRule("band-whole-gap", "整数分档漏掉中间的数", "warning"), each_measured(find))
