"""Clauses as forms may claim them, where a sentence says in short what they must know.

发现一次扣1分: every time. 发生的不得分，能及时处置的可不扣分: from nothing up to full marks.
"""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard import (
    Add,
    Amount,
    Clause,
    Deduct,
    Each,
    End,
    Interval,
    Permitted,
    Phrase,
    Points,
    PointsSpan,
    Remark,
    Sentence,
    Step,
    Words,
)
from jixiao.language.standard.tokens.vocabulary import EACH_UNITS
from jixiao.quantity import PLAIN, find_unit
from jixiao.scoring.words.context import Context

LATE = ("延迟", "推迟", "拖延", "延后", "逾期", "延误", "延期", "超期", "滞后", "超", "超过", "超出")
"""How a delay is said."""


def _has_share(clause: Clause) -> bool:
    """Whether a bare percentage earns or costs something."""
    ends = [end for one in clause.subject if isinstance(one, Interval) and one.bare for end in one.ends]
    return clause.award is not None and any(end.amount.unit.dimension.is_ratio for end in ends)


_OF_EACH = re.compile(
    "[每各](?!逢|位|方|类|级|项指标|部门|单位)[^，,]{0,10}(?:未|没有|没|不|缺|漏|逾期|迟|延)"
)
"""How a clause begins that speaks of each of something that fails."""
_FIRST_COUNTED = re.compile("(?:开展|组织|召开|进行|报送)$")
"""Words before a number that says how many each is to have: 每季度召开1次."""
_IN_A_YEAR = {"月": 12, "季度": 4}
_PERIOD = re.compile("每个?(?P<unit>月|季度)(?=[\u4e00-\u9fff]{2})(?!度|[均底初末])")
"""The head of a clause that speaks of every month or quarter."""
_ONLY = re.compile("仅|只|第$|前$|后$")
"""Words beside a count of one that say just one, or the first."""


def spelled_out(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Give the clauses with every count of one that costs or gains points as each case, and permissions as ranges."""
    clauses = _with_base(clauses)
    return _with_each(_with_delays(_with_permits(clauses, context), context), context)


def _with_base(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Let 同比增长8%得基本分6分 beside steps be the number that they go from, which needs no sign."""
    if not any(isinstance(one, Step) for clause in clauses for one in clause.subject):
        return clauses

    def said(phrase: Phrase) -> Phrase:
        return replace(phrase, bare=False) if isinstance(phrase, Interval) else phrase

    return tuple(
        replace(clause, subject=tuple(map(said, clause.subject)), said=tuple(map(said, clause.said)))
        if isinstance(clause.award, Points) and clause.award.kind == "base"
        else clause
        for clause in clauses
    )


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


def _with_delays(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Let 每逾期1个工作日 behind 15个工作日内完成 be a step beyond the term: the value is how long it took."""
    terms = [
        one.high.amount.unit
        for clause in clauses
        if clause.award is not None and context.points_of(clause.award) == context.points
        for one in clause.subject
        if isinstance(one, Interval) and one.low is None and one.high is not None
    ]
    if len(terms) != 1 or len(clauses) != 2:
        return clauses
    (unit,) = terms

    def stepped(phrase: Phrase) -> Phrase:
        match phrase:
            case Each(what=what, unit=one) if what in LATE and one.dimension == unit.dimension:
                return Step("over", Amount(Fraction(1), one), phrase.span)
            case _:
                return phrase

    return tuple(
        replace(clause, subject=tuple(map(stepped, clause.subject)), said=tuple(map(stepped, clause.said)))
        if isinstance(clause.award, Deduct)
        else clause
        for clause in clauses
    )


def _with_each(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Let 发现一次扣1分 count every time, where no clause with points speaks of another number of the same."""
    counts = [
        count
        for clause in clauses
        if clause.award and not (context.left_by(clause.award) == 0 and _from_there_on(clause))
        for count in _counts(clause)
    ]
    steps = {
        one.amount.unit.dimension for clause in clauses for one in clause.subject if isinstance(one, Step)
    }
    none_is_best = any(
        context.points_of(clause.award) == context.points and not _counts(clause) for clause in clauses
    )
    found = []
    for clause in clauses:
        one = _single(clause, context)
        alone = (
            one is not None
            and not (none_is_best and isinstance(clause.award, Points))  # 通报1次得4分 of 6 is what is left
            and one.unit.dimension not in steps
            and all(other.value == 1 or other.unit.dimension != one.unit.dimension for other in counts)
        )
        found.append(_each(clause) if alone else clause)
    return tuple(found)


def _from_there_on(clause: Clause) -> bool:
    """Whether a clause speaks of so many and more: 三次及以上."""
    return all(one.high is None for one in clause.subject if isinstance(one, Interval))


def _counts(clause: Clause) -> list[Amount]:
    return [end.amount for one in clause.subject if isinstance(one, Interval) for end in one.ends]


def _single(clause: Clause, context: Context) -> Amount | None:
    """Give the bare count of one that a clause costs or gains points by, if it has one."""
    intervals = [one for one in clause.subject if isinstance(one, Interval)]
    words = [one.text for one in clause.subject if isinstance(one, Words)]
    if len(intervals) != 1 or not all(isinstance(one, Words | Interval | Remark) for one in clause.subject):
        return None
    low, points = intervals[0].low, context.points_of(clause.award)
    basic = isinstance(clause.award, Points) and clause.award.kind == "base"
    gains = isinstance(clause.award, Add) or (
        points is not None and 0 < points < context.points and not basic
    )
    if low is None or not intervals[0].bare or not (gains or isinstance(clause.award, Deduct)):
        return None
    counted = low.amount.value == 1 and low.amount.unit != PLAIN and not low.amount.unit.dimension.is_ratio
    return low.amount if counted and not any(map(_ONLY.search, words)) else None


def _each(clause: Clause) -> Clause:
    def counted(phrase: Phrase) -> Phrase:
        if isinstance(phrase, Interval) and phrase.low is not None:
            return Each("", phrase.low.amount.unit, phrase.span)
        return phrase

    return replace(clause, subject=tuple(map(counted, clause.subject)), said=tuple(map(counted, clause.said)))


def _with_permits(clauses: tuple[Clause, ...], context: Context) -> tuple[Clause, ...]:
    """Let 可不扣分 make of what stands before it a range up to full marks."""
    found: list[Clause] = []
    for clause in clauses:
        low = context.left_by(found[-1].award) if found and isinstance(clause.award, Permitted) else None
        if low is None:
            found.append(clause)
            continue
        before = found.pop()
        least, most = (End(Amount(points), included=True, outright=True) for points in (low, context.points))
        span = before.span.to(clause.span)
        award, said = PointsSpan(least, most, span), (*before.said, *clause.said)
        found.append(replace(before, award=award, span=span, said=said))
    return tuple(found)
