"""How one small rule joins those before it: in their section, or one of its own, or as a limit of the last."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from jixiao.curve.line import ZERO
from jixiao.dataclass import replace
from jixiao.language.formula import plain_name
from jixiao.language.standard import Clause, Interval, Says, Words
from jixiao.language.standard.tokens.vocabulary import EACH_UNITS
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.sentence.several.against import denied_by
from jixiao.scoring.sentence.several.gathered import Gathered, Grouping
from jixiao.scoring.sentence.several.small import Kind, Small
from jixiao.scoring.words.context import RATES, Context

_ELLIPSIS = re.compile("(?:未|不|无|没|拒|弄虚|虚假|造假|其他|否则)")
"""How words begin that are a rule of their own, and no other kind of what was counted before."""
_KIND = re.compile("[级类]$|一般|较大|较重|重大|特大|严重|国家|全国|中央|[省市州县区乡镇部]")
"""How words look that name another kind or grade of what was counted before."""
_NUMBER = re.compile("(?:超过|达到?|满|第)\\d+|\\d+[^\\d，,]{1,3}(?:以上|及以上|以后)")
_ENDING = 2
"""So many characters at the end of two names, and they name kinds of one thing."""
MAX_KIND = 8
"""Longest words of another kind of what is counted: 省级 behind 每获1项国家级奖励加5分."""


def of_part(grouping: Grouping, says: Says) -> bool:
    """Let the last thing that is counted count what is left over as it is said to: 不足一公里按一公里计."""
    where = grouping.against or grouping.earns
    if not where or not where[-1].counted or (says.amount is not None and says.amount.value != 1):
        return False
    where[-1] = replace(where[-1], part_of_step=says.value)
    return True


def join(found: Gathered, small: Small, context: Context) -> bool:
    """Set a small rule beside those before it, or begin a section with it."""
    clause, last = small.clause, found.groupings[-1]
    if small.otherwise and small.kind == Kind.EARNS:
        denial = earns_less(last, small)
        if denial is None:
            return False
        small = denial
    earns = small.kind in (Kind.EARNS, Kind.ADDS)
    if _counts_again(found, small):
        return False
    if _reaches_whole(last, small, context):
        last.earns[-1] = replace(last.earns[-1], cap=context.points)
        return True
    if earns and small.from_number is not None and any(one.counted for one in last.earns):
        return False  # 两次及以上加3分 behind 获奖一次加2分: instead of it
    last = _section_of(found, small, context)
    found.marked = found.marked or clause.mark
    where = last.earns if earns else last.against
    where.append(_like_before(where[-1], small, context) if where else small)
    return True


def _section_of(found: Gathered, small: Small, context: Context) -> Grouping:
    """Give the section that a small rule belongs to, a new one where it begins one."""
    clause, last = small.clause, found.groupings[-1]
    earns = small.kind in (Kind.EARNS, Kind.ADDS)
    if clause.mark and last.behind:
        _put_back(found.groupings)
        last = found.groupings[-1]
    elif not earns and _stands_behind(found, small, context):
        found.groupings.append(last := Grouping(behind=True))
    elif _takes_besides(last, small, context) or _behind_bonus(last, small) or _adds_besides(last, small):
        found.groupings.append(last := Grouping())
    if _is_all(last, small, context, marked=found.marked):
        last.earns, last.valued = [_whole(last.valued[0], context)], []
    if (clause.mark or last.valued or (earns and last.against)) and not last.empty:
        found.groupings.append(last := Grouping())
    return last


def _counts_again(found: Gathered, small: Small) -> bool:
    """Whether a rule counts from some number on what another counts from the first: 迟到一次扣0.1分，累计迟到超过5次的，每次扣0.2分."""
    if not small.counted or not _NUMBER.search(small.all_words):
        return False
    counting = [one for group in found.groupings for one in (*group.earns, *group.against) if one.counted]
    return any(one.words and one.words != small.words and one.words in small.all_words for one in counting)


def _is_all(last: Grouping, small: Small, context: Context, *, marked: bool) -> bool:
    """Whether what is counted is what keeps a share from being all: 认定准确率100%得3分，每发现一例错保扣0.5分.

    The indicator's own rate is worked out and stays a value.
    """
    if len(last.valued) != 1 or last.earns or last.against or not small.counted or small.clause.mark:
        return False
    match last.valued[0].subject:
        case (Words(text=name), Interval(low=end)) if end is not None and end.amount.base == 1:
            said, own = plain_name(name), plain_name(context.name)
            ratio = end.amount.unit != PLAIN and end.amount.unit.dimension.is_ratio
            of_another = (said not in own and own not in said) or not context.name.endswith(RATES)
            alone = context.points_of(last.valued[0].award) == context.points
            return ratio and of_another and (alone or not begins_anew(small.clause, context, marked=marked))
        case _:
            return False


def _whole(clause: Clause, context: Context) -> Small:
    """Read 认定准确率100% as an item that is met or not."""
    points = context.points_of(clause.award) or ZERO
    return Small(
        clause, Kind.EARNS, context.folded(clause.subject[0].span.to(clause.subject[-1].span)), points=points
    )


def _stands_behind(found: Gathered, small: Small, context: Context) -> bool:
    """Whether a small rule in a sentence of its own behind numbered sections takes from all of them.

    None that denies the last of them, and none where sections say themselves what takes from them.
    """
    last, clause = found.groupings[-1], small.clause
    headed = any(one.heads for group in found.groupings for one in group.earns)
    if (
        not (found.marked or headed)
        or clause.mark
        or last.behind
        or not begins_anew(clause, context, marked=True)
    ):
        return False
    denies = any(denied_by([Item(one.words, one.points)], small) for one in last.earns)
    costs = any(one.kind == Kind.TAKES for group in found.groupings[:-1] for one in group.against)
    return not denies and not costs


def _behind_bonus(last: Grouping, small: Small) -> bool:
    """Whether what takes stands behind what only adds, and so takes from all: 获表彰的每次加1分；被通报的每次扣1分."""
    if small.kind in (Kind.EARNS, Kind.ADDS, Kind.SAYS) or not last.earns or last.against or last.valued:
        return False
    bonus = last.earns[-1].kind == Kind.ADDS or all(one.counted for one in last.earns)
    denies = small.otherwise or denied_by([Item(one.words, one.points) for one in last.earns], small)
    return bonus and not denies


def _adds_besides(last: Grouping, small: Small) -> bool:
    """Whether a bonus stands behind several grades, and is none of them: 优秀得10分，良好得8分，获表彰的另加2分."""
    graded = len(last.earns) > 1 and all(one.kind == Kind.EARNS and not one.counted for one in last.earns)
    return small.kind == Kind.ADDS and graded


def _takes_besides(last: Grouping, small: Small, context: Context) -> bool:
    """Whether a deduction is said to be made besides, from whichever of several grades is reached: 被通报批评的另扣2分."""
    if len(last.earns) < 2 or small.kind != Kind.TAKES or small.clause.award is None:
        return False
    return context.is_besides(small.clause.award)


def _put_back(groupings: list[Grouping]) -> None:
    """Let what stands in a sentence of its own be of the section before it, where another section follows."""
    last = groupings.pop()
    groupings[-1].against += last.against


def earns_less(last: Grouping, small: Small) -> Small | None:
    """Give 否则得1分 behind an item of 3 points as what it then costs; None where it is no less."""
    before = last.earns[-1] if last.earns else None
    if before is None or before.counted or small.points >= before.points:
        return None
    return replace(small, kind=Kind.TAKES, points=before.points - small.points)


def begins_anew(clause: Clause, context: Context, *, marked: bool) -> bool:
    """Whether a clause begins a sentence of its own, so that it is of all before it; behind numbers a ; is no end."""
    ends = ("。", "\n") if marked else ("。", "\n", "；", ";")
    before = context.sentence[: clause.span.start].rstrip(" \u3000（(")
    return before.endswith(ends) and not before.rstrip().endswith(("，", ",", "、"))


def _reaches_whole(last: Grouping, small: Small, context: Context) -> bool:
    """Whether 达到10场及以上得满分 only says where what is counted comes to full marks anyway."""
    counting = last.earns[-1] if last.earns else None
    number = small.from_number
    if small.kind != Kind.EARNS or number is None or counting is None or not counting.counted:
        return False
    return small.points == context.points == number * counting.points


def _like_before(before: Small, small: Small, context: Context) -> Small:
    """Let 省级加3分 behind 每获1项国家级奖励加5分 count as that does."""
    between = context.sentence[before.clause.span.end : small.clause.span.start].strip()
    of_kind = (
        before.counted
        and not small.counted
        and small.lies is None
        and small.kind == before.kind
        and between in ("，", ",", "、")
        and 0 < len(small.words) <= MAX_KIND
        and not small.about
        and small.from_number is None
        and (_KIND.search(small.words) is not None or between == "、" or _alike(before, small))
        and not _ELLIPSIS.match(small.words)
    )
    return replace(small, counted=True, unit=before.unit) if of_kind else small


def _alike(before: Small, small: Small) -> bool:
    """Whether what is counted before ends as some words do: A类问题, B类问题."""
    return small.words[-_ENDING:] == (before.after or before.words)[-_ENDING:]


def held_at(found: Gathered, clause: Clause, number: Fraction, unit: str, context: Context) -> bool:
    """Let the last thing that is counted count no more than so many of its own unit.

    False where it is unclear of which of several it is said.
    """
    grouping = found.groupings[-1]
    where = grouping.against or grouping.earns
    if not where or not where[-1].counted or where[-1].cap is not None or number < 1:
        return False
    counts = [one for group in found.groupings for one in (*group.earns, *group.against) if one.counted]
    between = context.sentence[where[-1].clause.span.end : clause.span.start].strip()
    alone = len(counts) == 1 or (
        between in ("，", ",") and begins_anew(where[-1].clause, context, marked=False)
    )
    if not alone:
        return False
    alike = EACH_UNITS.get(unit, unit) == where[-1].unit.name
    where[-1] = replace(where[-1], cap=number * where[-1].points) if alike else where[-1]
    return alike


def _may_hold(where: list[Small], points: Fraction, context: Context) -> bool:
    """Whether a limit behind several counts that commas join may be of them all; of one that costs as much it is not."""
    last = where[-1]
    before = [one for one in where[:-1] if one.counted and one.cap is None]
    joined = all(
        context.sentence[one.clause.span.end : after.clause.span.start].strip() in ("，", ",")
        for one, after in pairwise([*before, last])
    )
    return bool(before) and joined and all(points > one.points for one in before)


def held(grouping: Grouping, points: Fraction, words: str, context: Context) -> bool:
    """Let the last small rule go no further than so many points; or all that take where it says 累计."""
    where = grouping.against or grouping.earns
    if not where:
        return False
    if any(word in words for word in ("累计", "合计", "共")) and len(grouping.against) > 1:
        grouping.taken_at_most = points
        return True
    if not where[-1].counted or where[-1].cap is not None:
        return False
    if _may_hold(where, points, context):
        return False  # 迟报每次扣0.5分，漏报每次扣1分，最多扣2分: the last of them, or both
    where[-1] = replace(where[-1], cap=points)
    return True
