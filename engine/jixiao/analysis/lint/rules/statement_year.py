"""A figure that is said to be of a year that the case can't know yet, or of one long past."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.model.lint import LintRule

MAX_BEFORE = 10
"""Years before the case's own that a figure may be of; reports compare with three or five."""
_DIGITS = 4


def find(case: CaseFile) -> Iterator[Found]:
    """Yield every 年度 of a figure that lies after the case's, or long before it."""
    own = case.root.text("年度")
    if not _is_year(own):
        return
    for key, node in case.statements():
        year = node.scalar("年度")
        if year is None or not _is_year(year.text.strip()):
            continue
        ahead = int(year.text) - int(own)
        if ahead > 0 or ahead < -MAX_BEFORE:
            when = "晚于" if ahead > 0 else "远早于"
            message = f"“{key.text.strip()}”的年度 {year.text.strip()} {when}案例的年度 {own}，请核对"
            yield Found(case.source.scalar(year), message)


def _is_year(text: str) -> bool:
    return len(text) == _DIGITS and text.isascii() and text.isdecimal()


LINT = Lint(LintRule("statement-year", "数据的年度与案例不合", "warning"), each_case(find))
