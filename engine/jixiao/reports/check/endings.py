"""What stands after all cases: what was refused or not used, and codes that two cases share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from jixiao.model.diagnostic import Diagnostic
from jixiao.reports.check.piece import Tally, same_codes
from jixiao.reports.page.wrap import wrap

UNUSED = "以下内容没有用于评分，其余照常核算："
UNSCORED = "以下报告没有评分，只核查了报告自己的数："
REFUSED = "以下输入有误，没有核算："


def ending(tally: Tally, width: int) -> Iterator[Text]:
    """Give the lines, so that a report read alone does not look complete."""
    for text in same_codes(tally):
        yield from (Text(line, "bold yellow") for line in wrap(text, width))
    for head, warnings in warned(tally):
        yield from _told(head, "bold yellow", warnings, width)
    yield from _told(REFUSED, "bold red", list(tally.errors), width)


def warned(tally: Tally) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Give the warnings under what they have in common: reports that were not scored, and what else is not used."""
    bare = [one for one in tally.warnings if one.place.file in tally.unscored]
    yield UNSCORED, bare
    yield UNUSED, [one for one in tally.warnings if one not in bare]


def _told(head: str, style: str, told: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    if not told:
        return
    yield Text(head, style)
    for one in told:
        yield from (Text(line) for line in wrap(str(one), width))
    yield Text()
