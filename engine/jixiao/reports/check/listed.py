"""The findings of one evaluation, one line each, gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.findings import STYLES
from jixiao.reports.check.numbering import Numbered, counted, heads, level_counts, numbered, pending, under
from jixiao.reports.check.where import spots
from jixiao.reports.page.clip import clip, some
from jixiao.reports.page.width import ENDLESS
from jixiao.reports.page.wrap import wrap

MAX_FINDINGS = 12
"""Most findings on a screen; --full has them all."""
MIN_MESSAGE = 16
"""Less of a message than so many cells says nothing."""
WIDE = 100
"""On narrower screens a finding has no room for its code."""


def finding_lines(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the count, then the findings that a reviewer has still to look at; the last line tells what is folded."""
    found = numbered(review)
    waiting = pending(found)
    chosen = [one for one in waiting if choice.keeps(one.finding)]
    shown = heads(chosen)
    yield Text(clip(counted(found), width), "bold")
    if not choice.is_all:
        left = f"只列{choice.text}：{len(chosen)} 项" if chosen else f"没有{choice.text}的疑点"
        yield Text(clip(f"  {left}", width))
    for one in shown[:MAX_FINDINGS]:
        yield _line(one, under(one, chosen), review, width)
        if one.finding.note:
            yield from (Text(f"      {line}", "yellow") for line in wrap(one.finding.note, width - 6))
    if rest := shown[MAX_FINDINGS:]:
        levels = level_counts([one.finding.level for one in rest])
        yield Text(clip(f"  另有 {len(rest)} 条（{levels}），--full 全列", width), "dim")
    settled = [str(one.number) for one in found if one.finding.set_aside is not None]
    if settled:
        yield Text(
            clip(f"  已处置 {len(settled)} 项：{some(settled, 8, counted='项')}，--full 全列", width), "dim"
        )
    for disposition in review.unmatched:
        text = (
            f"  第{disposition.place.line}行的处置（代码 {disposition.code}）没有对上任何疑点，请删去或改正"
        )
        yield Text(clip(text, width), "yellow")


def _line(one: Numbered, folded: Sequence[Numbered], review: Review, width: int) -> Text:
    """Give number, level, title, as much of the message as there is room for, and where it stands."""
    finding = one.finding
    start = f"{one.number:>3} "
    level = f"{finding.level.word} "
    inside = f"（含 {some([str(each.number) for each in folded], 4, counted='条')}）" if folded else ""
    sources = [spot.source for spot in spots(finding, review.evaluation) if spot.source]
    where = f"〔{some(sources, 1 if width < ENDLESS else 2, counted='处')}〕" if sources else ""
    code = f" {finding.code}" if width >= WIDE else ""
    room = width - sum(map(cell_len, (start, level, code)))
    return (
        Text(start)
        .append(level, STYLES[finding.level])
        .append(_told(f"{finding.title}{inside}", finding.message, where, room))
        .append(code, "dim")
    )


def _told(title: str, message: str, where: str, room: int) -> str:
    """Fit a title, a message and a place into a line: first the message goes, then the title is cut."""
    rest = room - cell_len(title) - cell_len(where)
    if rest >= min(cell_len(message), MIN_MESSAGE) + 2 and message:
        return f"{title}：{clip(message, rest - 2)}{where}"
    place = clip(where, max(room // 3, room - cell_len(title)))
    return f"{clip(title, room - cell_len(place))}{place}"
