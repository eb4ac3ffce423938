"""How many items of a list a clause speaks of: 全部符合, 符合其中两项, 缺一项, 均不符合."""

from __future__ import annotations

import re

from jixiao.language.standard import Clause, Each, Interval, Phrase, Remark, Words
from jixiao.language.standard.tokens.vocabulary import CASE_UNITS
from jixiao.quantity import PLAIN

_MET = "满足|符合|达到|达标|具备|完成|做到|落实|相符|健全|完善|规范|齐全|完整|合格|到位"
_DO = f"(?:{_MET}|要求|条件|标准|规定|的)+"
_BEFORE = "(?:以上|上述|各项|所列|条件|要点|要求|[^，,不未没无全均都完一]{0,4})*"
_ALL = re.compile(f"{_BEFORE}(?:全部|全|均|都|同时|完全){{1,2}}{_DO}")
_NONE = re.compile(
    f"{_BEFORE}(?:(?:全部|全|均|都|完全|一项都|一项也)+(?:不|未|没有|没|未能){_DO}|(?:全部|全|均|都)缺少?的?)"
)
_SOME = re.compile(f"(?:{_MET}|有|[仅只能]|其中|以上|上述|任意|任何|的|了)*")
_LACKS = re.compile(f"(?:[仅只有]|其中)*(?:缺少?|少|不|未|没有)(?:{_DO})?")
"""How it is said of how many items something is so, and of how many it is not."""


def goes_on(clause: Clause) -> bool:
    """Whether a clause speaks of so many and more, of which another may tell more: 达到两项的."""
    return any(isinstance(one, Interval) and one.high is None for one in clause.subject)


def is_counted(clause: Clause) -> bool:
    """Whether a clause says a number of items, and not just all or none: 其中一项未达到."""
    return any(isinstance(one, Interval | Each) for one in clause.subject)


def how_many(clause: Clause, size: int) -> range | None:
    """Give the numbers of items met, of so many, that a clause speaks of; None where it speaks of nothing of the kind."""
    subject = tuple(one for one in clause.subject if not (isinstance(one, Remark) and one.plain))
    text = "".join(one.text for one in subject if isinstance(one, Words))
    numbers = [one for one in subject if isinstance(one, Interval | Each)]
    if len(numbers) > 1 or not all(isinstance(one, Words | Interval | Each) for one in subject):
        return None
    said = _said(numbers[0], size) if numbers else range(size, size + 1)
    if said is None:
        return None
    if _NONE.fullmatch(text) or _ALL.fullmatch(text):
        every = said == range(size, size + 1)
        return None if not every else said if _ALL.fullmatch(text) else range(1)
    if not numbers:
        return None
    text += numbers[0].what if isinstance(numbers[0], Each) else ""
    if _SOME.fullmatch(text):
        return said
    return range(size - said.stop + 1, size - said.start + 1) if _LACKS.fullmatch(text) else None


def _said(phrase: Phrase, size: int) -> range | None:
    """Give the whole numbers of items that a phrase says, up to all of them; None for other units."""
    match phrase:
        case Each(what=what, unit=unit):
            return range(1, 2) if unit.name in CASE_UNITS and what != "各" else None
        case Interval(name=""):
            units = {end.amount.unit for end in phrase.ends}
            whole = all(end.amount.value.denominator == 1 for end in phrase.ends)
            if not whole or not all(unit == PLAIN or unit.name in CASE_UNITS for unit in units):
                return None
            low = 0 if phrase.low is None else int(phrase.low.amount.value) + (not phrase.low.included)
            high = size if phrase.high is None else int(phrase.high.amount.value) - (not phrase.high.included)
            return range(low, high + 1) if 0 <= low <= high <= size else None
        case _:
            return None
