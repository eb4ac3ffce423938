"""Places in an order: 排名前4名的得满分，5-9名的扣1分，10名以后扣2分.

The value is the place, 1 for the first: less is better, and 以上 names the places before a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.standard import Amount, Clause, End, Interval, Phrase, Sentence, Step, Words
from jixiao.quantity import PLAIN, RANK

_ORDER = re.compile("排名|名次|位次|排位|排序|位列|位居|名列|居|列(?=全|$|第)")
"""Words that speak of an order."""
_LEADS = re.compile(
    "[^，,、;。不未没无非\\d]{0,16}(?:排名|名次|位次|排位|位列|位居|名列|居|列|第|在)[^，,、;。不未没无非\\d]{0,6}|第"
)
"""Words before a place that only say of which order it is."""
_SORTED = re.compile("(?:按照?|以|根据|依据)[^，,;。不未没无非\\d]{1,20}(?:排名|排序|排位|进行排名|排出名次)")
_FROM_END = re.compile("(?:后|末|倒数第?|最后)$|末位|末尾|倒数|垫底|排名?最后")
_RATES = ("率", "占比", "比例", "比重", "度")


def with_ranks(entries: Sentence, name: str) -> Sentence:
    """Give the entries with places in an order for what they mean; the same ones where no order is spoken of.

    Raises LanguageError for places from the end, which only the number of all would tell.
    """
    if not is_of_order(entries):
        return entries
    _refuse_from_end(entries)
    shares = not name.endswith(_RATES) or _ORDER.search(name)
    read = tuple(
        _with_places(one, shares=bool(shares)) if isinstance(one, Clause) else one for one in entries
    )
    lasts = {one.high.amount.base for one in _places(read) if one.high is not None}
    return tuple(_with_rest(one, lasts) if isinstance(one, Clause) else one for one in read)


def is_of_order(entries: Sentence) -> bool:
    """Whether the numbers of a sentence are places in an order."""
    phrases = [phrase for one in entries if isinstance(one, Clause) for phrase in one.subject]
    numbers = [end.amount for one in phrases if isinstance(one, Interval) for end in one.ends]
    if any(amount.unit == RANK for amount in numbers):
        return True
    spoken = any(isinstance(one, Words) and _ORDER.search(one.text) for one in phrases)
    first = any(isinstance(one, Words) and one.text.endswith("前") for one in phrases)
    counted = any(amount.unit.name == RANK.name for amount in numbers)
    return (counted and (spoken or first)) or (spoken and first)


def _refuse_from_end(entries: Sentence) -> None:
    for clause in (one for one in entries if isinstance(one, Clause)):
        for phrase, after in zip(clause.subject, (*clause.subject[1:], None), strict=False):
            share = isinstance(after, Interval) and all(
                end.amount.unit.dimension.is_ratio for end in after.ends
            )
            if isinstance(phrase, Words) and _FROM_END.search(phrase.text) and not share:
                length = phrase.span.end - phrase.span.start
                message = "不知道一共有多少名，算不出从后面数的名次：请写成从前面数的名次，如“第8名及以后”"
                raise LanguageError(message, phrase.span.start, length)


def _with_places(clause: Clause, *, shares: bool) -> Clause:
    """Give the clause with places for its numbers, without the words that only name the order."""
    subject = [one for one in clause.subject if not (isinstance(one, Words) and _SORTED.fullmatch(one.text))]
    match subject:
        case [Words() as lead, Interval() as interval, *rest] if _names_order(
            lead.text, interval, shares=shares
        ):
            return clause.read_as((_placed(lead.text, interval), *map(_stepped, rest)))
        case [Interval() as interval, *rest] if _counts_places(interval):
            return clause.read_as((_placed("", interval), *map(_stepped, rest)))
        case _:
            return clause.read_as(tuple(map(_stepped, subject)))


def _names_order(lead: str, interval: Interval, *, shares: bool) -> bool:
    share = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in interval.ends)
    if not _counts_places(interval) and not (share and shares and lead.endswith(("前", "后"))):
        return False
    return _LEADS.fullmatch(re.sub("(?:前|后|进入|获得|取得|为|在)+$", "", lead)) is not None or lead in (
        "前",
        "后",
        "进入前",
    )


def _counts_places(interval: Interval) -> bool:
    return all(end.amount.unit.name == RANK.name or end.amount.unit == RANK for end in interval.ends)


def _placed(lead: str, interval: Interval) -> Interval:
    """Give the places behind words: 前4名 are the first four."""
    low, high = (_ranked(end) for end in (interval.low, interval.high))
    if lead.endswith("后") and high is not None:  # 后20%: a share of all, from its other end
        amount = Amount(100 - high.amount.value, high.amount.unit)
        return replace(interval, low=End(amount, False, outright=True), high=None, bare=False)
    if lead.endswith("前") and interval.bare and high is not None:
        return replace(interval, low=None, high=replace(high, included=True, outright=True), bare=False)
    if low is not None and high is None and low.by_statute:  # 第3名以上
        return replace(interval, low=None, high=low)
    if high is not None and low is None and high.by_statute:  # 第4名以下
        return replace(interval, low=replace(high, included=False, by_statute=False), high=None)
    return replace(interval, low=low, high=high)


def _ranked(end: End | None) -> End | None:
    if end is None or end.amount.unit.name != RANK.name:
        return end
    return replace(end, amount=Amount(end.amount.value, RANK))


def _stepped(phrase: Phrase) -> Phrase:
    if isinstance(phrase, Step) and phrase.amount.unit.name == RANK.name:
        return replace(phrase, amount=Amount(phrase.amount.value, RANK))
    return phrase


def _places(entries: Sentence) -> Iterator[Interval]:
    for clause in (one for one in entries if isinstance(one, Clause)):
        yield from (one for one in clause.subject if isinstance(one, Interval))


def _with_rest(clause: Clause, lasts: set[Fraction]) -> Clause:
    """Let 10名以后 begin at the tenth place, unless the clauses before end there."""

    def begun(phrase: Phrase) -> Phrase:
        if not isinstance(phrase, Interval) or phrase.low is None or phrase.high is not None:
            return phrase
        low = phrase.low
        if low.included or low.amount.unit != RANK or low.amount.base in lasts:
            return phrase
        return replace(phrase, low=replace(low, included=True))

    return clause.read_as(tuple(map(begun, clause.subject)))
