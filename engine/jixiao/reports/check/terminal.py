"""A run of `check` as a reviewer reads it on a terminal.

Every evaluation is one block: head, table with reasons, findings. The last lines of
all are one line for each evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from jixiao.model.diagnostic import Diagnostic
from jixiao.model.review import Checked, Mean, Review, Run
from jixiao.reports.check.checks import check_list
from jixiao.reports.check.closing import closing_line, mean_line
from jixiao.reports.check.findings import finding_list
from jixiao.reports.check.heading import heading
from jixiao.reports.check.indicators import indicator_table
from jixiao.reports.check.piece import Piece, Tally, piece_of, report_of
from jixiao.reports.check.totals import total_lines
from jixiao.reports.page.wrap import wrap

MAX_WIDTH = 120
"""Longer lines are hard to read, however wide the terminal is."""

MIN_WIDTH = 48
"""Below this a table can't be read; the terminal then breaks the lines itself."""


def render_terminal(run: Run, console: Console) -> None:
    """Print a run; nothing where nothing was evaluated. Colour repeats what words say."""
    for text in report_of(TextForm(console), run):
        console.file.write(text)


class TextForm:
    """The report piece by piece, as a console would print it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))

    def begin(self) -> str:
        """Give nothing: a report of nothing is empty."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give the blocks of one case file."""
        closing = (self._printed([Text(closing_line(one.evaluation))]) for one in checked.reviews)
        return piece_of(checked, self._printed(_case(checked, self._width)), tuple(closing))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give nothing: every block begins with a bar."""
        return ""

    def end(self, tally: Tally) -> str:
        """Give what was refused and the closing lines."""
        bar = [Text("━" * self._width)] if tally.cases else []
        unused = _told(UNUSED, "bold yellow", tally.warnings, self._width)
        refused = _told(REFUSED, "bold red", list(tally.errors), self._width)
        return self._printed([*bar, *unused, *refused]) + "".join(tally.closing)

    def _printed(self, lines: Iterable[Text]) -> str:
        with self._console.capture() as printed:
            for line in lines:
                self._console.print(line, soft_wrap=True, highlight=False)
        return printed.get()


def _case(checked: Checked, width: int) -> Iterator[Text]:
    for review in checked.reviews:
        yield Text("━" * width)
        yield from _review(review, width)
    if checked.mean is not None:
        yield from _mean(checked.mean, len(checked.reviews), width)


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


UNUSED = "以下内容没有用于评分，其余照常核算："
REFUSED = "以下输入有误，没有核算："


def _told(head: str, style: str, told: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    """Say what was refused or not used, so that a report read alone does not look complete."""
    if not told:
        return
    yield Text(head, style)
    for one in told:
        yield from (Text(line) for line in wrap(str(one), width))
    yield Text()


def _mean(mean: Mean, projects: int, width: int) -> Iterator[Text]:
    yield from (Text(line, "bold") for line in wrap(mean_line(mean, projects), width))
    yield Text()
