"""Whether a number is the share, the change, the growth or the completion of a thing rather than its value."""

from __future__ import annotations

import re

from jixiao.documents.figures.context import Context
from jixiao.documents.figures.lexicon import BUDGET
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.words import (
    AGAINST,
    CHANGE,
    COMPARED,
    COMPLETES,
    LESS,
    RATE_NOUN,
    SHARE,
    YEAR_ON_YEAR,
)
from jixiao.model.reading import Measure

_SENTENCE = re.compile(r"[。\n!?]")
_FUNDS = re.compile("公共预算|基金预算|经营预算")


def measure_of(region: str, number: Number) -> Measure | None:
    """Tell what a number says of its thing; None where it is its value."""
    if number.unit == "个百分点":
        return Measure.CHANGE if CHANGE.search(region) else None
    if number.unit in ("%", "‰"):
        if COMPLETES.search(region):
            return Measure.COMPLETION
        if SHARE.search(region):
            return Measure.SHARE
    if RATE_NOUN.search(region):
        return None
    if AGAINST.search(region):
        return Measure.GROWTH if number.unit in ("%", "‰") else Measure.CHANGE
    if CHANGE.search(region) is None or (not number.unit and "." not in number.digits):
        return None
    return Measure.GROWTH if number.unit in ("%", "‰") else Measure.CHANGE


def without_measure(region: str, measure: Measure) -> str:
    """Give the words before a number without those that say what it measures."""
    if measure in (Measure.CHANGE, Measure.GROWTH) and (against := AGAINST.search(region)):
        return region[: against.start()]
    pattern = {Measure.SHARE: SHARE, Measure.COMPLETION: COMPLETES}.get(measure, CHANGE)
    return pattern.sub("", region)


def is_less(region: str) -> bool:
    """Whether a change is told as a decrease."""
    change = AGAINST.search(region) or CHANGE.search(region)
    return change is not None and change["word"] in LESS


def base_of(text: str, number: Number, context: Context) -> str:
    """Tell what a change is told against: 预算 or 上年; what was said last in the sentence holds on."""
    starts = [one.end() for one in _SENTENCE.finditer(text, 0, number.start)]
    start = starts[-1] if starts else 0
    said = [
        (one.end(), BUDGET if "预算" in _FUNDS.sub("", one["what"]) else "上年")
        for one in COMPARED.finditer(text, start, number.start)
    ]
    against = AGAINST.search(text[start : number.start])
    if against is not None:
        said.append((number.start, BUDGET if "预算" in _FUNDS.sub("", against["base"]) else "上年"))
    said += [(one.end(), "上年") for one in YEAR_ON_YEAR.finditer(text, start, number.start)]
    if said:
        context.base = max(said)[1]
    return context.base or "上年"
