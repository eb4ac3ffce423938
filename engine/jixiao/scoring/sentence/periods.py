"""每月未报送的扣0.5分: what is said of every month or quarter, counted month by month."""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard import (
    Add,
    Clause,
    Deduct,
    Each,
    Interval,
    Points,
    Remark,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.tokens.vocabulary import EACH_UNITS
from jixiao.quantity import find_unit

_OF_EACH = re.compile(
    "[每各](?!逢|位|方|类|级|项指标|部门|单位)[^，,]{0,10}(?:未|没有|没|不|缺|漏|逾期|迟|延)"
)
"""How a clause begins that speaks of each of something that fails."""
_FIRST_COUNTED = re.compile("(?:开展|组织|召开|进行|报送)$")
"""Words before a number that says how many each is to have: 每季度召开1次."""
_IN_A_YEAR = {"月": 12, "季度": 4}
_PERIOD = re.compile("每个?(?P<unit>月|季度)(?=[\u4e00-\u9fff]{2})(?!度|[均底初末])")
"""The head of a clause that speaks of every month or quarter."""


def with_periods(entries: Sentence, points: Fraction) -> Sentence:
    """Let 每月未报送的扣0.5分 count the months; where points are earned, only if those of a year make up all of them.

    Raises LanguageError where something else of each is lost and nobody says that it is counted: 每家企业未整改的扣1分.
    """
    return tuple(_each_period(entry, points) if isinstance(entry, Clause) else entry for entry in entries)


def _each_period(clause: Clause, points: Fraction) -> Clause:
    """Give 每月 at the head of a clause in words as each month that is found."""
    match clause.subject:
        case (Words(text=text, span=span), *rest) if text.startswith(("每", "各")):
            pass
        case _:
            return clause
    found, alone = _PERIOD.match(text), all(isinstance(one, Remark) for one in rest)
    if found is None or not alone or not _is_counted(clause, found["unit"], points):
        _refuse_each(clause, text, span, points, alone=alone)
        return clause
    cut = span.start + found.end()
    each = Each("", find_unit(EACH_UNITS.get(found["unit"], found["unit"])), Span(span.start, cut))
    words = Words(text[found.end() :], Span(cut, span.end))
    said = [part for one in clause.said for part in ((each, words) if one is clause.subject[0] else (one,))]
    return replace(clause, subject=(each, words, *rest), said=tuple(said))


def _is_counted(clause: Clause, period: str, points: Fraction) -> bool:
    match clause.award:
        case Deduct(value=value, share=False):
            return 0 < value < points
        case Points(kind="number", value=value) | Add(value=value, share=False):
            return value * _IN_A_YEAR[period] == points
        case _:
            return False


def _refuse_each(clause: Clause, text: str, span: Span, points: Fraction, *, alone: bool) -> None:
    """Raise LanguageError at 每周未更新的扣0.5分, which counts, and yet has no word for what it counts."""
    costs = isinstance(clause.award, Deduct) and clause.award.value < points
    counts = any(isinstance(one, Each | Step) for one in clause.subject)
    after = (*(one.span.start for one in clause.subject[1:]), clause.span.end)
    whole = "".join(
        one.text + ("，" if following > one.span.end else "")
        for one, following in zip(clause.subject, after, strict=True)
        if isinstance(one, Words)
    )
    unsaid = costs and _OF_EACH.match(whole) and (alone or not _FIRST_COUNTED.search(text))
    if not counts and (unsaid or (text.startswith("每") and _has_share(clause))):
        message = f"“{whole[:12]}”看不出数的是什么，请写成“每有一次……的，扣几分”，或“每完成10%得几分”"
        raise LanguageError.at(message, span)


def _has_share(clause: Clause) -> bool:
    """Whether a bare percentage earns or costs something."""
    ends = [end for one in clause.subject if isinstance(one, Interval) and one.bare for end in one.ends]
    return clause.award is not None and any(end.amount.unit.dimension.is_ratio for end in ends)
