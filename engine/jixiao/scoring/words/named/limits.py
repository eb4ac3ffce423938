"""Limits that clauses name in words, made numbers before any form looks: goals, and the other side of a limit.

完成年度任务得5分，未完成的每少3%扣1分: the first speaks of 100 % and more, the second of less.
"""

from __future__ import annotations

from jixiao.language.standard import Clause, InProportion, Interval, Sentence
from jixiao.scoring.words.named.clauses import above_limits, with_goals
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
    found = tuple(with_goals(one, known, name) if isinstance(one, Clause) else one for one in said)
    found = above_limits(with_other_sides(found))
    found = tuple(along(one) if isinstance(one, Clause) else one for one in found)
    if found == entries or names_another(found, name):
        return entries
    refuse_unknown_goal(found, name)
    return found


def speaks_of_numbers(entries: Sentence) -> bool:
    """Whether some clause says more of the value than that it reaches a goal or not."""
    clauses = [one for one in entries if isinstance(one, Clause)]
    return any(
        isinstance(clause.award, InProportion) or any(map(has_number, clause.subject)) for clause in clauses
    )
