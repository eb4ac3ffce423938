"""What a sentence gives at a value, for messages."""

from __future__ import annotations

from fractions import Fraction

from jixiao.analysis.lint.sentence import Sentence
from jixiao.model.ruleset import Readings
from jixiao.quantity import points_text
from jixiao.scoring.forms.form import Value
from jixiao.scoring.scale.outcome import Outcome


def outcome_at(sentence: Sentence, value: Fraction, readings: Readings | None = None) -> Outcome:
    """Give what the form makes of a value, under the first way to read it or the one given."""
    assert sentence.standard is not None
    way = {**sentence.ways[0][0], **(readings or {})}
    return sentence.standard.form.outcome(Value(value), way).within(
        sentence.standard.floor, sentence.standard.points
    )


def open_score_text(sentence: Sentence, value: Fraction) -> str | None:
    """Write the range of scores that the sentence leaves open at a value; None for one score."""
    outcome = outcome_at(sentence, value)
    return None if outcome.exact else f"{points_text(outcome.low)}至{points_text(outcome.high)}分"
