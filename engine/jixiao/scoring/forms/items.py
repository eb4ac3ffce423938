"""The items of a list: their words, and what they earn together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from jixiao.language.standard import Add, Clause, Each, Else, Remark, Step, Words, fold_words
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import hides_rule

MAX_EQUAL_SHARES = 30
"""Longest list without points read as equal shares. Stops a list of nothing from becoming a table."""
_SAYS_WHAT = re.compile("(?:占|为|是|属于?)[^，,]{0,6}(?:[%％]|之一|否决|必备|重点|关键|核心)")
"""What is said of an item before it, and no item: ①占50%, ③为否决项."""


def items_of(listed: Sequence[Clause], context: Context) -> tuple[str, ...] | None:
    """Give the words of each item of a list; None where one holds more than words."""
    return tuple(_words(one, context) for one in listed) if all(map(_describes, listed)) else None


def _describes(clause: Clause) -> bool:
    first = clause.subject[0] if clause.subject else None
    if clause.mark and isinstance(first, Words) and _SAYS_WHAT.match(first.text):
        return False
    if not clause.subject or any(isinstance(phrase, Step | Each | Else) for phrase in clause.subject):
        return False
    return not any(hides_rule(one.text) for one in clause.subject if isinstance(one, Words | Remark))


def _words(clause: Clause, context: Context) -> str:
    cited = fold_words(context.cite(clause.subject[0].span.to(clause.subject[-1].span)))
    return cited.lstrip("、，").removesuffix("的")


def adds_up(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether every clause has points of its own, and all together are full marks."""
    points = [earned(clause, context) for clause in clauses]
    return len(points) > 1 and all(points) and sum(points) == context.points


def earned(clause: Clause, context: Context) -> Fraction:
    """Give the points of an item, also where it is said to add them."""
    if isinstance(clause.award, Add):
        return clause.award.value
    return context.points_of(clause.award) or Fraction(0)
