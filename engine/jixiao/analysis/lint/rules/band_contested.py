"""A number that two bands claim with equal right: 90-100% and 70-90% at 90 %."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.counted import occurs
from jixiao.analysis.lint.found import Found, Lint, each_measured
from jixiao.analysis.lint.measured import Measured
from jixiao.curve.stretch import side_by_side
from jixiao.language.span import Span
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.scale.scale import Earned

SETTLED = ("高分", "低分")
"""Values of 口径 边界归属 that say whose the number is."""


def find(measured: Measured) -> Iterator[Found]:
    """Yield every number that two bands claim and score differently, unless 口径 settles it."""
    sentence = measured.sentence
    if Reading.SHARED_END not in measured.meaning.asks or measured.term.takes != Takes.VALUE:
        return
    if sentence.readings.get(Reading.SHARED_END) in SETTLED:
        return
    ways = [sentence.read({Reading.SHARED_END: whose}) for whose in SETTLED]
    for stretch in side_by_side([measured.range.clip(measured.of(way).scale) for way in ways]):
        bands = [earned for earned in stretch.what if earned is not None]
        if not occurs(stretch, measured.unit) or len(bands) < 2 or bands[0].said == bands[1].said:
            continue
        high, low = (measured.outcome(way, stretch.sample).high for way in ways)
        number = measured.value_text(stretch.sample)
        if high != low:
            yield Found(
                sentence.spot(max(map(_span, bands), key=lambda span: span.start)),
                f"{number}同时属于两档，得{points_text(high)}或{points_text(low)}分。"
                f"请写明{number}（含）归哪一档，或在口径里写“边界归属: 高分”",
            )


def _span(band: Earned) -> Span:
    assert band.said.lies is not None
    return band.said.lies.span


LINT = Lint(LintRule("band-contested", "两档都写到同一个数", "warning"), each_measured(find))
