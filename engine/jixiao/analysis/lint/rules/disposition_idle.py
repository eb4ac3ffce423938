"""A decision (处置) about a finding that the case does not have: it settles nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield every decision that matches no finding when the case is checked now."""
    for one in case.unmatched:
        owner = one.indicator or one.item
        about = f"“{one.code}”（{owner}）" if owner else f"“{one.code}”"
        message = f"案例现在没有疑点{about}，这一条处置没有对上；疑点已经没有的请删去，写错的请照 jixiao check 印的改"
        yield Found(case.source.spot(one.place), message)


LINT = Lint(LintRule("disposition-idle", "处置没有对上疑点", "warning"), each_case(find))
