"""Other wordings of a sentence near the place where reading it stopped, those that keep most of it first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.language.span import Span

MAX_REWORDINGS = 60
"""Most wordings that are tried."""
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"[《〈]", "<"),
    (r"[》〉]", ">"),
    (r"(?<=[得扣加计减])(\d+(?:\.\d+)?)(?![\d.%分个元])", r"\1分"),
    (r"(?<=[得扣加计减])(\d+(?:\.\d+)?)元", r"\1分"),
    (
        r"每(超过|低于|高于|增加|减少|降低|下降|提高|低|高|少|多|差|超|升|降)(\d+(?:\.\d+)?)(?=[,，扣加减])",
        r"每\1\2个百分点",
    ),
    (r"(率|度|比例|比重|占比)(\d)", r"\1≥\2"),
    (r"(率|度|比例|比重|占比)(\d)", r"\1≤\2"),
    (r"(率|度|比例|比重|占比)(\d)", r"\1=\2"),
    (r"(?<!每)(发现|出现|发生|查实)([一1])(次|处|项|例|起|件|个)", r"每\1\2\3"),
    (r"(?:扣去|扣掉|罚|倒扣)(?=\d)", "扣"),
    (r"(?:奖励|奖|增添|追加)(?=\d+(?:\.\d+)?分)", "加"),
    (r"(?:计入|赋予|给予|核定|评定)(?=\d+(?:\.\d+)?分)", "得"),
    (r"(?:不给|没有|无|不予|不予得|不算)分(?=[，。；,;]|$)", "不得分"),
    (r"(?:酌减|适当降低|适当扣除)(?=[，。；,;]|$)", "酌情扣分"),
    (r"(?:满|最高|全)分(?:计|给)?(?=[，。；,;]|$)", "得满分"),
)
"""What people write, and the words by which it would be understood."""
_ENDS = re.compile("[；;。\n]")
_PARTS = re.compile("[，,]")
_BRACKETS = re.compile("[（(][^（()）]*[）)]")
_SIGNS = "，,；;。、 \n"


def rewordings(sentence: str, stop: Span) -> Iterator[str]:
    """Yield other wordings: first at the place itself, then in all of the sentence, at last without the clause."""
    seen = {sentence}
    for count, text in enumerate(_all(sentence, stop)):
        if count >= MAX_REWORDINGS:
            return
        if text not in seen and text.strip(_SIGNS):
            seen.add(text)
            yield text


def _all(sentence: str, stop: Span) -> Iterator[str]:
    start, end = _clause(sentence, stop)
    clause = sentence[start:end]
    for pattern, put in _SPELLINGS:
        for changed in (re.sub(pattern, put, clause), re.sub(pattern, put, clause, count=1)):
            yield sentence[:start] + changed + sentence[end:]
    yield from _signs(sentence, start, end)
    for pattern, put in _SPELLINGS:
        yield re.sub(pattern, put, sentence)
    yield from _without(sentence, start, end, stop)


def _clause(sentence: str, stop: Span) -> tuple[int, int]:
    """Give where the clause around a place begins and ends."""
    before = [found.end() for found in _ENDS.finditer(sentence, 0, stop.start)]
    behind = _ENDS.search(sentence, max(stop.start, stop.end - 1))
    return (before[-1] if before else 0), (behind.start() if behind else len(sentence))


def _signs(sentence: str, start: int, end: int) -> Iterator[str]:
    """Yield the sentence with other signs between the clause and its neighbours."""
    if start:
        for sign in "；。，":
            yield sentence[: start - 1] + sign + sentence[start:]
    clause = sentence[start:end]
    for found in re.finditer("[，,]", clause):
        yield sentence[:start] + clause[: found.start()] + "；" + clause[found.end() :] + sentence[end:]
    for found in re.finditer(r"(?<=分)(?<!百分)(?<!千分)(?![，,；;。、)）\d的])", clause):
        yield sentence[:start] + clause[: found.start()] + "；" + clause[found.start() :] + sentence[end:]


def _without(sentence: str, start: int, end: int, stop: Span) -> Iterator[str]:
    """Yield the sentence without what stands in brackets or between two signs where reading stopped, then without the clause."""
    for found in _BRACKETS.finditer(sentence):
        if found.start() <= stop.start < found.end():
            yield sentence[: found.start()] + sentence[found.end() :]
    before = [found.end() for found in _PARTS.finditer(sentence, start, stop.start)]
    behind = _PARTS.search(sentence, max(stop.start, stop.end - 1), end)
    part = (before[-1] if before else start), (behind.start() if behind else end)
    for low, high in (part, (start, end)):
        left, right = sentence[:low].rstrip(_SIGNS), sentence[high:].lstrip(_SIGNS)
        yield "；".join(text for text in (left, right.rstrip("；")) if text)
        yield sentence[:low] + sentence[high:]
