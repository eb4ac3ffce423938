"""Values below the lowest or above the highest band, of which the sentence says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.gaps import beside, gap_text, gaps, is_at_end
from jixiao.analysis.lint.measured import Measured
from jixiao.analysis.lint.scores import open_score_text
from jixiao.model.lint import LintRule


def find(measured: Measured) -> Iterator[Found]:
    """Yield every end that no band closes, as far as values can lie beyond it."""
    for gap in gaps(measured):
        score = open_score_text(measured, gap.sample)
        if is_at_end(measured, gap) and score is not None:
            yield Found(
                measured.spot(beside(measured, gap).span),
                f"没有写明{gap_text(measured, gap)}得几分，得{score}。请补上这一档，或把边上一档写成“以上”“以下”",
            )


LINT = Lint(LintRule("band-open-end", "最高或最低一档没有收口", "warning"), each_measured(find))
