"""A number that two bands claim with equal right: 90-100% and 70-90% at 90 %."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.scores import outcome_at
from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text

SETTLED = ("高分", "低分")
"""Values of 口径 边界归属 that say whose the number is."""


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every number that two bands claim and score differently, unless 口径 settles it."""
    if sentence.readings.get("边界归属") in SETTLED:
        return
    for stretch in sentence.stretches:
        if len(stretch.claimants) < 2 or stretch.guarded:
            continue
        high, low = (outcome_at(sentence, stretch.sample, {"边界归属": whose}).high for whose in SETTLED)
        later = max(stretch.claimants, key=lambda band: band.interval.span.start)
        number = sentence.value_text(stretch.sample)
        if high != low:
            yield Found(
                sentence.spot(later.interval.span),
                f"{number}同时属于两档，得{points_text(high)}或{points_text(low)}分。"
                f"请写明{number}（含）归哪一档，或在口径里写“边界归属: 高分”",
            )


LINT = Lint(LintRule("band-contested", "两档都写到同一个数", "warning"), each_sentence(find))
