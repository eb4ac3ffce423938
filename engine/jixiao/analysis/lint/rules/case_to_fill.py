"""A case with figures, claims or grounds that wait to be filled in: it can't be scored."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.files.case.blanks import blanks, told
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield the first blank of a case, with the lines of all others."""
    found = blanks(case.root)
    if found:
        yield Found(case.source.scalar(found[0].node), told(found).message)


LINT = Lint(LintRule("case-to-fill", "案例还有没填的地方", "error"), each_case(find))
