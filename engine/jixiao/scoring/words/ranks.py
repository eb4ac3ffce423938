"""Places in an order: 排名前4名的得满分，5-9名的扣1分，10名以后扣2分.

The value is the place, 1 for the first: less is better, and 以上 names the places before a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from jixiao.dataclass import replace
from jixiao.language.error import Unsaid
from jixiao.language.standard import (
    Amount,
    Clause,
    Deduct,
    Entry,
    Interval,
    Phrase,
    Sentence,
    Step,
    Words,
    fold_words,
)
from jixiao.quantity import PLAIN, RANK
from jixiao.scoring.words.places import ORDERED, counts_places, names_places, placed, ranked

_ORDER = re.compile(f"{ORDERED}")
"""Words that speak of an order."""
_PLACE = re.compile("(?:排名|名次|位次|排位)$")
"""How names of places end, which need no unit: 考核位次≤3."""
_ORDER_ITSELF = re.compile(
    "(?:此后|之后|往后|以后)?(?:其|该|全[省市县区]|考核|综合)?(?:排名|名次|位次|排位|排序)|此后|之后|往后|以后|其后"
)
_EACH_PLACE = re.compile("(?:[此其之往以]后)?(?:的)?每1?个?(?:名|位)次?(?:的|依次|逐名|递减)*")
"""Words that speak of each place from there on: 往后每名."""
_SORTED = re.compile(
    "(?:按照?|以|根据|依据)[^，,;。不未没无非\\d]{1,20}(?:排名|排序|排位|名次)(?:为准|为依据|排名)?|(?:以|此|往|之)后|均|都"
)
"""Words that say by what is ordered, and 以后 before a step."""
_TOLD_APART = re.compile(r"\d")
IN_ORDER = re.compile(
    "[^不未没无非,;。]{2,40}(?:排名|位次|名次|排序|排位)(?:情况|结果)?(?:进行)?(?:计分|得分|评分|赋分|打分)?"
)
"""What is put in order, and among how many: 在全县12个乡镇中的位次."""
_FROM_END = re.compile("(?<![以之此往])后$|(?:末|倒数第?|最后)$|末位|末尾|倒数|垫底|排名?最后")
_RATES = ("率", "占比", "比例", "比重", "度")


def with_ranks(entries: Sentence, name: str, sentence: str) -> Sentence:
    """Give the entries with places in an order for what they mean; the same ones where no order is spoken of.

    Raises Unsaid for places from the end, which only the number of all would tell.
    """
    if not is_of_order(entries, named=_ORDER.search(name) is not None):
        return entries
    _refuse_from_end(entries)
    shares = not name.endswith(_RATES) or _ORDER.search(name) is not None
    entries = tuple(_without_order(one, sentence) for one in entries)
    read = tuple(
        _with_places(one, sentence, shares=shares) if isinstance(one, Clause) else one for one in entries
    )
    lasts = {one.high.amount.base for one in _places(read) if one.high is not None}
    return tuple(_with_rest(one, lasts) if isinstance(one, Clause) else one for one in read)


def _without_order(entry: Entry, sentence: str) -> Entry:
    """Give a clause without the words before its place that say what is put in order: 在全县12个乡镇中的位次."""
    if not isinstance(entry, Clause) or entry.mark:
        return entry
    for place in range(len(entry.subject) - 1, 0, -1):
        before = entry.subject[:place]
        text = fold_words(sentence[before[0].span.start : before[-1].span.end])
        if isinstance(before[-1], Words) and _TOLD_APART.search(text) and IN_ORDER.fullmatch(text):
            found = entry.read_as(entry.subject[place:])
            return replace(found, read=(*found.read, text))
    return entry


def is_of_order(entries: Sentence, *, named: bool = False) -> bool:
    """Whether the numbers of a sentence are places in an order; `named`: the indicator is called by one."""
    phrases = [phrase for one in entries if isinstance(one, Clause) for phrase in one.subject]
    intervals = [one for one in phrases if isinstance(one, Interval)]
    if any(end.amount.unit == RANK for one in intervals for end in one.ends):
        return True
    words = [one.text for one in phrases if isinstance(one, Words)]
    pairs = [
        (words.text, number)
        for clause in entries
        if isinstance(clause, Clause)
        for words, number in pairwise(clause.subject)
        if isinstance(words, Words) and isinstance(number, Interval)
    ]
    spoken = named or any(_ORDER.search(text) for text in words)
    first = [number for text, number in pairs if text.endswith("前")]
    placed_by_name = any(_PLACE.search(text) for text in [*words, *(one.name for one in intervals)])
    plain = all(end.amount.unit == PLAIN and end.amount.value >= 1 for one in intervals for end in one.ends)
    counted = any(map(counts_places, intervals))
    return (
        (counted and (spoken or any(map(counts_places, first))))
        or (spoken and bool(first))
        or (bool(intervals) and placed_by_name and plain)
    )


def _refuse_from_end(entries: Sentence) -> None:
    for clause in (one for one in entries if isinstance(one, Clause)):
        for phrase, after in zip(clause.subject, (*clause.subject[1:], None), strict=False):
            share = isinstance(after, Interval) and all(
                end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in after.ends
            )
            if isinstance(phrase, Words) and _FROM_END.search(phrase.text) and not share:
                length = phrase.span.end - phrase.span.start
                message = "不知道一共有多少名，算不出从后面数的名次：请写成从前面数的名次，如“第8名及以后”"
                raise Unsaid(message, phrase.span.start, length)


def _with_places(clause: Clause, sentence: str, *, shares: bool) -> Clause:
    """Give the clause with places for its numbers, without the words that only name the order."""
    following = (*clause.subject[1:], None)
    subject = [
        one
        for one, after in zip(clause.subject, following, strict=False)
        if not _says_order(one) and not (isinstance(after, Step) and _names_order(one))
    ]

    def at(lead: str, number: Interval) -> Interval:
        return placed(lead, number, sentence[number.span.start : number.span.end])

    match subject:
        case [Words(text=text, span=span)] if _EACH_PLACE.fullmatch(text) and isinstance(
            clause.award, Deduct
        ):
            return clause.read_as((Step("under", Amount(Fraction(1), RANK), span),))
        case [Interval(bare=True) as number, Words(text="起" | "开始"), Step() as step]:
            behind = replace(ranked(number), high=None, bare=False)
            return clause.read_as((behind, _stepped(step)))
        case [Words() as lead, Interval() as number, *rest] if _PLACE.search(lead.text) and _is_plain(number):
            return clause.read_as((ranked(number), *map(_stepped, rest)))
        case [Words() as lead, Interval() as number, *rest] if names_places(lead.text, number, shares=shares):
            return clause.read_as((at(lead.text, number), *map(_stepped, rest)))
        case [Interval() as number, *rest] if _PLACE.search(number.name) and _is_plain(number):
            return clause.read_as((replace(ranked(number), name=""), *map(_stepped, rest)))
        case [Interval() as number, *rest] if counts_places(number):
            return clause.read_as((at("", number), *map(_stepped, rest)))
        case _:
            return clause.read_as(tuple(map(_stepped, subject)))


def _says_order(phrase: Phrase) -> bool:
    return isinstance(phrase, Words) and _SORTED.fullmatch(phrase.text) is not None


def _names_order(phrase: Phrase) -> bool:
    """Whether words before a step name the order and nothing else: 名次每后移1位."""
    return isinstance(phrase, Words) and _ORDER_ITSELF.fullmatch(phrase.text) is not None


def _is_plain(number: Interval) -> bool:
    return all(end.amount.unit == PLAIN for end in number.ends)


def _stepped(phrase: Phrase) -> Phrase:
    if isinstance(phrase, Step) and phrase.amount.unit.name == RANK.name:
        return replace(phrase, amount=Amount(phrase.amount.value, RANK))
    return phrase


def _places(entries: Sentence) -> Iterator[Interval]:
    for clause in (one for one in entries if isinstance(one, Clause)):
        if not any(isinstance(one, Step) for one in clause.subject):
            yield from (one for one in clause.subject if isinstance(one, Interval))


def _with_rest(clause: Clause, lasts: set[Fraction]) -> Clause:
    """Let 10名以后 begin at the tenth place, unless the clauses before end there; 第4名起 goes on from the third."""

    def begun(phrase: Phrase) -> Phrase | None:
        if not isinstance(phrase, Interval) or phrase.low is None or phrase.high is not None:
            return phrase
        low = phrase.low
        if stepped and low.included and low.amount.base - 1 in lasts:
            return None
        if low.included or low.amount.unit != RANK or low.amount.base in lasts:
            return phrase
        return replace(phrase, low=replace(low, included=True))

    stepped = any(isinstance(one, Step) for one in clause.subject)
    return clause.read_as(tuple(one for one in map(begun, clause.subject) if one is not None))
