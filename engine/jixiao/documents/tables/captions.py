"""What stands above a table and says what it is of, and the remarks below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Paper, Table
from jixiao.language.span import Span

MAX_LINES = 4
"""How many lines above a table may be its caption: its title, 公开07表, 单位."""
LONGEST = 44
_BEFORE = 240
_REMARK = re.compile(r"(?:附?注|\((?:金额|计量)?单位|说明|备注|\d{1,2}[.、](?!\d))")
"""How a remark below a table begins, and how it goes on."""


def captions_above(paper: Paper, table: Table) -> Iterator[str]:
    """Yield the short lines right above a table, folded, the nearest first."""
    start = max(0, table.span.start - _BEFORE)
    found = 0
    end = table.span.start
    for line in reversed(paper.text[start:end].split("\n")):
        shown = fold(line, Span(0, len(line))).text
        if not shown:
            continue
        if len(shown) > LONGEST or shown.endswith(("。", ";", ",")) or found == MAX_LINES:
            return
        found += 1
        yield shown


def remarks_below(paper: Paper, table: Table) -> str:
    """Give the remarks right below a table, folded; empty where there are none."""
    end = table.span.end
    found = []
    for line in paper.text[end : end + _BEFORE].split("\n"):
        shown = fold(line, Span(0, len(line))).text
        if shown and not _REMARK.match(shown):
            break
        found.append(shown)
    return "".join(found)
