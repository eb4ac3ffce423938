"""A way to read the sentence that 口径 leaves open, and that changes scores."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.scores import outcome_at
from jixiao.analysis.lint.sentence import Sentence
from jixiao.analysis.lint.stretches import is_counted
from jixiao.curve.difference import difference
from jixiao.curve.piece import Piece
from jixiao.model.lint import LintRule
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text
from jixiao.scoring.scale.readings import complete
from jixiao.scoring.sentence.measure import unit_of
from jixiao.scoring.sentence.whole import whole_pieces

_Way = tuple[Readings, tuple[Piece, ...]]
OWN_LINT = "边界归属"
"""The reading that band-contested looks after, number by number."""


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield each reading that is open and whose values give other scores, with an example."""
    standard = sentence.standard
    if standard is None:
        return
    settled = {OWN_LINT: "高分", **sentence.readings}
    for name in standard.form.asks:
        rest = {**sentence.ways[0][0], **settled}
        rest.pop(name, None)
        ways = [
            (readings, _curve(sentence, readings)) for readings, words in complete((name,), rest) if words
        ]
        example = _example(sentence, ways)
        if name not in settled and example is not None:
            values = "、".join(readings[name] for readings, _ in ways)
            yield Found(
                sentence.spot(),
                f"口径“{name}”没有写，{values}各得不同的分{example}。请在口径里写明；不写就给出得分范围",
            )


def _curve(sentence: Sentence, readings: Readings) -> tuple[Piece, ...]:
    assert sentence.standard is not None
    return sentence.range.clip(whole_pieces(sentence.standard, readings))


def _example(sentence: Sentence, ways: list[_Way]) -> str | None:
    """Write a value at which the ways differ and what each gives; None where none is proven."""
    assert sentence.standard is not None
    unit = unit_of(sentence.standard)
    step = unit.factor if is_counted(unit) else None
    for (_, one), (_, other) in ((ways[0], way) for way in ways[1:]):
        if bool(one) != bool(other):
            return ""
        value: Fraction | None = difference(one, other, step)
        if value is not None:
            scores = (outcome_at(sentence, value, readings).high for readings, _ in ways)
            return f"，如{sentence.value_text(value)}时得{'、'.join(map(points_text, scores))}分"
    return None


LINT = Lint(LintRule("reading-open", "口径没有写明，影响得分", "info"), each_sentence(find))
