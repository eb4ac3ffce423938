"""Numbers that are not said exactly, or not as the language reads them: 一天半, 十五六人, 几十万元, 约100人, 没有超过3天, （-1分）."""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.language.standard import fold_sentence
from jixiao.language.standard.tokens.fragments import any_of
from jixiao.language.standard.tokens.vocabulary import OPERATORS
from jixiao.quantity import NUMERAL

_DIGIT = "一二两三四五六七八九"
_COUNTED = "人|名|个|次|天|日|项|件|起|处|家|户|份|篇|万|亿|年|月|元|亩|吨|公里|小时|分钟|%|倍"
_DENIED = [word for word in OPERATORS if word[0] in "不未"]
_COMPARED = [word for word in OPERATORS if re.fullmatch("[^不未<>=≤≥等完控]{2,}", word)]
_LOOSE = (
    (
        rf"(?!{any_of(_DENIED)})(?:没有?|未|不曾?)(?:{any_of(_COMPARED)}|达)(?=(?:{NUMERAL}|\d))(?!(?:{NUMERAL}|[\d.]+)(?:%|个?百分点|{_COUNTED})的?,?[扣减])",
        "“{0}”请换成“不超过”“不低于”“未达到”这样的说法",
    ),
    (
        rf"[零〇{_DIGIT}十百千\d]+[亿万][零〇{_DIGIT}十百千\d]+(?:[亿万]|(?={_COUNTED}))",
        "“{0}…”请写成阿拉伯数字，如 一亿二千万元写成 1.2亿元",
    ),
    (
        (
            r"(?<![上下每])半(?:小时|天|年|个?月|日)(?=以|内|之|及|至|到|-|~)|"
            r"(?:超过|不足|不到|达到|少于|多于|大于|小于|逾期|延误|延期|推迟|拖延)半(?:小时|天|年|个?月|日)"
        ),
        "“{0}”里的“半”请写成数，如 半年写成 6个月",
    ),
    (
        rf"(?:\d|[{_DIGIT}十百千])(?:个)?(?:年|天|日|月|小时|亩|倍|公里|吨|米|里)半(?![年月天日数价成径])|[{_DIGIT}十\d]个半|(?<!上)(?<!下)[{_DIGIT}\d]个?半(?=小时|月|天|年)",
        "“{0}”里的“半”请写成小数，如 1.5",
    ),
    (
        r"每(?:延误|延迟|推迟|拖延|逾期|超|迟|晚|缺|少|多)[^,;。\d]{0,4}半(?:年|天|日|个?月|小时)",
        "“{0}”里的“半”请写成数，如 每延误6个月",
    ),
    (
        rf"(?<![第一二三四五六七八九十点零])十[{_DIGIT}]{{2}}(?=[多几]?(?:{_COUNTED}))|(?<![第十百千万零点{_DIGIT}])[{_DIGIT}]{{2}}(?=十|百|千|(?:{_COUNTED}))(?!级|产业|类)",
        "“{0}”不是一个确定的数，请写成一个数",
    ),
    (
        rf"[数几][十百千万亿]+(?={_COUNTED})|(?<!以)[约近](?=\d+(?:\.\d+)?(?:{_COUNTED}))(?!近\d年)",
        "“{0}”不是一个确定的数，请写成一个数",
    ),
    (
        r"(?<=[(,;:。])-\d+(?:\.\d+)?分(?![-~至])|(?<=[^\d分%‰()至到得为扣成计低高负达,;:。~\[])-\d+(?:\.\d+)?分(?=[,;。)]|$)",
        "“{0}”：扣分请写成“扣几分”",
    ),
)
"""What is no exact number, and what to say of it."""
_PATTERNS = tuple((re.compile(pattern), text) for pattern, text in _LOOSE)


def refuse_loose_numbers(sentence: str) -> None:
    """Raise LanguageError at the first number that is not said exactly."""
    source = fold_sentence(sentence).without_breaks()
    found = [
        (match, text) for pattern, text in _PATTERNS if (match := pattern.search(source.text)) is not None
    ]
    if found:
        match, text = min(found, key=lambda pair: pair[0].start())
        span = source.span(match.start(), match.end())
        raise LanguageError.at(text.format(match[0]), span)
