"""What a sentence gives at a value, for messages."""

from __future__ import annotations

from fractions import Fraction

from jixiao.analysis.lint.sentence import Sentence
from jixiao.quantity import points_text
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.said import Value, own


def outcome_at(way: Lowered, value: Fraction) -> Outcome:
    """Give what a way to read a sentence makes of a value."""
    return way.outcome(own(Value(value)))


def open_score_text(sentence: Sentence, value: Fraction) -> str | None:
    """Write the range of scores that the sentence leaves open at a value; None for one score."""
    assert sentence.meaning is not None
    outcome = outcome_at(sentence.meaning.ways[0], value)
    return None if outcome.exact else f"{points_text(outcome.low)}至{points_text(outcome.high)}分"
