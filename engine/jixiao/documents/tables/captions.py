"""What stands above a table and says what it is of."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Paper, Table
from jixiao.language.span import Span

MAX_LINES = 4
"""How many lines above a table may be its caption: its title, 公开07表, 单位."""
LONGEST = 44
_BEFORE = 240


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
