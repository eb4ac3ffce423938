"""A run of `check` as one page: a list of the cases at the top where there are several, then one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from jixiao import __version__
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.review import Checked
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.closing import closing_line
from jixiao.reports.check.endings import REFUSED, warned
from jixiao.reports.check.html.anchors import anchors_of
from jixiao.reports.check.html.section import case_section
from jixiao.reports.check.piece import Piece, Tally, piece_of, same_codes
from jixiao.reports.page.html import element, markup, page

TITLE = "绩效自评核算"
_HERE = "jixiao-cases-stand-here"
"""Stands for the list and the cases while the page around them is made."""


class HtmlForm:
    """The page; its list stands before the first case, so that nothing is given before the last."""

    def __init__(self, choice: Choice = ALL) -> None:
        self._choice = choice

    def begin(self) -> str:
        """Give nothing: the page is given whole."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give one case file: its lines in the list, and all of it, to be kept for the end."""
        if not checked.reviews:
            return piece_of(checked, "")
        entries = "".join(markup(entry) for entry in _entries(checked))
        return piece_of(checked, "", (entries, markup(case_section(checked, self._choice))))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give nothing: pieces have no text of their own."""
        return ""

    def end(self, tally: Tally) -> str:
        """Give the page."""
        entries, cases = tally.closing[0::2], tally.closing[1::2]
        body = [
            element("header", element("h1", TITLE)),
            *_told(tally),
            element("main", _HERE),
            element("footer", element("p", f"jixiao {__version__} 生成。分数以指标表的评分标准逐句核算；自评只用来核对，不参与计分。")),
        ]  # fmt: skip
        has_list = "".join(entries).count("<li>") > 1
        listed = f'<nav aria-label="案例"><ol>{"".join(entries)}</ol></nav>' if has_list else ""
        before, _, behind = page(TITLE, body, "checked").partition(_HERE)
        return f"{before}{listed}{''.join(cases)}{behind}"


def _entries(checked: Checked) -> Iterator[Element]:
    """Yield a line for each evaluation, as the report in words ends."""
    for project, review in enumerate(checked.reviews):
        anchor = anchors_of(review.evaluation.case).review(project)
        yield element("li", element("a", closing_line(review), href=f"#{anchor}"))


def _told(tally: Tally) -> Iterator[Element]:
    """Yield what was refused or not used, before all else: the page must not look complete."""
    for text in same_codes(tally):
        yield element("p", text, class_="problem")
    yield from _problems(REFUSED, list(tally.errors))
    for head, warnings in warned(tally):
        yield from _problems(head, warnings)


def _problems(head: str, told: Sequence[Diagnostic]) -> Iterator[Element]:
    if told:
        lines = [element("li", str(one)) for one in told]
        yield element("div", element("p", head), element("ul", *lines), class_="problem")
