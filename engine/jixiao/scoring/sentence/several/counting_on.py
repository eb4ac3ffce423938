"""What is counted on from a number of the value before it: 不超过6起得8分，每多1起扣1分."""

from __future__ import annotations

from jixiao.language.standard import Interval
from jixiao.quantity import counts_alike
from jixiao.scoring.sentence.several.gathered import Grouping
from jixiao.scoring.sentence.several.small import Kind, Small

_LACKING = ("少", "缺", "差", "少于", "低于", "减少", "不足", "下降", "降低")
"""Verbs of what is not there, by which steps go down from a number."""
_MORE = ("多", "超", "超过", "超出", "增加", "高", "高于", "增", "多出")
"""Verbs of what is beyond a number, by which steps go up from it."""


def goes_on_with_value(last: Grouping, small: Small) -> bool:
    """Take what is counted for steps of a value, where it goes on from a number that is one."""
    if _goes_with_value(last, small):
        last.valued.append(small.clause)
        return True
    if _counts_down(last, small):
        last.valued, last.earns = [last.earns[0].clause, small.clause], []
        return True
    return False


def _goes_with_value(last: Grouping, small: Small) -> bool:
    """Whether what is counted goes on from a number of the value before it: 不超过6起得8分，每多1起扣1分."""
    if not small.counted or small.words or small.what not in (*_LACKING, *_MORE):
        return False
    ends = [
        end.amount.unit
        for clause in last.valued
        for one in clause.subject
        if isinstance(one, Interval)
        for end in one.ends
    ]
    return bool(ends) and all(counts_alike(unit, small.unit) for unit in ends)


def _counts_down(last: Grouping, small: Small) -> bool:
    """Whether what is counted lacks from a number that earns: 不少于6场得8分，每少1场扣1分 is of how many there are."""
    if not small.counted or small.words or small.what not in _LACKING or small.kind != Kind.TAKES:
        return False
    if len(last.earns) != 1 or last.against or last.valued or last.earns[0].from_number is None:
        return False
    return counts_alike(last.earns[0].unit, small.unit)
