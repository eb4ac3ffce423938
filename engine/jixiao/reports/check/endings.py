"""What stands after all cases: what was refused or not used, and codes that two cases share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from jixiao.model.diagnostic import Diagnostic
from jixiao.reports.check.piece import Tally, same_codes
from jixiao.reports.page.wrap import wrap

UNUSED = "以下内容没有用于评分，其余照常核算："
REFUSED = "以下输入有误，没有核算："


def ending(tally: Tally, width: int) -> Iterator[Text]:
    """Give the lines, so that a report read alone does not look complete."""
    for text in same_codes(tally):
        yield from (Text(line, "bold yellow") for line in wrap(text, width))
    yield from _told(UNUSED, "bold yellow", tally.warnings, width)
    yield from _told(REFUSED, "bold red", list(tally.errors), width)


def _told(head: str, style: str, told: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    if not told:
        return
    yield Text(head, style)
    for one in told:
        yield from (Text(line) for line in wrap(str(one), width))
    yield Text()
