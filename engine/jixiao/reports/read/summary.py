"""What a person must know after reading: how much is certain, what to look at first, what the table still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jixiao.model.draft import DraftFigure, ReadCase

MAX_FIRST = 5
"""Most doubtful figures named."""
MAX_LACKING = 12
"""Most items named that the table asks for."""
ONE_UNIT = "提醒：几份报告的单位不同（{units}），仍写成一个案例；不是一个单位的，请分开读"


NO_FIGURES = ("年度", "序号", "日期", "文号", "编码", "代码", "电话", "分值")
"""How the reasons begin why what is no figure at all was left unread: not worth a look."""


def brief_line(read: ReadCase) -> str:
    """Give one case in one line."""
    draft = read.draft
    doubtful = len(draft.doubtful)
    unread = sum(not one.why.startswith(NO_FIGURES) for each in draft.sources for one in each.reading.unread)
    names = "、".join(one.file for one in draft.sources)
    table = f"，指标表 {draft.heading.table}" if draft.heading.table else "，没有找到适用的指标表"
    certain = len(draft.figures) - doubtful
    return f"{names}：确定 {certain} 个数，存疑 {doubtful} 个，未读 {unread} 处{table}"


def summary_lines(read: ReadCase) -> Iterator[str]:
    """Give the summary of one case, line by line."""
    draft = read.draft
    yield brief_line(read)
    units = dict.fromkeys(one.reading.head.unit for one in draft.sources if one.reading.head.unit)
    if len(units) > 1:
        yield ONE_UNIT.format(units="、".join(filter(None, units)))
    if draft.doubtful:
        yield f"先看存疑的：{'；'.join(_first(read))}"
    unread = Counter(one.why for source in draft.sources for one in source.reading.unread)
    worth = [f"{why} {count}" for why, count in unread.most_common() if not why.startswith(NO_FIGURES)]
    if worth:
        yield f"未读的：{'、'.join(worth)}"
    yield from _lacking(read)
    yield from (f"{one.file}：{text}" for one in draft.sources for text in one.reading.remarks)
    if draft.notes:
        yield f"自评有 {len(draft.notes)} 处没有写入，附在案例里"
    yield from (str(one) for one in read.errors)


def _first(read: ReadCase) -> Iterator[str]:
    """Yield the doubtful figures to look at first: those that the table asks for, in the order of the reports."""
    lacking = {one.name for one in read.lacking}
    wanted = {one.name for one in read.draft.entries if one.known} | lacking
    ranked = sorted(read.draft.doubtful, key=lambda one: one[0] not in wanted)
    for name, figure in ranked[:MAX_FIRST]:
        yield f"{name} {_said(figure)}（{figure.place}：{figure.doubt}）"
    if len(ranked) > MAX_FIRST:
        yield f"等 {len(ranked)} 处"


def _said(figure: DraftFigure) -> str:
    return f"{figure.value} {figure.unit}".strip()


def _lacking(read: ReadCase) -> Iterator[str]:
    if read.lacking:
        names = "、".join(one.name for one in read.lacking[:MAX_LACKING])
        more = f" 等 {len(read.lacking)} 项" if len(read.lacking) > MAX_LACKING else ""
        yield f"指标表要用、报告里没有读到的：{names}{more}"
