"""The findings of one evaluation, one line each, gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.findings import STYLES
from jixiao.reports.check.numbering import (
    Numbered,
    counted,
    heads,
    level_counts,
    numbered,
    of_case,
    of_project,
    pending,
    title_of,
    under,
)
from jixiao.reports.check.where import spots
from jixiao.reports.page.clip import clip, in_brackets, some
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import ENDLESS
from jixiao.reports.page.wrap import wrap

MAX_FINDINGS = 12
"""Most findings on a screen; --full has them all."""
MIN_MESSAGE = 16
"""Less of a message than so many cells says nothing."""
WIDE = 100
"""On narrower screens a finding has no room for its code."""
GAP = " "
"""What stands before a code."""


def finding_lines(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the count, then the findings that a reviewer has still to look at; the last line tells what is folded."""
    found = numbered(review)
    yield Text(clip(counted(found), width), "bold")
    if told := chosen_text(sum(choice.keeps(one.finding) for one in pending(found)), choice):
        yield Text(clip(f"  {told}", width))
    yield from listed_lines(review, choice, width)


def chosen_text(count: int, choice: Choice) -> str:
    """Say what is listed where only some findings are asked for, and how many they are; else nothing."""
    if choice.is_all:
        return ""
    return f"只列{choice.text}：{count} 项" if count else f"没有{choice.text}的疑点"


def listed_lines(review: Review, choice: Choice, width: int, most: int = MAX_FINDINGS) -> Iterator[Text]:
    """Give at most so many findings, and what is settled or matches nothing."""
    found = numbered(review)
    chosen = [one for one in of_project(pending(found)) if choice.keeps(one.finding)]
    shown = heads(chosen)
    yield from _lines(shown[:most], chosen, review, width)
    if rest := shown[most:]:
        levels = level_counts([one.finding.level for one in rest])
        yield Text(clip(f"  另有 {len(rest)} 条（{levels}），--full 全列", width), "dim")
    settled = [str(one.number) for one in found if one.finding.set_aside is not None]
    if settled:
        yield Text(
            clip(f"  已处置 {len(settled)} 项：疑点 {some(settled, 8, counted='项')}，--full 全列", width),
            "dim",
        )
    for disposition in review.unmatched:
        text = (
            f"  第{disposition.place.line}行的处置（代码 {disposition.code}）没有对上任何疑点，请删去或改正"
        )
        yield Text(clip(text, width), "yellow")


def at_large_lines(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the findings about the case at large, which stand with its first project."""
    chosen = [one for one in of_case(pending(numbered(review))) if choice.keeps(one.finding)]
    yield from _lines(heads(chosen), chosen, review, width)


def _lines(
    shown: Sequence[Numbered], chosen: Sequence[Numbered], review: Review, width: int
) -> Iterator[Text]:
    codes = max((cell_len(printable(one.finding.code)) for one in shown), default=0)
    for one in shown:
        yield _line(one, under(one, chosen), review, width, codes)
        if one.finding.note:
            yield from (Text(f"      {line}", "yellow") for line in wrap(one.finding.note, width - 6))


def _line(one: Numbered, folded: Sequence[Numbered], review: Review, width: int, codes: int) -> Text:
    """Give number, level, title, as much of the message as there is room for, where it stands, and its code.

    Codes stand below each other, in a column as wide as the longest; where lines have no end, behind the text.
    """
    finding = one.finding
    start = f"{one.number:>3} "
    level = f"{finding.level.word} "
    inside = f"（含 {some([str(each.number) for each in folded], 4, counted='条')}）" if folded else ""
    sources = [spot.source for spot in spots(finding, review.evaluation) if spot.source]
    where = some(sources, 1 if width < ENDLESS else 2, counted="处")
    message = _without(finding.message, sources) if width < ENDLESS else finding.message
    code_room = codes + len(GAP) if width >= WIDE else 0
    room = width - cell_len(start) - cell_len(level) - code_room
    told = _told(f"{title_of(finding)}{inside}", message, where, room)
    line = Text(start).append(level, STYLES[finding.level]).append(told)
    if code_room:
        pad = " " * (room - cell_len(told)) if width < ENDLESS else ""
        line.append(f"{pad}{GAP}{printable(finding.code)}", "dim")
    return line


def _without(message: str, sources: Sequence[str]) -> str:
    """Leave out of a message the places that stand behind it."""
    for source in sources:
        message = message.replace(f"（{source}）", "")
    return message


def _told(title: str, message: str, where: str, room: int) -> str:
    """Fit a title, a message and a place into a line: first the message goes, then the place and the title are cut."""
    title, message = printable(title), printable(message)
    place = in_brackets(where, room)
    rest = room - cell_len(title) - cell_len(place)
    if rest >= min(cell_len(message), MIN_MESSAGE) + 2 and message:
        return f"{title}：{clip(message, rest - 2)}{place}"
    place = in_brackets(where, max(room // 3, room - cell_len(title)))
    return f"{clip(title, room - cell_len(place))}{place}"
