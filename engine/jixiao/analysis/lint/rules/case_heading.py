"""A case whose title, unit or sources still say 待填: it is scored, but nobody knows whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.files.case.blanks import blanks_of_heading
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield every key of the heading that is not filled in."""
    for blank in blanks_of_heading(case.root):
        yield Found(case.source.scalar(blank.node), f"“{blank.text}”还没有填，报告上会照印“待填”，请填上")


LINT = Lint(LintRule("case-heading", "案例的名称、单位或来源还没有填", "warning"), each_case(find))
