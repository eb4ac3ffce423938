"""What a sentence gives at a value, for messages."""

from __future__ import annotations

from fractions import Fraction

from jixiao.analysis.lint.measured import Measured
from jixiao.quantity import points_text


def open_score_text(measured: Measured, value: Fraction) -> str | None:
    """Write the range of scores that the sentence leaves open at a value; None for one score."""
    outcome = measured.outcome(measured.meaning.ways[0], value)
    return None if outcome.exact else f"{points_text(outcome.low)}至{points_text(outcome.high)}分"
