"""Points that stand behind a list, item by item: ①有制度；②有执行。①得3分，②得2分, or 两项依次得3分、2分."""

from __future__ import annotations

import re
from itertools import takewhile

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, Points, Sentence

_MARKED = re.compile(r"([①-⑳]|\d{1,2})[^①-⑳\d;；。]{0,8}$")
"""A number right before points, and words between that only say that its item is met."""
_LEAST = 2
"""So many items make a list."""


def with_points_by_mark(entries: Sentence, sentence: str) -> Sentence:
    """Give the items of a list without points those that are said behind it, in the same order; else the same entries.

    Raises LanguageError where their numbers are in another order.
    """
    clauses = [one for one in entries if isinstance(one, Clause)]
    listed = list(takewhile(lambda one: one.mark and one.award is None and one.subject, clauses))
    behind = clauses[len(listed) : 2 * len(listed)]
    if len(listed) < _LEAST or len(behind) < len(listed) or not all(map(_only_awards, behind)):
        return entries
    for place, one in enumerate(behind, 1):
        if one.mark and _number(one, sentence) != place:
            raise LanguageError.at("序号与前面各项的次序不同，请把分值写在各项后面", one.span)
    earned = {id(item): replace(item, award=said.award) for item, said in zip(listed, behind, strict=True)}
    gone = {id(one) for one in behind}
    return tuple(earned.get(id(one), one) for one in entries if id(one) not in gone)


def _number(clause: Clause, sentence: str) -> int | None:
    """Give the number by which a clause says of which item it is; None where it is no plain number."""
    found = _MARKED.search(sentence[: clause.span.start])
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else ord(found[1]) - ord("①") + 1


def _only_awards(clause: Clause) -> bool:
    """Whether a clause says points and nothing of what they are for."""
    return (
        not clause.subject and isinstance(clause.award, Points) and clause.award.kind in ("number", "share")
    )
