"""Values between two bands that neither claims.

What lies in the gap scores between its neighbours, which no department need accept.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.gaps import Gap, beside, gap_text, gaps, is_at_end
from jixiao.analysis.lint.scores import open_score_text
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule

STEPS = (Fraction(1), Fraction(1, 10), Fraction(1, 100))
"""Differences of the last printed digit."""


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every gap between two bands wider than the whole numbers they are written in."""
    for gap in gaps(sentence):
        score = open_score_text(sentence, gap.sample)
        if is_at_end(sentence, gap) or is_of_whole_numbers(sentence, gap) or score is None:
            continue
        yield Found(
            sentence.spot(beside(sentence, gap).span),
            f"{gap_text(sentence, gap)}不属于任何一档，得{score}。请改动相邻两档的界限使之相接，或写明这一段得几分",
        )


def is_of_whole_numbers(sentence: Sentence, gap: Gap) -> bool:
    """Whether a gap comes of writing bands in whole numbers: 80-99% after 60-79%.

    Also of one or two decimals: 79.9% and 80%.
    """
    assert sentence.standard is not None
    if gap.low is None or gap.high is None or gap.low_included or gap.high_included:
        return False
    units = {
        amount.base: amount.unit.factor
        for amount in sentence.standard.form.amounts()
        if amount.base in (gap.low, gap.high)
    }
    factor = min(units.values(), default=None)
    if factor is None:
        return False
    low, high = gap.low / factor, gap.high / factor
    return any(high - low == step and not low % step for step in STEPS)


LINT = Lint(LintRule("band-gap", "相邻两档之间有空档", "warning"), each_sentence(find))
