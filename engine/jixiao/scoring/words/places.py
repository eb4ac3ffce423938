"""One comparison of places in an order: 前4名, 第10名及以下, 未进入前6名."""

from __future__ import annotations

import re

from jixiao.dataclass import replace
from jixiao.language.standard import Amount, End, Interval
from jixiao.quantity import PLAIN, RANK

_NO = "[^，,、;。不未没无非\\d]"
_ORDERED = "(?:排名|名次|位次|排位|排序|位列|位居|名列|居|列|排|第|在)"
_LEADS = re.compile(
    f"(?:进入|列入|跻身|获得?|取得|进){_NO}{{0,10}}|{_NO}{{0,20}}{_ORDERED}{_NO}{{0,8}}(?:进入|获得?|取得)?|"
)
"""Words before a place that only say of which order it is."""
_OUTSIDE = re.compile(f"{_NO}{{0,16}}?(?:未能?|没有?)(?:进入|列入|进|排进|跻身|达到){_NO}{{0,8}}前")
"""未进入前 before 6名."""
_ENDS = re.compile("(?:前|后|为|在|的)+$")


def names_places(lead: str, number: Interval, *, shares: bool) -> bool:
    """Whether words before a number say that it is a place; with `shares` also a share of all, 前20%."""
    if _OUTSIDE.fullmatch(lead) and counts_places(number):
        return True
    if not _LEADS.fullmatch(_ENDS.sub("", lead)):
        return False
    share = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)
    return counts_places(number) or (share and shares and lead.endswith(("前", "后")))


def counts_places(number: Interval) -> bool:
    """Whether a number counts 名, or is a place outright."""
    return all(end.amount.unit.name == RANK.name for end in number.ends)


def ranked(number: Interval) -> Interval:
    """Give a number as a place."""
    return replace(number, low=_ranked(number.low), high=_ranked(number.high))


def _ranked(end: End | None) -> End | None:
    if end is None or (end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN):
        return end
    return replace(end, amount=Amount(end.amount.value, RANK))


def placed(lead: str, number: Interval, cited: str) -> Interval:
    """Give the places that a number stands for behind words; `cited`: the number as it is written."""
    low, high = ranked(number).low, ranked(number).high
    one = low is not None and high is not None and low.amount == high.amount
    if _OUTSIDE.fullmatch(lead) and high is not None:
        return replace(number, low=replace(high, included=False, outright=True), high=None, bare=False)
    if lead.endswith("后") and high is not None:  # 后20%: a share of all, from its other end
        amount = Amount(100 - high.amount.value, high.amount.unit)
        return replace(number, low=End(amount, False, outright=True), high=None, bare=False)
    if lead.endswith("前") and one and high is not None:
        return replace(number, low=None, high=replace(high, included=True, outright=True), bare=False)
    if high is None and low is not None and "以上" in cited:  # 第3名以上 is before it
        return replace(number, low=None, high=replace(low, by_statute=False, outright=True))
    if low is None and high is not None and "以下" in cited:  # 第4名以下 is behind it
        return replace(number, low=replace(high, included="及" in cited, by_statute=False), high=None)
    return replace(number, low=low, high=high)
