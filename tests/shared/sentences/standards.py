"""Short ways to ask what the engine makes of one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from jixiao.curve.spread import Pieces
from jixiao.language.error import LanguageError
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.said import At, Count, Inputs, Level, Met, RatingError, Value, own
from jixiao.scoring.sentence.meaning import Alternative, Meaning, meaning_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from shared.sentences.wording import NAME

SILENT: dict[str, str] = {}


def standard(sentence: str, points: str = "5", name: str = NAME) -> Standard:
    """Understand a sentence of an indicator with so many full marks."""
    return understand(sentence, name, Fraction(points))


def meaning(sentence: str, readings: Readings = SILENT, points: str = "5", name: str = NAME) -> Meaning:
    """Give what a sentence means, read as these readings say."""
    return meaning_of(standard(sentence, points, name), readings)


def ways(understood: Standard, at: At, readings: Readings = SILENT) -> tuple[Alternative, ...]:
    """Score what is said of the sentence's own input under every reading that is left open."""
    return meaning_of(understood, readings).outcomes(own(at))


def pieces(understood: Standard, readings: Readings) -> Pieces:
    """Give the pieces of a sentence that these readings leave just one way to read."""
    [way] = meaning_of(understood, readings).ways
    return way.pieces()


def inputs(at: At | Inputs) -> Inputs:
    """Give what is said of each input; of the sentence's own, where just one thing is said."""
    return at if isinstance(at, Mapping) else own(at)


def value(text: str) -> Value:
    """Give a value: 1.05, or 105%."""
    return Value(Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1))


def met(*numbers: int) -> Met:
    return Met(frozenset(numbers))


def count(text: str) -> Count:
    return Count(Fraction(text))


def level(name: str, score: str | None = None) -> Level:
    return Level(name, None if score is None else Fraction(score))


def outcome(sentence: str, at: At | Inputs, readings: Readings = SILENT, points: str = "5") -> Outcome:
    """Give the one outcome that a sentence has for what is found."""
    [found] = meaning(sentence, readings, points).outcomes(inputs(at))
    return found.outcome


def losses(
    sentence: str, at: At | Inputs, readings: Readings = SILENT, points: str = "5"
) -> list[tuple[str, str, str]]:
    """Give each loss as points, clause and reason."""
    return [
        (str(one.points), one.clause, str(one.reason))
        for one in outcome(sentence, at, readings, points).losses
    ]


def refusal(sentence: str, points: str = "5", name: str = NAME) -> tuple[int, str]:
    """Give where a sentence is refused and why."""
    with pytest.raises(LanguageError) as refused:
        standard(sentence, points, name)
    return refused.value.position, refused.value.message


def misrating(sentence: str, at: At | Inputs, points: str = "5") -> str:
    """Give why a finding cannot be scored by a sentence."""
    with pytest.raises(RatingError) as refused:
        meaning(sentence, SILENT, points).outcomes(inputs(at))
    return str(refused.value)
