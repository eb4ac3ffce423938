"""每月未报送的扣0.5分: what is said of every month or quarter, counted month by month; and how often something is done."""

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
    Entry,
    Interval,
    Phrase,
    Points,
    Remark,
    Sentence,
    Step,
    Words,
    fold_words,
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
_FREQUENCY = re.compile(
    "[^，,;；。\\d扣得每]{0,12}(?:每[个两二三四]?(?:季度?|月|年度?|周|半年|旬|半月|日|天|工作日|双月)|隔[日天周月])"
    "[^，,;；。]{0,10}?(?:不少于|至少|达到?)?[一1两二三四](?:次|期|批|轮)(?:及?以上)?[^，,;；。\\d扣得]{0,4}"
)
"""Words that say how often something is done: 每旬更新1次, 隔日巡查一次."""
_LACKING = ("少", "缺", "漏")
"""Verbs of what was not done."""
_GRADES = 2
"""So many of them, and they are grades."""


def with_frequencies(entries: Sentence, sentence: str) -> Sentence:
    """Take 每旬更新1次得4分 beside 每周更新1次得6分 for words that say how often, and not for what is counted.

    So is 每季度巡检一次 before 少一次扣1分, which counts what lacks.
    """
    entries = tuple(_of_lacking(one, sentence) if isinstance(one, Clause) else one for one in entries)
    often = {id(one): text for one in entries if (text := _how_often(one, sentence))}
    if len(set(often.values())) < _GRADES and not any(_lacks(one) for one in entries):
        return entries
    return tuple(
        _in_words(one, often[id(one)]) if isinstance(one, Clause) and id(one) in often else one
        for one in entries
    )


def _of_lacking(clause: Clause, sentence: str) -> Clause:
    """Give a clause that counts what lacks with words for how often it is to be there: 每季度巡检一次，少一次."""

    def told(phrase: Phrase) -> Phrase:
        text = fold_words(sentence[phrase.span.start : phrase.span.end])
        often = isinstance(phrase, Each) and _FREQUENCY.fullmatch(text) is not None
        return Words(text, phrase.span) if often else phrase

    if not _lacks(clause):
        return clause
    return replace(clause, subject=tuple(map(told, clause.subject)), said=tuple(map(told, clause.said)))


def _lacks(entry: Entry) -> bool:
    """Whether a clause takes points for each time that something was not done: 少一次扣1分."""
    return (
        isinstance(entry, Clause)
        and isinstance(entry.award, Deduct)
        and any(
            (isinstance(one, Each) and one.what.startswith(_LACKING))
            or (isinstance(one, Step) and one.direction == "under" and one.amount.unit.name == "次")
            for one in entry.subject
        )
    )


def _in_words(clause: Clause, text: str) -> Clause:
    words = (Words(text, clause.subject[0].span.to(clause.subject[-1].span)),)
    return replace(clause, subject=words, said=words)


def _how_often(entry: Entry, sentence: str) -> str:
    """Give the words of a clause that earns by how often something is done; empty for any other."""
    if not isinstance(entry, Clause) or not entry.subject or not isinstance(entry.award, Points):
        return ""
    text = fold_words(sentence[entry.subject[0].span.start : entry.subject[-1].span.end]).removesuffix("的")
    return text if _FREQUENCY.fullmatch(text) else ""


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
