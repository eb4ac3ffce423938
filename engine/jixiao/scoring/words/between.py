"""What lies between several numbers, along straight lines: 100%得10分，90%得8分，60%得2分，中间值按插值法计算."""

from __future__ import annotations

import re
from itertools import pairwise

from jixiao.dataclass import replace
from jixiao.language.standard import Clause, End, Interval, Points, Sentence, Words
from jixiao.scoring.words.intervals import base_of
from jixiao.scoring.words.wording import interpolates

_BETWEEN = re.compile("(?:在)?(?:上述|以上|各)?(?:中间值?|其间|期间|之间|各档之间|两档之间|中间数值)的?")
_LEAST = 3
"""With two numbers the form of two corners has the sentence."""


def with_stretches(entries: Sentence) -> Sentence:
    """Give the entries with a clause for each stretch between two numbers; the same ones where nothing lies between them."""
    found = [one for one in entries if isinstance(one, Clause) and _is_between(one)]
    numbers = sorted(filter(None, map(_number, entries)), key=base_of)
    if len(found) != 1 or len(numbers) < _LEAST:
        return entries
    (clause,) = found
    stretches = tuple(
        clause.read_as((Interval(_without(low), _without(high), clause.span),))
        for low, high in pairwise(numbers)
    )
    return tuple(made for one in entries for made in (stretches if one is clause else (one,)))


def _without(end: End) -> End:
    return replace(end, included=False, outright=True)


def _is_between(clause: Clause) -> bool:
    match clause.subject:
        case (Words(text=text),):
            return _BETWEEN.fullmatch(text) is not None and interpolates(clause.award)
        case _:
            return False


def _number(entry: object) -> End | None:
    match entry:
        case Clause(
            subject=(*_, Interval(low=End() as low, high=high)), award=Points(kind="number" | "full")
        ) if high is None or low == high:
            return low
        case _:
            return None
