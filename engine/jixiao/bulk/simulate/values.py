"""The values that one place of a table takes: 3..5, 3..5/0.5, 3,4,5, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.bulk.simulate import words
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.messages import filled
from jixiao.quantity import decimal_text, fold_width

MAX_VALUES = 1_000
"""Most values of one place. Stops 0..1000000 from filling the memory."""
_END = r"(-?\d{1,12}(?:\.\d{1,6})?)([^\d./]*)"
_RANGE = re.compile(rf"{_END}\.\.{_END}(?:/(\d{{1,12}}(?:\.\d{{1,6}})?)[^\d./]*)?")
_APART = re.compile("[,，、]")


def read_values(text: str) -> tuple[str, ...]:
    """Give the values that a text names, each as it is to be written, once; raises BadQuestion for a range that is none.

    A range goes in steps of 1, or of what stands behind a stroke; its units stay beside each number. Texts that hold
    commas stand apart by “|”.
    """
    if "|" in text or "｜" in text:
        return _each(fold_width(text) if "｜" in text else text, re.compile(r"\|"))
    return tuple(dict.fromkeys(value for one in _each(text, _APART) for value in _ranging(one)))


def _each(text: str, apart: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in apart.split(text) if one.strip()))


def _ranging(text: str) -> Iterator[str]:
    found = _RANGE.fullmatch("".join(fold_width(text).split()))
    if found is None:
        yield text
        return
    first, last, step = Fraction(found[1]), Fraction(found[3]), Fraction(found[5] or 1)
    unit = found[4] or found[2]
    if not step:
        raise BadQuestion(filled(words.NO_STEP, text=text))
    count = int(abs(last - first) / step) + 1
    if count > MAX_VALUES:
        raise BadQuestion(filled(words.TOO_MANY_VALUES, text=text, count=count, most=MAX_VALUES))
    way = step if last >= first else -step
    for number in range(count):
        yield f"{decimal_text(first + number * way)}{unit}"
