"""Short ways to ask what the engine makes of one sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.language.error import LanguageError
from jixiao.scoring.forms.form import At, Count, Level, Met, RatingError, Value
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from shared.sentences.wording import NAME

SILENT: dict[str, str] = {}


def standard(sentence: str, points: str = "5", name: str = NAME) -> Standard:
    """Understand a sentence of an indicator with so many full marks."""
    return understand(sentence, name, Fraction(points))


def value(text: str) -> Value:
    """Give a value: 1.05, or 105%."""
    return Value(Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1))


def met(*numbers: int) -> Met:
    return Met(frozenset(numbers))


def count(text: str) -> Count:
    return Count(Fraction(text))


def level(name: str, score: str | None = None) -> Level:
    return Level(name, None if score is None else Fraction(score))


def outcome(sentence: str, at: At, readings: dict[str, str] = SILENT, points: str = "5") -> Outcome:
    """Give the one outcome that a sentence has for what is found."""
    [found] = standard(sentence, points).outcomes(at, readings)
    return found.outcome


def losses(
    sentence: str, at: At, readings: dict[str, str] = SILENT, points: str = "5"
) -> list[tuple[str, str, str]]:
    """Give each loss as points, clause and reason."""
    return [
        (str(one.points), one.clause, one.reason) for one in outcome(sentence, at, readings, points).losses
    ]


def refusal(sentence: str, points: str = "5", name: str = NAME) -> tuple[int, str]:
    """Give where a sentence is refused and why."""
    with pytest.raises(LanguageError) as refused:
        standard(sentence, points, name)
    return refused.value.position, refused.value.message


def misrating(sentence: str, at: At, points: str = "5") -> str:
    """Give why a finding cannot be scored by a sentence."""
    with pytest.raises(RatingError) as refused:
        standard(sentence, points).outcomes(at, SILENT)
    return str(refused.value)
