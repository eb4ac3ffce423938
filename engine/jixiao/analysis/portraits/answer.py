"""What one sentence scores at given values, under the readings given."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.analysis.portraits.at_score import score_at
from jixiao.analysis.portraits.misread import misread
from jixiao.analysis.portraits.sentence import portray
from jixiao.language.error import LanguageError
from jixiao.model.answer import Answer
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.readings import REFUSED, Reading
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand

NAMELESS = "指标值"
"""What an indicator is called whose name is not given: as sentences call it."""


def answer(sentence: str, points: Fraction, name: str, readings: Readings, ats: Sequence[str] = ()) -> Answer:
    """Understand a sentence of that many full marks, and score it at each of the values.

    A sentence that is not understood has no scores; a value that does not fit has an error.
    """
    called = name.strip() or NAMELESS
    try:
        standard = understand(sentence, called, points)
        meaning = meaning_of(standard, readings)
        _refuse_contested(meaning, readings, sentence)
    except LanguageError as error:
        return Answer(sentence, name, misread(sentence, error))
    scores = tuple(score_at(at, meaning, readings) for at in ats)
    return Answer(sentence, name, portray(meaning, called, readings), scores)


def _refuse_contested(meaning: Meaning, readings: Readings, sentence: str) -> None:
    """Refuse a number that two bands claim, where 口径 says that this is an error."""
    if readings.get(Reading.SHARED_END) == REFUSED and Reading.SHARED_END in meaning.asks:
        message = "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档"
        raise LanguageError(message, 0, len(sentence))
