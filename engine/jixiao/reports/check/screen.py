"""One evaluation on one screen: conclusion, range, what is lost or open, findings, what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.heading import misfits, short_heading
from jixiao.reports.check.listed import finding_lines
from jixiao.reports.check.shortfalls import shortfall_lines
from jixiao.reports.check.steps import step_lines
from jixiao.reports.check.totals import total_lines


def screen(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the screen line by line: about 40 of them, whatever there is to tell."""
    yield from misfits(review, width)
    yield from short_heading(review, width)
    yield Text()
    yield from shortfall_lines(review.evaluation, width)
    yield from total_lines(review.evaluation, width)
    yield Text()
    yield from finding_lines(review, choice, width)
    yield Text()
    yield from step_lines(review, width)
    yield Text()
