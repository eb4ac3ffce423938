"""Clauses as forms may claim them, where a sentence says in short what they must know.

发现一次扣1分: every time. 发生的不得分，能及时处置的可不扣分: from nothing up to full marks.
"""

from __future__ import annotations

import re
from fractions import Fraction

from jixiao.dataclass import replace
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
    Step,
    Words,
)
from jixiao.quantity import PLAIN
from jixiao.scoring.words.context import Context

LATE = ("延迟", "推迟", "拖延", "延后", "逾期", "延误", "延期", "超期", "滞后", "超", "超过", "超出")
"""How a delay is said."""


_ONLY = re.compile("仅|只|第$|前$|后$")
"""Words beside a count of one that say just one, or the first."""
_AMONG = re.compile(f"{_ONLY.pattern}|其中$")
"""Words beside it before points that are earned as they stand: 其中一项未达到得6分 is of one, and not of each."""


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
    among = _AMONG if isinstance(clause.award, Points) else _ONLY
    return low.amount if counted and not any(map(among.search, words)) else None


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
