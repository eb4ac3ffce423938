"""A year that does not fit its surroundings: 2021年度 in a sentence on what the report of 2022 tells of its own year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jixiao.documents.figures.folded import fold
from jixiao.documents.oddities.parts import titles
from jixiao.documents.oddities.passages import Passage, behind_mark
from jixiao.language.span import Span
from jixiao.model.reading import Measure, Oddity, OddityKind, ReadFigure

OLDEST = 3
"""A year further back is history, and no slip."""
FIRST_SIGNS = 14
"""Within how many signs a sentence says of which year it is."""
MAX_HEAD = 45
"""Longest line that is a head."""
_YEAR = re.compile(r"((?:19|20)\d\d)(?=年)")
_SENTENCE = re.compile(r"[^。;]+")
_OF_YEAR = re.compile(r"((?:19|20)\d\d)年(?:度|全年)?(?!\d{1,2}月|底|末|初|以来|起|[至-]|[上下]半年)")
_OUTCOME = re.compile(
    r"自评|绩效评价|得分|决算|支出|收入|执行率|完成率|预算执行|财政拨款|三公|政府采购|会议费|培训费|绩效目标"
)
_COMPARED = re.compile(
    r"比|较|上年|上一年|去年|往年|历年|同期|结转|增加|减少|增长|下降|持平|基期|以来|批复|印发|文件|通知|规定|办法|规划|计划|"
    r"成立|设立|启动|立项|审计|整改|追溯|补发|清算|遗留"
)
_ASKED = re.compile(r"(?:评价|自评|绩效|填报|报告|所属|项目)年度[:为是]?((?:19|20)\d\d)(?=年)")
_TOLD = "报告是{own}年度的，这里写{year}年"
_TITLED = "报告是{own}年度的，这里的标题写{year}年"
MAX_WORDS = 36


def year_oddities(
    passages: Sequence[Passage], figures: Sequence[ReadFigure], year: int | None
) -> Iterator[Oddity]:
    """Yield sentences and titles that print an earlier year where the report's own must be meant."""
    if year is None:
        return
    for title, passage in titles(passages):
        found = _YEAR.findall(title)
        if len(found) == 1 and _is_late(int(found[0]), year):
            yield _oddity(passage.span, passage.words, _TITLED.format(own=year, year=found[0]))
    printed = Counter(found for one in passages for found in _YEAR.findall(one.text))
    for span, quote, other in _suspects(passages, year):
        if printed[str(year)] < printed[str(other)] or _is_cited(quote, other):
            continue
        items = _lone_items(figures, span, other, year)
        if items is not None:
            yield _oddity(span, quote, _TOLD.format(own=year, year=other), items)


def _suspects(passages: Iterable[Passage], year: int) -> Iterator[tuple[Span, str, int]]:
    """Yield the sentences that speak of an earlier year, below no head that does so too."""
    below: int | None = None
    for passage in passages:
        if not passage.is_prose:
            continue
        if _is_head(passage.text):
            below = next((int(one) for one in _YEAR.findall(passage.text)), None)
            continue
        for sentence, other in _sentences(passage.text, year):
            if other != below:
                span = passage.folded.span(*sentence)
                yield span, passage.quote(span), other


def _is_head(text: str) -> bool:
    return len(text) <= MAX_HEAD and not text.endswith(("。", ";")) and not _ASKED.match(text)


def _sentences(text: str, year: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield where sentences stand that speak of an earlier year only, as of their own."""
    every = list(_SENTENCE.finditer(text))
    for at, sentence in enumerate(every):
        start = behind_mark(text, sentence.start())
        bare = text[start : sentence.end()]
        asked = _ASKED.match(bare)
        if asked is not None and _is_late(int(asked[1]), year):
            yield (start, sentence.end()), int(asked[1])
            continue
        found = _OF_YEAR.search(bare)
        if found is None or found.start() > FIRST_SIGNS or not _is_late(int(found[1]), year):
            continue
        if set(_YEAR.findall(bare)) != {found[1]} or _COMPARED.search(bare):
            continue
        near = "".join(one[0] for one in every[max(0, at - 1) : at + 2])
        if str(year) not in near and _OUTCOME.search(bare, found.end()):
            yield (start, sentence.end()), int(found[1])


def _is_late(other: int, year: int) -> bool:
    return year - OLDEST <= other < year


def _is_cited(sentence: str, year: int) -> bool:
    """Whether a year stands in the name of a document only: 《关于开展2021年度绩效自评的通知》."""
    text = re.sub("《[^》]*》", "", sentence)
    return str(year) not in fold(text, Span(0, len(text))).text


def _lone_items(figures: Sequence[ReadFigure], span: Span, other: int, year: int) -> tuple[str, ...] | None:
    """Give the items stated in a sentence; None where one is stated of the report's own year too: years side by side."""
    inside = [
        one for one in figures if span.start <= one.span.start < span.end and one.measure is Measure.VALUE
    ]
    names = {one.item for one in inside}
    own = {
        one.item for one in figures if one.year == year and one.measure is Measure.VALUE and one not in inside
    }
    if any(one.year == other for one in inside) and names & own:
        return None
    return tuple(dict.fromkeys(one.item for one in inside))


def _oddity(span: Span, quote: str, told: str, items: tuple[str, ...] = ()) -> Oddity:
    words = "".join(quote.split())
    shown = words if len(words) <= MAX_WORDS else f"{words[:MAX_WORDS]}…"
    return Oddity(OddityKind.YEAR, f"{told}：“{shown}”", span, quote, items=items)
