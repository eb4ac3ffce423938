"""One sentence: what the machine understands of it, and what it scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from jixiao.analysis.portraits.answer import answer
from jixiao.desk import messages
from jixiao.language.error import LanguageError
from jixiao.model.answer import Answer
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.portrait import Misread
from jixiao.model.suggestion import suggestion
from jixiao.quantity import NumberError, decimal_text, parse_number
from jixiao.scoring.scale.readings import READINGS, SCORE_READINGS
from jixiao.scoring.sentence.row import read_target

Exact = str | int | Decimal | Fraction
"""A number without a binary point, or a text as a table or a report has it: 4.5, 101.3%, 较好, ①③."""

_KNOWN = {**READINGS, **SCORE_READINGS}


def standard(
    text: str,
    points: Exact,
    name: str = "",
    at: Exact | Iterable[Exact] = (),
    readings: Mapping[str, str] | None = None,
    target: str = "",
) -> Answer:
    """Understand a sentence (评分标准) worth so many points, and score it at each value.

    `name` is the indicator's, where the sentence speaks of it; `readings` are 口径;
    `target` is the goal of which it speaks without a number (≥80%). A sentence
    that is not understood is an answer too (`understood` is a Misread), and so is a value that
    does not fit (`error` of its score). Raises Refused for points or readings that can't be.
    """
    if not text.strip():
        raise BadQuestion(messages.NO_SENTENCE)
    full = read_points(points)
    for reading, value in (readings or {}).items():
        check_reading(reading, value)
    ats = [at] if isinstance(at, Exact) else at
    check_target(target)
    return answer(text, full, name, readings or {}, tuple(map(_written, ats)), target)


def check_target(target: str) -> None:
    """Raise BadQuestion where a goal is none; nothing is none at all."""
    try:
        if target:
            read_target(target)
    except LanguageError as problem:
        raise BadQuestion(str(problem)) from None


def read_points(points: Exact) -> Fraction:
    """Give points exactly; raises BadQuestion for what is none, also for a binary float."""
    try:
        exact = (
            parse_number(points.strip().removesuffix("分")).value
            if isinstance(points, str)
            else _exact(points)
        )
    except NumberError as problem:
        raise BadQuestion(messages.NOT_POINTS_READ.format(points=points, why=problem)) from None
    if exact <= 0:
        raise BadQuestion(messages.NOT_POINTS.format(points=points))
    return exact


def check_reading(name: str, value: str) -> None:
    """Raise BadQuestion where there is no such 口径, or it can't have that value."""
    if name not in _KNOWN:
        raise BadQuestion(messages.UNKNOWN_READING.format(name=name, hint=suggestion(name, list(_KNOWN))))
    if value not in _KNOWN[name]:
        known = "、".join(_KNOWN[name])
        raise BadQuestion(messages.NOT_AMONG_READINGS.format(name=name, value=value, known=known))


def idle_readings(found: Answer, readings: Iterable[str]) -> list[str]:
    """Give the readings that this sentence has no use for, or settles itself."""
    if isinstance(found.understood, Misread):
        return []
    given = list(readings)
    useful = {asked.name for asked in found.understood.asked if asked.source != "settled"} | {"得分小数位"}
    if "得分小数位" in given:
        useful.add("舍入")
    return [name for name in given if name not in useful]


def _written(value: Exact) -> str:
    return value if isinstance(value, str) else decimal_text(_exact(value))


def _exact(number: int | Decimal | Fraction) -> Fraction:
    """Give a number as it is; raises BadQuestion for a binary float, whatever its type says."""
    try:
        if not isinstance(number, float):
            return Fraction(number)
    except (TypeError, ValueError, OverflowError):
        pass
    raise BadQuestion(messages.NOT_EXACT.format(number=number))
