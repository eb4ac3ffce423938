"""What a sentence calls the value that it compares, where that is not its indicator: 与目标之比, 占应养面积的比例, 名次."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jixiao.language.formula import plain_name
from jixiao.language.standard import Clause, Interval, Sentence, Words
from jixiao.quantity import RANK
from jixiao.scoring.words.context import Context

OF_GOAL = "与目标之比"
PLACE = "名次"


def called_of(entries: Sentence, context: Context) -> str:
    """Give what the value of a sentence is called; empty where it is the indicator by its name."""
    subjects = [one.subject for one in entries if isinstance(one, Clause)]
    intervals = [one for subject in subjects for one in subject if isinstance(one, Interval)]
    if of := next((one.of for one in intervals if one.of), ""):
        return f"占{of}的比例"
    if over := next((one.over for one in intervals if one.over), ""):
        return f"超{over}的幅度"
    if any(one.at_goal for one in intervals):
        return OF_GOAL
    if any(end.amount.unit == RANK for one in intervals for end in one.ends):
        return PLACE
    names = _names(entries, context)
    return max(names, key=len, default="")


def _names(entries: Sentence, context: Context) -> Iterator[str]:
    """Yield the names before numbers that are not the indicator's, and still can only mean the value."""
    own = plain_name(context.name)
    for clause in (one for one in entries if isinstance(one, Clause)):
        for words, number in pairwise(clause.subject):
            if isinstance(words, Words) and isinstance(number, Interval):
                plain = plain_name(words.text)
                akin = plain in own or own in plain or context.is_any_value(words.text)
                if plain in context.quantities and not akin:
                    yield words.text
