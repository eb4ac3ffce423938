"""Words around a number that only say of what it is: 按人均不低于6元安排, 与预算相差5个百分点以内."""

from __future__ import annotations

import re

from jixiao.language.standard import Clause, Interval, Magnitude, Phrase, Remark, Sentence, Step, Words
from jixiao.scoring.words.wording import is_remark

_BY = re.compile("(?:按照?|以)(?P<name>[^，,、;。不未没无非\\d]{0,12})")
_PER = re.compile("每(?:人|户|亩|生|名|村|个|年)")
_DONE = re.compile(
    "(?:的?标准)?(?:安排|落实|配套|配备|预算|拨付|投入|设置|核定|列支|筹措|足额)[^，,、;。\\d]{0,12}"
)
_APART = re.compile(
    "[^，,、;。不未没无非\\d]*?(?:相差|相比偏差|偏差|偏离|差距|误差)(?:率|值|度|幅度)?(?:在)?"
)
ONE_SIDED = re.compile("正(?!负)[偏误差]|(?<!正)负[偏误差]|[上下向]偏")
"""Words that speak of what lies apart on one side alone: 正偏差, 负误差, but not 正负偏差."""
_DIFFERENCES = ("差异", "偏差", "偏离", "差", "差距", "误差", "变动", "波动")
_RATES = ("率", "占比", "比例", "比重", "度")
_BESIDE = ("提供", "附", "具有", "经", "并", "且", "同时", "有")


def _is_apart(subject: tuple[Phrase, ...], name: str) -> bool:
    """Whether words before a number say that the value is how far two things lie apart, on whichever side.

    Of a rate that is no difference itself, they speak of something else than the value; what only names the value
    (偏离度>5%) says nothing of its sign, and 正偏差 speaks of one.
    """
    match subject:
        case (Words(text=text), Interval(), *_) if (
            _APART.fullmatch(text) and not name.endswith(text) and not ONE_SIDED.search(text)
        ):
            return any(word in name for word in _DIFFERENCES) or not name.endswith(_RATES)
        case _:
            return False


def plainly_measured(subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Give a subject without the words around its number that only say of what it is."""
    match subject:
        case (Words() as words, Interval() as number, Words() as done, *rest) if _is_provided(
            words, number, done
        ):
            by = _BY.fullmatch(words.text)
            assert by is not None
            name = _PER.sub("", by["name"])
            named = (Words(name, words.span),) if name else ()
            return (*named, number, Remark(done.text, plain=True, span=done.span), *rest)
        case (*before, Interval() as number, Words() as beside) | (
            *before,
            Interval() as number,
            Words() as beside,
            Step(),
        ) if beside.text.startswith(_BESIDE) and is_remark(beside.text):
            return (*before, number, *_remarked(subject[len(before) + 1 :]))
        case _:
            return subject


def _remarked(phrases: list[Phrase] | tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    return tuple(
        Remark(one.text, plain=True, span=one.span) if isinstance(one, Words) and is_remark(one.text) else one
        for one in phrases
    )


def _is_provided(words: Words, number: Interval, done: Words) -> bool:
    by, what = _BY.fullmatch(words.text), _DONE.fullmatch(done.text)
    return by is not None and what is not None and not number.bare and is_remark(done.text)


def with_distances(entries: Sentence, name: str) -> Sentence:
    """Take 与预算相差 before numbers for what it says, that the sign of the value does not count."""
    apart = [isinstance(one, Clause) and _is_apart(one.subject, name) for one in entries]
    if not any(apart):
        return entries
    bare = (
        one.read_as(one.subject[1:]) if isinstance(one, Clause) and told else one
        for one, told in zip(entries, apart, strict=True)
    )
    return (*bare, Magnitude())
