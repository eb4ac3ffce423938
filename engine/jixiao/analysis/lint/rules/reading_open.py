"""A way to read the sentence that 口径 leaves open, and that changes scores."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.counted import is_counted
from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.measured import Measured, measured_in
from jixiao.analysis.lint.sentence import Sentence
from jixiao.curve.difference import difference
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.readings import DEFAULTS, Reading, values_of


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield each reading that is open and whose values give other scores, with an example."""
    if sentence.meaning is None:
        return
    settled = {OWN_LINT: "高分", **sentence.readings}
    for name in sentence.meaning.asks:
        if name in settled or name in DEFAULTS:
            continue
        ways = [sentence.read({**settled, name: value}) for value in values_of(name)]
        examples = (_example(measured, ways) for measured in measured_in(sentence))
        example = next((one for one in examples if one is not None), None)
        if example is not None:
            yield Found(
                sentence.spot(),
                f"口径“{name}”没有写，{'、'.join(values_of(name))}各得不同的分{example}。请在口径里写明；不写就给出得分范围",
            )


OWN_LINT = Reading.SHARED_END
"""The reading that band-contested looks after, number by number."""


def _example(measured: Measured, ways: list[Lowered]) -> str | None:
    """Write a value at which the ways differ and what each gives; None where none is proven."""
    unit = measured.unit
    step = unit.factor if is_counted(unit) else None
    first, *others = (measured.curve(way) for way in ways)
    for other in others:
        if bool(first) != bool(other):
            return ""
        value = difference(first, other, step)
        if value is not None:
            scores = (measured.outcome(way, value).high for way in ways)
            return f"，如{measured.called(value)}时得{'、'.join(map(points_text, scores))}分"
    return None


LINT = Lint(LintRule("reading-open", "口径没有写明，影响得分", "info"), each_sentence(find))
