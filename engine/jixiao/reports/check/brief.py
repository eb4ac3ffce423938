"""A run of `check` with one line a case, its unit named: for a folder of many.

On a terminal these are rows of a table; elsewhere whole sentences, to be searched and sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from jixiao.model.finding import Level
from jixiao.model.review import Checked, Review
from jixiao.reports.check.brief_table import BriefTable
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.closing import brief_line, mean_line
from jixiao.reports.check.endings import ending
from jixiao.reports.check.numbering import heads, level_counts, numbered, pending
from jixiao.reports.check.piece import Piece, Tally, piece_of
from jixiao.reports.check.verdict import verdict_on
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import reading_width


class BriefForm:
    """The report piece by piece; a line is never broken."""

    def __init__(self, console: Console, choice: Choice = ALL) -> None:
        self._console, self._choice = console, choice
        self._table = BriefTable(reading_width(console.width)) if console.is_terminal else None

    def begin(self) -> str:
        """Give nothing: a report of nothing is empty."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give the lines of one case file."""
        if self._table is None:
            return piece_of(checked, self._printed(_lines(checked, self._choice)))
        counts = [chosen_levels(review, self._choice) for review in checked.reviews]
        return piece_of(checked, self._printed(self._table.rows(checked, counts)))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give the head of the table before the first case; every line ends itself."""
        is_first = piece.evaluated and not tally.cases
        return self._printed([self._table.head()]) if is_first and self._table is not None else ""

    def end(self, tally: Tally) -> str:
        """Give what the findings were chosen by, what was refused, and codes that are used twice."""
        chosen = "" if self._choice.is_all or self._table is None else f"只计{self._choice.text}的疑点"
        told = [Text(chosen, "dim")] if chosen else []
        return self._printed([*told, *ending(tally, reading_width(self._console.width))])

    def _printed(self, lines: Iterable[Text]) -> str:
        with self._console.capture() as printed:
            for line in lines:
                self._console.print(line, soft_wrap=True, highlight=False)
        return printed.get()


def chosen_levels(review: Review, choice: Choice) -> list[Level]:
    """Give the levels of the findings that are asked for and still to be looked at, those told under others left out."""
    chosen = [one for one in pending(numbered(review)) if choice.keeps(one.finding)]
    return [one.finding.level for one in heads(chosen)]


def _lines(checked: Checked, choice: Choice) -> Iterator[Text]:
    for review in checked.reviews:
        yield _line(review, choice)
    if checked.mean is not None:
        case = checked.reviews[0].evaluation.case
        yield Text(printable(f"{case.id} {case.unit}：{mean_line(checked.mean, len(checked.reviews))}"))


def _line(review: Review, choice: Choice) -> Text:
    counts = level_counts(chosen_levels(review, choice))
    which = "" if choice.is_all else f"{choice.text}的"
    found = f"{which}疑点 {counts}" if counts else f"没有{which}疑点"
    text = Text(f"{brief_line(review)}；{found}")
    verdict = verdict_on(review)
    text.highlight_words([verdict.text], verdict.style)
    return text
