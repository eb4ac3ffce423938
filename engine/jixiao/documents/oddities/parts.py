"""A report that contains another one: the parts by their titles, and what they state differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.oddities.amounts import Amount, amount_of
from jixiao.documents.oddities.passages import Passage
from jixiao.language.span import Span
from jixiao.model.reading import Oddity, OddityKind, ReadFigure
from jixiao.quantity.quantity import Quantity

_TITLE = re.compile(
    r"[^。;,!?|:=]{0,40}(?:绩效|决算|整体支出|项目支出|三公)[^。;,!?|:=]{0,16}(?:报告|自评表|评价表|数据表|决算公开)(?:\(.{0,12}\))?"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.]|第")
_ANNEX = re.compile(r"(附件(?:\d{1,2}?(?=(?:19|20)\d\d年|\D|$)|[一二三四五六七八九十]{1,3})?):?")
MAX_TITLE = 50
MIN_ITEMS = 2
"""Fewer items that differ are one slip, which is told as such."""
MAX_ITEMS = 6
"""Most items told with their values."""
MAX_VALUES = 3
FIRST = "正文"
"""What stands before the first title of its own, where the report has none."""
_TEXT = "报告里有两份：“{one}”和“{other}”，{count}个数据项写得不一样：{items}"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report with a title of its own."""

    title: str
    span: Span
    head: Span
    words: str
    """Of its title, as they are printed."""


def titles(passages: Iterable[Passage]) -> Iterator[tuple[str, Passage]]:
    """Yield each line that is the title of a report or a form, with the number of the annex above it."""
    annex = ""
    for passage in passages:
        text = passage.text if passage.is_prose and len(passage.text) <= MAX_TITLE else ""
        lead = _ANNEX.match(text)
        if lead is not None:
            annex, text = lead[1], text[lead.end() :]
            if not text:
                continue
        if _TITLE.fullmatch(text) and not _NUMBERED.match(text):
            yield f"{annex} {text}".strip(), passage
        annex = ""


def parts_that_differ(passages: Sequence[Passage], figures: Sequence[ReadFigure]) -> Iterator[Oddity]:
    """Yield each two parts of a report that state several items differently."""
    parts = _parts(passages)
    if len(parts) < 2:
        return
    amounts = [
        amount
        for figure in figures
        if figure.known
        and not figure.doubts
        and (amount := amount_of(figure)) is not None
        and amount.is_value
    ]
    stated = [_stated(part, amounts) for part in parts]
    for at, other in enumerate(parts):
        for before in range(at):
            apart = _apart(stated[before], stated[at])
            if len(apart) >= MIN_ITEMS:
                yield _oddity(parts[before], other, apart)


Stated = Mapping[tuple[str, int | None], Sequence[Amount]]
Apart = Mapping[str, tuple[Sequence[Amount], Sequence[Amount]]]


def _parts(passages: Sequence[Passage]) -> list[Part]:
    found = list(titles(passages))
    if not found:
        return []
    before = [one for one in passages if one.span.start < found[0][1].span.start]
    if sum(len(one.text) for one in before) > MAX_TITLE:
        found.insert(0, (FIRST, before[0]))
    ends = [*(one.span.start for _, one in found[1:]), passages[-1].span.end]
    return [
        Part(title, Span(one.span.start, end), one.span, one.words)
        for (title, one), end in zip(found, ends, strict=True)
    ]


def _stated(part: Part, amounts: Sequence[Amount]) -> Stated:
    found: dict[tuple[str, int | None], list[Amount]] = {}
    for one in amounts:
        if part.span.start <= one.figure.span.start < part.span.end:
            found.setdefault((one.figure.item, one.figure.year), []).append(one)
    return found


def _apart(one: Stated, other: Stated) -> Apart:
    """Give the items of which no value of one part can be one of the other's, but for rounding."""
    return {
        item: (one[item, year], other[item, year])
        for item, year in one.keys() & other.keys()
        if not any(_agree(left, right) for left in one[item, year] for right in other[item, year])
    }


def _agree(one: Amount, other: Amount) -> bool:
    if one.quantity.unit.dimension != other.quantity.unit.dimension:
        return True
    return abs(one.base - other.base) <= max(one.printed.slack, other.printed.slack)


def _oddity(one: Part, other: Part, apart: Apart) -> Oddity:
    ordered = sorted(apart, key=lambda item: apart[item][1][0].figure.span.start)
    told = "；".join(
        f"{item} {_values(apart[item][0])}，{_values(apart[item][1])}" for item in ordered[:MAX_ITEMS]
    )
    more = "等" if len(ordered) > MAX_ITEMS else ""
    text = _TEXT.format(one=one.title, other=other.title, count=len(ordered), items=f"{told}{more}")
    return Oddity(OddityKind.PARTS, text, other.head, other.words, items=tuple(ordered))


def _values(amounts: Sequence[Amount]) -> str:
    different: dict[Quantity, None] = dict.fromkeys(one.quantity for one in amounts)
    return "、".join(map(str, list(different)[:MAX_VALUES]))
