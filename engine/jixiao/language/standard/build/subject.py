"""Tidy what a clause speaks of, and pair parallel conditions with parallel awards."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.language.span import Span
from jixiao.language.standard.build.amount import share_units
from jixiao.language.standard.tree import (
    Amount,
    Award,
    Each,
    Else,
    End,
    Interval,
    Phrase,
    Points,
    Step,
    Words,
)
from jixiao.quantity import PLAIN, RANK, parse_numeral

_PARTICLES = re.compile(r"^(?:的|时|者|则|为|在|,)+$|^(?:的|则)+|的(?:单位|部门|项目|情况)?$")
_VERBS = re.compile("(?:介于|在|为|应|要|须|能|已|能够|应当|控制|(?:下降|降低|降|低)[到至])+$")
JOINING = frozenset("但 且 而 又 并 并且 同时 、 但在 且在 但是 但又 而在 并在 又在".split())
"""What stands between the halves of one interval."""
_DONE = re.compile("^(?:全年|年度|年内|当年)?(?:完成|实现|达成)(?=..)")
_OR = re.compile("^或者?(?=..)")
_IF = re.compile("^(?:若|如果|如|当|凡是?|则)(?=.)")
_CLASSES = re.compile(r"^.*?(?:分为|划分为|分成)|[一二三四五两]?(?:个)?(?:档次?|等次|等级|类|级)$")
_HOW_MANY = re.compile("([二两三四五六])个?(?:档|等次|等级|类|级)")
"""分为好、中、差三档: how many there are."""
_COMMAS = re.compile("[、，,]|以及|和|及")


def tidy_subject(subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Drop particles that carry nothing, and join the halves of one interval."""
    kept: list[Phrase] = []
    stripped = [plain for one in subject if (plain := _stripped(one)) is not None]
    stripped = _with_work_done(_without_joining(stripped))
    for phrase in _without_verbs(stripped):
        if isinstance(phrase, Interval) and kept and isinstance(kept[-1], Interval):
            joined = _join(kept[-1], phrase)
            if joined is not None:
                kept[-1] = joined
                continue
        kept.append(_along(phrase, kept[-1]) if isinstance(phrase, Step) and kept else phrase)
    return tuple(kept)


def _along(step: Step, beyond: Phrase) -> Step:
    """Let “超过5%的部分，每1%” go the way of what stands before it, where it names none itself."""
    if (
        not isinstance(beyond, Interval)
        or step.direction != "off"
        or (beyond.low is None) == (beyond.high is None)
        or any(end.amount.unit.dimension != step.amount.unit.dimension for end in beyond.ends)
    ):
        return step  # 闲置一年以上的，每1%: of something else
    return replace(step, direction="over" if beyond.low else "under")


def _without_joining(subject: list[Phrase]) -> list[Phrase]:
    """Drop 但 and 且 between the halves of one interval, and 否则 before a step."""
    around = zip([None, *subject], subject, [*subject[1:], None], strict=False)
    return [
        phrase
        for before, phrase, after in around
        if not (
            isinstance(phrase, Words)
            and phrase.text in JOINING
            and isinstance(before, Interval)
            and isinstance(after, Interval)
        )
        and not (isinstance(phrase, Else) and isinstance(after, Step | Each))
    ]


def either_of(subject: tuple[Phrase, ...]) -> list[tuple[Phrase, ...]]:
    """Give one subject for each side of “低于30%或高于50%”, the name before them repeated."""
    match subject:
        case (*names, Interval() as first, Words(text="或" | "或者"), Interval() as second) if all(
            isinstance(one, Words) for one in names
        ):
            return [(*names, first), (*names, second)]
        case (*names, Interval(ring=True) as both) if all(isinstance(one, Words) for one in names):
            plain = replace(both, outside=False, ring=False)
            return [
                (*names, plain),
                (*names, replace(plain, low=_negative(both.high), high=_negative(both.low))),
            ]
        case (*names, Interval(outside=True) as both) if all(isinstance(one, Words) for one in names):
            below = replace(both, low=None, high=both.low, outside=False)
            above = replace(both, low=both.high, high=None, outside=False)
            return [(*names, below), (*names, above)]
        case _:
            return [subject]


def _negative(end: End | None) -> End | None:
    return None if end is None else replace(end, amount=Amount(-end.amount.value, end.amount.unit))


def fact_apart(subject: tuple[Phrase, ...], award: Award | None) -> list[tuple[Phrase, ...]]:
    """Give what earns nothing by a number, and by a fact beside it, each alone: 延期3个月以上或未完成，不得分."""
    match subject:
        case (*before, Interval() as number, Words() as fact) if _is_nothing(award) and _OR.match(fact.text):
            return [(*before, number), (Words(_OR.sub("", fact.text), fact.span),)]
        case _:
            return []


def _is_nothing(award: Award | None) -> bool:
    return isinstance(award, Points) and award.kind == "zero"


def _with_work_done(subject: list[Phrase]) -> list[Phrase]:
    """Let “完成造林面积1000亩” be so much at least, and “造林面积” what is compared; one of a thing may be each of it."""
    kept = list(subject)
    for place, (words, number) in enumerate(pairwise(subject)):
        if isinstance(words, Words) and isinstance(number, Interval) and _DONE.match(words.text):
            amount = number.low.amount if number.bare and number.low is not None else None
            if amount is not None and not amount.unit.dimension.is_ratio and amount.value > 1:
                kept[place : place + 2] = (
                    replace(words, text=_DONE.sub("", words.text)),
                    replace(number, high=None, bare=False),
                )
    return kept


def _without_verbs(subject: list[Phrase]) -> list[Phrase]:
    """Drop what only leads to a comparison: 控制率应达到, 执行率在."""
    kept: list[Phrase] = []
    for phrase, after in zip(subject, [*subject[1:], None], strict=False):
        if isinstance(phrase, Words) and isinstance(after, Interval):
            text = bare_name(phrase.text)
            if text:
                kept.append(Words(text, phrase.span))
        else:
            kept.append(phrase)
    return kept


def bare_name(text: str) -> str:
    """Give words before a comparison without what only leads to it: 当比例, 执行率应, 执行率在."""
    return _IF.sub("", _VERBS.sub("", text))


def _join(first: Interval, second: Interval) -> Interval | None:
    """Join “≥80%，<90%” or “80%以上90%以下” into one interval."""
    if first.low and not first.high and second.high and not second.low:
        low, high = first.low, second.high
    elif first.high and not first.low and second.low and not second.high:
        low, high = second.low, first.high
    else:
        return None
    low_amount, high_amount = share_units(low.amount, high.amount)
    return Interval(
        replace(low, amount=low_amount),
        replace(high, amount=high_amount),
        first.span.to(second.span),
        name=first.name or second.name,
    )


def _stripped(phrase: Phrase) -> Phrase | None:
    if not isinstance(phrase, Words):
        return phrase
    text = _PARTICLES.sub("", phrase.text)
    return Words(text, phrase.span) if text else None


def pair_up(
    subject: tuple[Phrase, ...], awards: list[Award], span: Span
) -> list[tuple[tuple[Phrase, ...], Award]]:
    """Pair “达到30%、20%的” with “6分、4分”, and “好、中、差” with their points.

    Raises LanguageError where there are not as many conditions as awards.
    """
    conditions = (
        _of_list(subject, len(awards))
        or _one_by_one(subject, len(awards))
        or _each_counted(subject, len(awards))
        or _alternatives(subject)
    )
    said = [found for one in subject if isinstance(one, Words) for found in _HOW_MANY.findall(one.text)]
    if any(parse_numeral(number) != len(conditions) for number in said):
        message = f"说有{said[0]}档，列出的是{len(conditions)}档"
        raise LanguageError.at(message, span)
    if len(conditions) != len(awards):
        message = f"并列的条件有{len(conditions)}个，分数有{len(awards)}个，应当一样多"
        raise LanguageError.at(message, span)
    return list(zip(conditions, awards, strict=True))


def _of_list(subject: tuple[Phrase, ...], count: int) -> list[tuple[Phrase, ...]]:
    """Give no words to each award of “三项依次得5分、3分、2分”, which are of the list before it."""
    text = "".join(one.text for one in subject if isinstance(one, Words))
    numbers = [one.low.amount.value for one in subject if isinstance(one, Interval) and one.bare and one.low]
    plain = len(numbers) < 2 and len(numbers) == sum(not isinstance(one, Words) for one in subject)
    of_items = _ITEMS.fullmatch(text) is not None and (numbers == [count] or (bool(text) and not numbers))
    return [()] * count if plain and of_items else []


_ITEMS = re.compile("(?:以上|上述|前述|各|每)*(?:项|条|点|要点|内容|条件)?")
"""Words that speak of the items of a list, and of nothing else."""


def _each_counted(subject: tuple[Phrase, ...], count: int) -> list[tuple[Phrase, ...]]:
    """Give each thing of “迟报、漏报一次” the count behind them, where there are as many awards."""
    match subject:
        case (Words() as words, Each(what="") as counting):
            pass
        case (Words() as words, Interval(bare=True, low=End(amount=amount)) as counting) if amount.value == 1:
            pass
        case _:
            return []
    parts = [part for part in _COMMAS.split(_PARTICLES.sub("", words.text)) if part]
    return [(Words(part, words.span), counting) for part in parts] if len(parts) == count else []


def _one_by_one(subject: tuple[Phrase, ...], count: int) -> list[tuple[Phrase, ...]]:
    """Give each number of “第1-4名” a condition of its own, where there are as many awards."""
    intervals = [phrase for phrase in subject if isinstance(phrase, Interval)]
    if len(intervals) != 1 or intervals[0].low is None or intervals[0].high is None:
        return []
    low, high = intervals[0].low.amount, intervals[0].high.amount
    if low == high and any(isinstance(one, Words) and one.text.endswith("前") for one in subject):
        high = Amount(high.value, RANK if high.unit == PLAIN else high.unit)
        low = Amount(Fraction(1), high.unit)  # 前三名依次: from the first on
        subject = tuple(replace(one, text=one.text[:-1]) if isinstance(one, Words) and one.text.endswith("前") else one
                        for one in subject)  # fmt: skip
    unit = high.unit if low.unit == PLAIN else low.unit
    if unit.dimension.is_ratio or low.value.denominator != 1 or high.value - low.value != count - 1:
        return []
    ends = (End(Amount(low.value + place, unit), True, outright=True) for place in range(count))
    numbers = (Interval(end, end, intervals[0].span, bare=True) for end in ends)
    return [tuple(number if one is intervals[0] else one for one in subject) for number in numbers]


def _alternatives(subject: tuple[Phrase, ...]) -> list[tuple[Phrase, ...]]:
    """Give each of the parallel conditions, with the name before the first repeated."""
    intervals = [phrase for phrase in subject if isinstance(phrase, Interval)]
    if intervals:
        names = tuple(phrase for phrase in subject if isinstance(phrase, Words))[:1]
        return [(*names, interval) for interval in _alike(intervals)]
    words = next((phrase for phrase in reversed(subject) if isinstance(phrase, Words)), None)
    if words is None:
        return []
    text = _CLASSES.sub("", words.text)
    return [(Words(part, words.span),) for part in _COMMAS.split(text) if part]


def _alike(intervals: list[Interval]) -> list[Interval]:
    """Let “超过80%、70%、60%”, and “80%、70%、60%以上”, compare all three numbers alike."""
    compared = [one for one in intervals if not one.bare]
    if not compared or len({(one.low is None, one.high is None) for one in compared}) > 1:
        return intervals
    model = compared[0]
    if model.low is not None and model.high is not None:
        return intervals
    return [_compared_like(model, one) if one.bare else one for one in intervals]


def _compared_like(model: Interval, bare: Interval) -> Interval:
    assert bare.low is not None
    amount = bare.low.amount
    unit = next(end.amount.unit for end in (model.low, model.high) if end is not None)
    amount = Amount(amount.value, unit) if amount.unit == PLAIN else amount

    def like(end: End | None) -> End | None:
        return None if end is None else replace(end, amount=amount)

    return Interval(like(model.low), like(model.high), bare.span)
