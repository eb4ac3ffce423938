"""A common framework in the terminal: its indicators in a table, under their 归类."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from jixiao.model.framework import CommonIndicator, Framework
from jixiao.reports.page.columns import GAP, Cell, Columns
from jixiao.reports.page.labelled import labelled
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap
from jixiao.reports.show.framework_words import common_facts, framework_facts, marked, title_of

LABELS = 4
"""Cells of the second column: 公式, 要点 and the like."""
MAX_NAME = 3
"""Names take at most this part of the width."""


def render_framework(framework: Framework, console: Console) -> None:
    """Print a framework, or those of its indicators that are shown."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(framework, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(framework: Framework, width: int) -> Iterator[Text]:
    yield Text("━" * width)
    yield from (Text(line, "bold") for line in wrap(title_of(framework), width))
    for label, text in framework_facts(framework):
        yield from labelled(label, text, width)
    longest = max(cell_len(marked(one)) for one in framework.indicators)
    name = min(longest, width // MAX_NAME)
    columns = Columns((name, LABELS, width - name - LABELS - 2 * GAP), (False, False, False))
    for category, group in groupby(framework.indicators, key=lambda one: one.category):
        yield Text("─" * width)
        yield from (Text(line, "bold") for line in wrap(" › ".join(category), width))
        for one in group:
            yield from _indicator(one, columns)
    yield Text("━" * width)
    start = f"从这里开始写一张指标表：jixiao new table --from {framework.reference} -o 文件"
    yield from map(Text, wrap(start, width))


def _indicator(indicator: CommonIndicator, columns: Columns) -> Iterator[Text]:
    name = marked(indicator)
    for label, text in [*common_facts(indicator)] or [("", "")]:
        yield from columns.lay_out([Cell(name), Cell(label, "dim"), Cell(text)])
        name = ""
