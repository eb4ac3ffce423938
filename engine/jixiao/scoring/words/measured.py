"""Words around a number that say of what it is: 低于应补面积的80%, 按人均不低于6元安排, 与预算相差5个百分点以内."""

from __future__ import annotations

import re

from jixiao.dataclass import replace
from jixiao.language.standard import Interval, Phrase, Remark, Step, Words
from jixiao.language.standard.build.amount import ends_of
from jixiao.language.standard.tokens.vocabulary import OPERATORS
from jixiao.quantity import PLAIN
from jixiao.scoring.words.wording import is_remark

_OF = re.compile(
    rf"(?P<name>[^，,、;。不未没无非]*?)(?P<operator>{'|'.join(sorted(OPERATORS, key=len, reverse=True))}|占|)"
    "(?:应|总|全部|全年|计划|规定|核定|既定)[^，,、;。不未没无非上去往同中地]{1,12}的?"
)
"""实际补贴面积达到应补面积的: before a share of what there should be."""
_BY = re.compile("(?:按照?|以)(?P<name>[^，,、;。不未没无非\\d]{0,12})")
_PER = re.compile("每(?:人|户|亩|生|名|村|个|年)")
_DONE = re.compile(
    "(?:的?标准)?(?:安排|落实|配套|配备|预算|拨付|投入|设置|核定|列支|筹措|足额)[^，,、;。\\d]{0,12}"
)
_APART = re.compile(
    "[^，,、;。不未没无非\\d]*?(?:相差|相比偏差|偏差|偏离|差距|误差)(?:率|值|度|幅度)?(?:在)?"
)
_DIFFERENCES = ("差异", "偏差", "偏离", "差", "差距", "误差", "变动", "波动")
_RATES = ("率", "占比", "比例", "比重", "度")
_BESIDE = ("提供", "附", "具有", "经", "并", "且", "同时", "有")


def is_apart(subject: tuple[Phrase, ...], name: str) -> bool:
    """Whether words before a number say that the value is how far two things lie apart, on whichever side.

    Of a rate that is no difference itself, they speak of something else than the value.
    """
    match subject:
        case (Words(text=text), Interval(), *_) if _APART.fullmatch(text):
            return any(word in name for word in _DIFFERENCES) or not name.endswith(_RATES)
        case _:
            return False


def plainly_measured(subject: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Give a subject without the words around its number that only say of what it is."""
    match subject:
        case (Words() as words, Interval() as number, *rest) if found := _share_of(words, number):
            return (*found, *_remarked(rest))
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


def _share_of(words: Words, number: Interval) -> tuple[Phrase, ...]:
    """Give what is compared and the share, where the words say of what: 低于应补面积的 before 80%."""
    ratio = all(end.amount.unit.dimension.is_ratio and end.amount.unit != PLAIN for end in number.ends)
    found = _OF.fullmatch(words.text) if ratio else None
    if found is None:
        return ()
    name = found["name"]
    named = (Words(name, words.span),) if name else ()
    operator = OPERATORS.get(found["operator"], "")
    if not number.bare:
        return (*named, number)
    if not operator:
        return ()
    low, high = number.low, number.high
    assert low is not None
    assert high is not None
    ends = ends_of(operator, low.amount)
    return (*named, replace(number, low=ends[0], high=ends[1], bare=False))
