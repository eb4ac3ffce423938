"""From one clause to its band."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from jixiao.dataclass import replace
from jixiao.language.standard import (
    Amount,
    ByFormula,
    Clause,
    End,
    InProportion,
    Interval,
    PointsSpan,
    Remark,
    Words,
)
from jixiao.quantity import find_unit
from jixiao.scoring.forms.bands.band import Band
from jixiao.scoring.words.context import Context
from jixiao.scoring.words.intervals import base_of
from jixiao.scoring.words.score_formula import over_value
from jixiao.scoring.words.telling import opposite_in
from jixiao.scoring.words.wording import describes, follows, interpolates, words_of

_ALL = re.compile(
    "[^，不未没]{0,14}(?:全部|全面)(?:按[^，]{1,4})?(?:完成|完工|开工|达标|到位|合格|落实)[^，]{0,6}"
)
"""Words that say 100 % of a rate."""
_NONE_FOUND = re.compile(
    "没有|未|无|零|不|全部|均|都|按时|及时|按期|如期|准时|按(?:规定|合同|约定|工期|计划|进度|要求)|齐全|完整|规范|合规|正常|达标|完成"
)
"""How words begin or go on that say that nothing of what is counted was found."""
_COMPLETES = re.compile(r"完成(?:率)?(?:在|达到?)?\d+(?:\.\d+)?[%％]")
"""How a sentence says that its numbers are shares of what is to be completed."""
_GOOD = re.compile("符合|满足|具备|达标|健全|合格|做到|落实|完善|规范|齐全|完整")
"""Words of what is wanted: where that is counted, having all of it is no zero."""
_NONE_AT_ALL = re.compile(
    "(?:未|没有?|无)(?:开展|组织|举办|进行|召开|实施|发生|发现|获得|取得|报送|参加)的?|没有的?|无"
)
"""Words that say by themselves that there was nothing to count: 未开展的不得分."""
_LATE = ("超过规定", "逾期", "迟报", "延期", "延迟", "推迟", "拖延", "滞后", "超期", "超时", "晚")
"""Words that speak of some delay, so not of none."""


def band_of(clause: Clause, context: Context, *, among_counts: bool, first: bool) -> Band | None:
    """Give the band of a clause; `among_counts` where clauses beside it count 次, 天 and the like."""
    interval = _condition(clause, context, among_counts=among_counts, first=first)
    if interval is None:
        return None
    cited = context.cite(clause.span)
    if isinstance(clause.award, ByFormula):
        return Band(interval, interval, Fraction(0), over_value(clause.award, context), clause=cited)
    if isinstance(clause.award, InProportion):
        if interval.high is None or "扣" in clause.award.words or "%" in clause.award.words:
            return None
        if interval.low is None and not interval.at_goal:
            return None  # below a goal the share of it is earned; below another limit, nobody says of what
        if interval.low is not None and interval.low.amount.base == interval.high.amount.base:
            return None  # one number is no stretch to go along in proportion
        return Band(
            interval,
            interval,
            Fraction(0),
            proportional=True,
            interpolated=interpolates(clause.award),
            clause=cited,
        )
    if isinstance(clause.award, PointsSpan) and clause.award.low and clause.award.high:
        low, high = base_of(clause.award.low), base_of(clause.award.high)
        return Band(interval, interval, high, least=low, clause=cited)
    points = context.left_by(clause.award)
    return None if points is None else Band(interval, interval, points, clause=cited)


def _condition(clause: Clause, context: Context, *, among_counts: bool, first: bool) -> Interval | None:
    """Give the interval of a clause; words alone stand for “none found” among counts."""
    subject = tuple(one for one in clause.subject if not (isinstance(one, Remark) and one.plain))
    if (
        among_counts
        and len(subject) == 1
        and isinstance(subject[0], Words)
        and (_NONE_AT_ALL.fullmatch(subject[0].text) or (first and _says_none(subject[0].text)))
    ):
        none = End(Amount(Fraction(0)), True, outright=True)
        return Interval(none, none, clause.span)
    if among_counts and counts(clause):
        intervals = [one for one in subject if isinstance(one, Interval)]
        described = all(
            isinstance(one, Interval)
            or (
                (isinstance(one, Words) and (describes(one.text) or context.is_name(one.text)))
                and one.text not in _WAYS
            )
            for one in subject
        )
        if not described or len(intervals) != 1:
            return None
        words = "".join(one.text for one in subject if isinstance(one, Words))
        return _some(intervals[0]) if any(word in words for word in _LATE) else intervals[0]
    condition = context.condition(subject)
    completes = context.name.endswith("率") or _COMPLETES.search(context.sentence)
    if condition is None and first and completes and _ALL.fullmatch(words_of(subject)):
        whole = End(Amount(Fraction(100), find_unit("%")), True, outright=True)
        return Interval(whole, whole, clause.span)
    return condition


_WAYS = frozenset("高 低 升 降 增 减 涨 跌".split())
"""Words that say on which side of something a number lies, and are not what is counted: 低1天."""


def _says_none(text: str) -> bool:
    return describes(text) and _NONE_FOUND.search(text) is not None


def _some(interval: Interval) -> Interval:
    """Leave none out of “逾期3天以内”: where nothing is late, the clause does not speak."""
    if interval.low is not None or interval.high is None:
        return interval
    nothing = Amount(Fraction(0), interval.high.amount.unit)
    return replace(interval, low=End(nothing, False, outright=True))


def of_one_thing(clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether what stands before counts can be one thing: 迟到1次 beside 旷工3次 are two."""
    said = {
        context.name if context.means_value(one.text) else text
        for clause in clauses
        for one, after in pairwise(clause.subject)
        if isinstance(one, Words) and isinstance(after, Interval) and counts(clause)
        if (text := _VERBS.sub("", one.text))
    }
    longest = max(said, key=len, default="")
    return all(follows(text, longest) or follows(longest, text) for text in said)


_VERBS = re.compile("全年|累计|年度内?|发现|出现|发生|被|有|的|了|为|达到?|超过|连续|每")
"""Words before a count that do not say of what it is."""


def counts_good(clause: Clause) -> bool:
    """Whether a clause counts what is wanted: 其中一项健全的, but not 一项不健全的."""
    words = "".join(one.text for one in clause.subject if isinstance(one, Words))
    return counts(clause) and _GOOD.search(words) is not None and not opposite_in(words)


def counts(clause: Clause) -> bool:
    """Whether a clause compares a count, not a ratio."""
    intervals = [one for one in clause.subject if isinstance(one, Interval)]
    ends = [end for one in intervals for end in (one.low, one.high) if end]
    return bool(ends) and all(not end.amount.unit.dimension.is_ratio for end in ends)
