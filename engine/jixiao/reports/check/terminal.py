"""A run of `check` as a reviewer reads it on a terminal.

Every evaluation is one block: head, table with reasons, findings. The last lines of
all are one line for each evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from jixiao.model.diagnostic import Diagnostic
from jixiao.model.review import Mean, Review, Run
from jixiao.reports.check.checks import check_list
from jixiao.reports.check.closing import closing_line, mean_line
from jixiao.reports.check.findings import finding_list
from jixiao.reports.check.grouping import by_case
from jixiao.reports.check.heading import heading
from jixiao.reports.check.indicators import indicator_table
from jixiao.reports.check.totals import total_lines
from jixiao.reports.page.wrap import wrap

MAX_WIDTH = 120
"""Longer lines are hard to read, however wide the terminal is."""

MIN_WIDTH = 48
"""Below this a table can't be read; the terminal then breaks the lines itself."""


def render_terminal(run: Run, console: Console) -> None:
    """Print a run; nothing where nothing was evaluated. Colour repeats what words say."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(run, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(run: Run, width: int) -> Iterator[Text]:
    for reviews, mean in by_case(run):
        for review in reviews:
            yield Text("━" * width)
            yield from _review(review, width)
        if mean is not None:
            yield from _mean(mean, len(reviews), width)
    if run.reviews:
        yield Text("━" * width)
    if run.errors:
        yield from _errors(run.errors, width)
    yield from (Text(closing_line(review.evaluation)) for review in run.reviews)


def _review(review: Review, width: int) -> Iterator[Text]:
    yield from heading(review.evaluation, width)
    yield Text()
    yield from indicator_table(review.evaluation, width)
    yield from total_lines(review.evaluation, width)
    yield Text()
    yield from finding_list(review, width)
    yield Text()
    if review.checks is not None:
        yield from check_list(review.checks, width)
        yield Text()


def _errors(errors: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    """Say what was refused, so that a report read alone does not look complete."""
    yield Text("以下输入有误，没有核算：", "bold red")
    for error in errors:
        yield from (Text(line) for line in wrap(str(error), width))
    yield Text()


def _mean(mean: Mean, projects: int, width: int) -> Iterator[Text]:
    yield from (Text(line, "bold") for line in wrap(mean_line(mean, projects), width))
    yield Text()
