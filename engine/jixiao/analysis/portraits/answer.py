"""What one sentence scores at given values, under the readings given."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.analysis.portraits.at_score import score_at
from jixiao.analysis.portraits.misread import failed, misread
from jixiao.analysis.portraits.sentence import portray
from jixiao.language.error import LanguageError
from jixiao.model.answer import Answer, AtScore
from jixiao.model.mishap import mishap_text, sentence_called
from jixiao.model.ruleset import Readings
from jixiao.scoring.scale.readings import REFUSED, Reading
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import dimension_of
from jixiao.scoring.sentence.row import read_target
from jixiao.scoring.sentence.understand import understand

NAMELESS = "指标值"
"""What an indicator is called whose name is not given: as sentences call it."""


def answer(
    sentence: str,
    points: Fraction,
    name: str,
    readings: Readings,
    ats: Sequence[str] = (),
    target: str = "",
) -> Answer:
    """Understand a sentence of that many full marks, and score it at each of the values.

    A sentence that is not understood has no scores; a value that does not fit has an error.
    """
    called = name.strip() or NAMELESS
    try:
        standard = understand(sentence, called, points, target=read_target(target) if target else None)
        dimension_of(standard)  # numbers in two units are refused, as a table refuses them
        meaning = meaning_of(standard, readings)
        _refuse_contested(meaning, readings, sentence)
        portrait = portray(meaning, called, readings)
    except LanguageError as error:
        return Answer(sentence, name, misread(sentence, error))
    except Exception as problem:  # noqa: BLE001 a user never sees a traceback
        return Answer(sentence, name, failed(sentence, problem))
    scores = tuple(_scored(at, meaning, readings, sentence) for at in ats)
    return Answer(sentence, name, portrait, scores)


def _scored(at: str, meaning: Meaning, readings: Readings, sentence: str) -> AtScore:
    """Score one value; what goes wrong in it stays in it."""
    try:
        return score_at(at, meaning, readings)
    except Exception as problem:  # noqa: BLE001 a mistake of ours over one value must not cost the others
        return AtScore(at, error=mishap_text(problem, sentence_called(sentence)))


def _refuse_contested(meaning: Meaning, readings: Readings, sentence: str) -> None:
    """Refuse a number that two bands claim, where 口径 says that this is an error."""
    if readings.get(Reading.SHARED_END) == REFUSED and Reading.SHARED_END in meaning.asks:
        message = "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档"
        raise LanguageError(message, 0, len(sentence))
