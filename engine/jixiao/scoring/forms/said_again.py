"""What a list of items says again of them: that a missing one earns nothing, that one of equal items earns its points."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import takewhile

from jixiao.language.standard import Clause, Each, Else, Points, Step, Words
from jixiao.scoring.forms.binary import is_opposite
from jixiao.scoring.forms.items import adds_up
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.wording import words_of

_NONE_MET = (
    "全部未",
    "全部不",
    "均未",
    "均不",
    "都未",
    "都不",
    "都没有",
    "以上均未",
    "以上均不",
    "全未",
    "全不",
)
"""How words begin that say of all items that they are not met."""
ONE_MET = re.compile("(?:满足|符合|达到|具备|完成)[^，,]{0,6}[一1]项")
"""How it is said of one item that it is met."""
_MET = re.compile("(?:每|各)?(?:满足|符合|达到|具备|完成|做到)(?:的|要求|条件)*")
_NOT_MET = re.compile("(?:不|未|没有)(?:满足|符合|达到|具备|完成|做到)(?:的|要求|条件)*|否则")


def without_none(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Leave out a last “否则不得分” or “全部未落实的不得分”: without any item nothing is earned."""
    last = clauses[-1]
    if len(clauses) < 3 or context.points_of(last.award) != 0:
        return clauses
    none = isinstance(last.subject[0] if last.subject else None, Else)
    text = words_of(last.subject)
    missed = _NOT_MET.fullmatch(text) is not None and not last.mark and adds_up(clauses[:-1], context)
    return clauses[:-1] if none or missed or text.startswith(_NONE_MET) else clauses


def without_else(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Leave out what says again that a missing item earns nothing: …得2分，否则不得分."""
    kept: list[Clause] = []
    denied = 0
    for clause in clauses:
        if kept and context.points_of(clause.award) == 0 and _again(kept[-1], clause):
            denied += not isinstance(clause.subject[0], Else)
            continue
        kept.append(clause)
    return tuple(kept) if len(kept) > 1 and denied in (0, len(kept)) else clauses


def _again(item: Clause, clause: Clause) -> bool:
    words = words_of(item.subject)
    return not clause.mark and isinstance(item.award, Points) and bool(words) and is_opposite(words, clause)


def without_again(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Leave out 符合一项得1分，不符合不得分 behind items of 1 point each, which says nothing more."""
    listed = tuple(takewhile(lambda one: one.mark, clauses))
    points = [context.points_of(clause.award) for clause in listed]
    if len(set(points)) != 1 or len(listed) < 2 or not points[0] or listed == clauses:
        return clauses
    again = all(_says_again(clause, points[0], context) for clause in clauses[len(listed) :])
    return listed if again else clauses


def _says_again(clause: Clause, points: Fraction, context: Context) -> bool:
    """Whether a clause says what one item earns, or that none is earned where it is not met."""
    text = "".join(one.text for one in clause.subject if isinstance(one, Words))
    numbers = [one for one in clause.subject if not isinstance(one, Words)]
    earned = context.points_of(clause.award)
    if earned == 0:
        return not numbers and _NOT_MET.fullmatch(text) is not None
    one = len(numbers) == 1 and ONE_MET.search(context.cite(clause.span)) is not None
    return earned == points and one and _MET.fullmatch(text) is not None


def restates(clause: Clause, breach: Fraction, listed: tuple[Clause, ...], context: Context) -> bool:
    """Whether 每少一项扣1分 only says again what every missing item costs."""
    lacking = any(
        (isinstance(one, Each) and one.what in ("少", "缺", "缺少"))
        or (
            isinstance(one, Step)
            and one.direction == "under"
            and one.amount.value == 1
            and not one.amount.unit.dimension.is_ratio
        )
        for one in clause.subject
    )
    text = "".join(one.text for one in clause.subject if isinstance(one, Words))
    lacking = lacking or text.startswith(("不符合", "未达到", "不满足", "不达标"))
    return lacking and all(context.points_of(one.award) == breach for one in listed)
