"""Lines that were broken in the middle of a sentence, a word or a number become one paragraph again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.layout.lines import Line
from jixiao.documents.paper import Paragraph
from jixiao.language.span import Span

_BEGINS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[部章节]|附件|附[:：表]|[①-⑳]|[一二三四五六七八九]是)"
)
_ENDS = re.compile(r"(?:[。！？!?；;:：]|报告|说明|公开|情况|概况|[总附]表|方案|办法|通知|目录|部分)$")
_MIDDLE = re.compile(r"(?:[,，、(（\d.．％%]|[与和及为是的占比较])$")
_GOES_ON = re.compile(r"^(?:[,，、。；;)）％%.．]|\d+(?:\.\d+)?(?:%|万元|元|个|人|辆|次)|[万亿]?元|月|日)")
FULL = 28
"""A line at least so long was broken where the page ended rather than by its author."""
SHORT = 14
"""A line at least so long that is no head and has no stop was broken too, where nothing stands between."""


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs that lines of running text make."""
    group: list[Line] = []
    for line in lines:
        if group and not _joins(group[-1], line):
            yield Paragraph(Span(group[0].span.start, group[-1].span.end))
            group = []
        group.append(line)
    if group:
        yield Paragraph(Span(group[0].span.start, group[-1].span.end))


def _joins(before: Line, line: Line) -> bool:
    if _GOES_ON.match(line.text) and not _ENDS.search(before.text):
        return True
    if _MIDDLE.search(before.text):
        return not _BEGINS.match(line.text) or before.text[-1] in ",，、"
    if line.blanks or _BEGINS.match(line.text) or _ENDS.search(before.text):
        return False
    return (
        len(before.text) >= FULL
        or len(line.text) <= 2
        or (len(before.text) >= SHORT and not _BEGINS.match(before.text))
    )
