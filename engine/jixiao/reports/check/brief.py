"""A run of `check` with one line a case, its unit named: for a folder of many."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from jixiao.model.review import Checked, Review
from jixiao.reports.check.closing import brief_line, mean_line
from jixiao.reports.check.endings import ending
from jixiao.reports.check.numbering import level_counts
from jixiao.reports.check.piece import Piece, Tally, piece_of
from jixiao.reports.check.verdict import verdict_on
from jixiao.reports.page.printable import printable
from jixiao.reports.page.width import reading_width


class BriefForm:
    """The report piece by piece; a line is never broken, so that it can be searched and sorted."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def begin(self) -> str:
        """Give nothing: a report of nothing is empty."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give the lines of one case file."""
        return piece_of(checked, self._printed(_lines(checked)))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give nothing: every line ends itself."""
        return ""

    def end(self, tally: Tally) -> str:
        """Give what was refused, and codes that are used twice."""
        return self._printed(ending(tally, reading_width(self._console.width)))

    def _printed(self, lines: Iterator[Text]) -> str:
        with self._console.capture() as printed:
            for line in lines:
                self._console.print(line, soft_wrap=True, highlight=False)
        return printed.get()


def _lines(checked: Checked) -> Iterator[Text]:
    for review in checked.reviews:
        yield _line(review)
    if checked.mean is not None:
        case = checked.reviews[0].evaluation.case
        yield Text(printable(f"{case.id} {case.unit}：{mean_line(checked.mean, len(checked.reviews))}"))


def _line(review: Review) -> Text:
    found = level_counts([finding.level for finding in review.findings if finding.is_pending])
    text = Text(f"{brief_line(review.evaluation)}；{f'疑点 {found}' if found else '没有疑点'}")
    verdict = verdict_on(review.evaluation)
    text.highlight_words([verdict.text], verdict.style)
    return text
