"""A table as issued and as the machine understands it, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from jixiao.model.portrait import IndicatorPortrait, Misread, Portrait, TablePortrait
from jixiao.quantity import points_text
from jixiao.reports.check.indicators import PROVISIONAL_MARK
from jixiao.reports.page.labelled import LABEL, labelled
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap
from jixiao.reports.show.sentence_lines import misread_lines, understood_lines
from jixiao.reports.show.words import computed_by, facts_of, heading_facts, title_of


def render_table(table: TablePortrait, console: Console) -> None:
    """Print a table, indicator by indicator."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(table, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(table: TablePortrait, width: int) -> Iterator[Text]:
    yield Text("━" * width)
    yield from (Text(line, "bold") for line in wrap(title_of(table.ruleset), width))
    for label, text in heading_facts(table):
        yield from labelled(label, text, width)
    for problem in table.problems:
        yield from labelled("有误", problem.message, width, "bold red")
    for indicator in table.indicators:
        yield Text("─" * width)
        yield from _indicator(indicator, width)
    yield Text("━" * width)


def _indicator(portrait: IndicatorPortrait, width: int) -> Iterator[Text]:
    indicator = portrait.indicator
    mark = PROVISIONAL_MARK if indicator.provisional else ""
    heading = f"{indicator.name}{mark}  {points_text(indicator.points)}分"
    yield from (Text(line, "bold") for line in wrap(heading, width))
    for label, text in facts_of(indicator):
        yield from labelled(label, text, width)
    computed = computed_by(indicator)
    yield from _standard("评分标准", indicator.standard.text, portrait.standard, width, computed)
    if indicator.qualitative is not None and portrait.qualitative is not None:
        yield Text()
        yield from _standard("定性标准", indicator.qualitative.text, portrait.qualitative, width)
    if not isinstance(portrait.standard, Misread) and not isinstance(portrait.qualitative, Misread):
        for problem in portrait.problems:
            yield from labelled("有误", problem.message, width, "bold red")


def _standard(
    label: str, sentence: str, understood: Portrait | Misread, width: int, computed: str = ""
) -> Iterator[Text]:
    yield from labelled(label, sentence, width)
    if isinstance(understood, Misread):
        for line in misread_lines(understood, width - LABEL):
            yield Text(" " * LABEL).append_text(line)
    else:
        yield from understood_lines(understood, width, computed=computed)
