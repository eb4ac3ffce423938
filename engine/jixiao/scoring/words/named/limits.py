"""Limits that clauses name in words, made numbers before any form looks: goals, and the other side of a limit.

完成年度任务得5分，未完成的每少3%扣1分: the first speaks of 100 % and more, the second of less.
"""

from __future__ import annotations

from itertools import pairwise

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, InProportion, Interval, Sentence, Words
from jixiao.quantity import PLAIN
from jixiao.scoring.words.named.clauses import above_limits, with_goals
from jixiao.scoring.words.named.goals import above_goal
from jixiao.scoring.words.named.measured import with_distances
from jixiao.scoring.words.named.shares import with_shares
from jixiao.scoring.words.named.shortfalls import with_shortfalls
from jixiao.scoring.words.named.sides import along, with_other_sides
from jixiao.scoring.words.named.stated import without_statement
from jixiao.scoring.words.named.unknown import has_number, names_another, refuse_unknown_goal


def with_limits(entries: Sentence, name: str, known: Interval | None) -> Sentence:
    """Give the entries with numbers for goals and for the other side of limits; the same ones where there are none.

    `known`: the goal that the table states (目标).
    """
    said = with_distances(with_shares(with_shortfalls(entries), name), name)
    if known is None:
        said, known = without_statement(said, name)
    _refuse_two_scales(said)
    found = tuple(with_goals(one, known, name) if isinstance(one, Clause) else one for one in said)
    found = above_limits(with_other_sides(found))
    found = tuple(along(one) if isinstance(one, Clause) else one for one in found)
    if found == entries or names_another(found, name):
        return entries
    refuse_unknown_goal(found, name)
    return found


def _refuse_two_scales(entries: Sentence) -> None:
    """Raise LanguageError at 超5%以内 behind a limit that is a number of its own: so much above that, or above a plan."""
    numbers = [
        (words.text if isinstance(words, Words) else "", number)
        for clause in entries
        if isinstance(clause, Clause)
        for words, number in pairwise((None, *clause.subject))
        if isinstance(number, Interval)
        and all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)
    ]
    own = any(
        above_goal(text) is None
        and number.low is None
        and number.high is not None
        and number.high.amount.base < 1
        for text, number in numbers
    )
    for text, number in numbers:
        if own and above_goal(text) is not None and number.high is not None and number.low != number.high:
            message = "看不出是超过前面的界限多少，还是超过计划多少，请写成界限之间的数"
            raise LanguageError.at(message, number.span)


def speaks_of_numbers(entries: Sentence) -> bool:
    """Whether some clause says more of the value than that it reaches a goal or not."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    return any(
        isinstance(clause.award, InProportion) or any(map(has_number, clause.subject)) for clause in clauses
    )
