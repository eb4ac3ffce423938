"""A run of `check` as a reviewer reads it on a terminal.

Every evaluation is one screen, or with all there is to tell one block: head, table with
reasons, findings. The last lines of all are one line for each evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from jixiao.model.review import Checked, Mean, Review, Run
from jixiao.reports.check.checks import check_list
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.closing import closing_line, closing_parts, mean_line
from jixiao.reports.check.endings import ending
from jixiao.reports.check.findings import at_large_list, finding_list
from jixiao.reports.check.heading import heading, misfits
from jixiao.reports.check.indicators import indicator_table
from jixiao.reports.check.piece import Piece, Tally, piece_of, report_of
from jixiao.reports.check.screen import screen
from jixiao.reports.check.several import projects_screen
from jixiao.reports.check.totals import total_lines
from jixiao.reports.page.width import bar, reading_width
from jixiao.reports.page.wrap import wrap


def render_terminal(run: Run, console: Console, *, full: bool = False) -> None:
    """Print a run; nothing where nothing was evaluated. Colour repeats what words say."""
    for text in report_of(TextForm(console, full=full), run):
        console.file.write(text)


MIN_TABLE = 60
"""Least width of the table of indicators, told in full, with both columns of claims."""


class TextForm:
    """The report piece by piece, as a console would print it: a screen a case, or all there is to tell."""

    def __init__(self, console: Console, *, full: bool = False, choice: Choice = ALL) -> None:
        self._console = console
        width = reading_width(console.width)
        self._width = max(width, MIN_TABLE) if full else width
        self._review = told_in_full if full else screen
        self._choice = choice

    def begin(self) -> str:
        """Give nothing: a report of nothing is empty."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give the blocks of one case file."""
        closing = (self._printed(self._closing(one)) for one in checked.reviews)
        return piece_of(checked, self._printed(self._case(checked)), tuple(closing))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give nothing: every block begins with a bar."""
        return ""

    def end(self, tally: Tally) -> str:
        """Give what was refused and the closing lines."""
        lines = [Text(bar(self._width))] if tally.cases else []
        return self._printed([*lines, *ending(tally, self._width)]) + "".join(tally.closing)

    def _closing(self, review: Review) -> Iterator[Text]:
        """Give the line that is fit to be read alone; only a terminal, which would break it anywhere, has it broken."""
        line = closing_line(review)
        yield from map(Text, closing_parts(line, self._width) if self._console.is_terminal else [line])

    def _case(self, checked: Checked) -> Iterator[Text]:
        told_apart = any(review.checks is not None for review in checked.reviews)
        if len(checked.reviews) > 1 and self._review is screen and not told_apart:
            yield Text(bar(self._width))
            yield from projects_screen(checked.reviews, checked.mean, self._choice, self._width)
            return
        for review in checked.reviews:
            yield Text(bar(self._width))
            yield from self._review(review, self._choice, self._width)
            if review.checks is not None:
                yield from check_list(review.checks, self._width)
                yield Text()
        if checked.reviews:
            yield from at_large_list(checked.reviews[0], self._choice, self._width)
        if checked.mean is not None:
            yield from _mean(checked.mean, len(checked.reviews), self._width)

    def _printed(self, lines: Iterable[Text]) -> str:
        with self._console.capture() as printed:
            for line in lines:
                self._console.print(line, soft_wrap=True, highlight=False)
        return printed.get()


def told_in_full(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give one evaluation with all there is to tell: each indicator with its reasons, each finding with its grounds."""
    yield from misfits(review, width)
    yield from heading(review, width)
    yield Text()
    yield from indicator_table(review.evaluation, width)
    yield from total_lines(review.evaluation, width)
    yield Text()
    yield from finding_list(review, choice, width)
    yield Text()


def _mean(mean: Mean, projects: int, width: int) -> Iterator[Text]:
    yield from (Text(line, "bold") for line in wrap(mean_line(mean, projects), width))
    yield Text()
