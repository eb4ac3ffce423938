"""What a person must know after reading: how much is certain, what to look at first, what the table still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jixiao.model.draft import SAME_FILE, DraftFigure, LackingFigure, ReadCase
from jixiao.reports.page.wrap import wrap

MAX_FIRST = 5
"""Most doubtful figures named."""
NO_FIGURE = "没有读到数，像不是报告"
INDENT = "  "
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
    told = "".join(f"；{text}" for text in (*_no_reports(read), *_copies(read)))
    return f"{names}：确定 {certain} 个数，存疑 {doubtful} 个，未读 {unread} 处{table}{told}"


def folded(lines: Iterable[str], width: int | None) -> Iterator[str]:
    """Break lines at the width of a screen, what goes on set in; None for no screen."""
    for line in lines:
        if width is None:
            yield line
            continue
        first, *others = wrap(line, width - len(INDENT))
        yield from (first, *(f"{INDENT}{one}" for one in others))


def _no_reports(read: ReadCase) -> Iterator[str]:
    """Yield which files have no figure at all."""
    for one in read.draft.sources:
        if not one.reading.figures and not one.reading.claims:
            yield f"{one.file} {NO_FIGURE}"


def _copies(read: ReadCase) -> Iterator[str]:
    for one in read.draft.sources:
        yield from (text for text in one.reading.remarks if text.endswith(SAME_FILE))


def summary_lines(read: ReadCase) -> Iterator[str]:
    """Give the summary of one case, line by line."""
    draft = read.draft
    yield brief_line(read)
    if draft.projects:
        yield f"{len(draft.projects)} 个项目：{'、'.join(one.name for one in draft.projects)}"
    if draft.doubtful:
        yield f"先看存疑的：{'；'.join(_first(read))}"
    unread = Counter(one.why for source in draft.sources for one in source.reading.unread)
    worth = [f"{why} {count}" for why, count in unread.most_common() if not why.startswith(NO_FIGURES)]
    if worth:
        yield f"未读的：{'、'.join(worth)}"
    yield from _lacking(read)
    copies = set(_copies(read))
    yield from (
        f"{one.file}：{text}" for one in draft.sources for text in one.reading.remarks if text not in copies
    )
    if draft.notes:
        yield f"自评有 {len(draft.notes)} 处没有写入，附在案例里"
    yield from (str(one) for one in read.errors)
    units = dict.fromkeys(one.reading.head.unit for one in draft.sources if one.reading.head.unit)
    if len(units) > 1:
        yield ONE_UNIT.format(units="、".join(filter(None, units)))


def _first(read: ReadCase) -> Iterator[str]:
    """Yield the doubtful figures to look at first: those that the table asks for, then what is known, as the reports go.

    Those of one reason are told together.
    """
    needed = set(read.needed)
    known = {one.name for one in read.draft.entries if one.known}
    ranked = sorted(read.draft.doubtful, key=lambda one: (one[0] not in needed, one[0] not in known))
    reasons: dict[str, list[tuple[str, DraftFigure]]] = {}
    for name, figure in ranked:
        reasons.setdefault(figure.doubt, []).append((name, figure))
    told = 0
    for reason, found in list(reasons.items())[:MAX_FIRST]:
        told += len(found)
        if len(found) == 1:
            [(name, figure)] = found
            yield f"{name} {_said(figure)}（{figure.place}：{reason}）"
            continue
        each = "、".join(f"{name} {_said(one)}（{one.place}）" for name, one in found[:MAX_FIRST])
        yield f"{reason}，{len(found)} 处：{each}{'等' if len(found) > MAX_FIRST else ''}"
    if told < len(ranked):
        yield f"等 {len(ranked)} 处"


def _said(figure: DraftFigure) -> str:
    return f"{figure.value} {figure.unit}".strip()


def _lacks(one: LackingFigure) -> str:
    return f"{one.name}（{one.project}）" if one.project else one.name


def _lacking(read: ReadCase) -> Iterator[str]:
    if read.lacking:
        names = "、".join(map(_lacks, read.lacking[:MAX_LACKING]))
        more = f" 等 {len(read.lacking)} 项" if len(read.lacking) > MAX_LACKING else ""
        yield f"指标表要用、报告里没有读到的：{names}{more}"
