"""Edits of a sentence, each of which changes what it says: another number, a negation less, a comparison turned, another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARK = re.compile(r"(?:^|(?<=[；。，：;:\n）（ ]))\d{1,2}(?=[、）)]|[.．](?!\d))")
_NUMERAL = re.compile(r"[一二两三四五六七八九十](?=个|项|例|次|处|起|分(?!别)|天|日|条|篇|份|批|档|倍)")
_NEGATION = re.compile("不(?!同|断|可抗)|未|没有|没(?!有)|无|非(?!税)|免")
_TURNED = {
    "以上": "以下", "以下": "以上", "以内": "以上", "超过": "低于", "低于": "超过", "高于": "低于", "大于": "小于", "小于": "大于", "超出": "低于",
    "≥": "≤", "≤": "≥", ">": "<", "<": ">", "＞": "＜", "＜": "＞", "每增加": "每减少", "每减少": "每增加", "每降低": "每提高", "不足": "超过",
    "达到": "低于", "等于": "大于",
}  # fmt: skip
_COMPARISON = re.compile("|".join(sorted(_TURNED, key=len, reverse=True)))
_UNITS = {
    "%": "‰",
    "％": "‰",
    "个百分点": "天",
    "天": "年",
    "日": "年",
    "次": "年",
    "例": "年",
    "万元": "亿元",
    "人": "年",
}
_UNIT = re.compile(
    r"(?<=[\d一二两三四五六七八九十])(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")"
)


@dataclass(frozen=True)
class Edit:
    """A sentence with one thing changed."""

    what: str
    place: int
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.what}@{self.place}「{self.before}→{self.after}」"


def edits(sentence: str) -> Iterator[Edit]:
    """Yield every edit of a sentence: each number, negation, comparison and unit changed or dropped."""
    marks = {match.start() for match in _MARK.finditer(sentence)}
    for match in (one for one in _NUMBER.finditer(sentence) if one.start() not in marks):
        yield _edit("number", sentence, match, _other(match[0]))
    for match in _NUMERAL.finditer(sentence):
        yield _edit("numeral", sentence, match, "四" if match[0] != "四" else "五")
    for match in _NEGATION.finditer(sentence):
        yield _edit("negation", sentence, match, "")
    for match in _COMPARISON.finditer(sentence):
        yield _edit("comparison", sentence, match, _TURNED[match[0]])
    for match in _UNIT.finditer(sentence):
        yield _edit("unit", sentence, match, _UNITS[match[0]])


def _other(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole) + 7}{point}{rest}"


def _edit(what: str, sentence: str, match: re.Match[str], after: str) -> Edit:
    text = sentence[: match.start()] + after + sentence[match.end() :]
    return Edit(what, match.start(), match[0], after, text)
