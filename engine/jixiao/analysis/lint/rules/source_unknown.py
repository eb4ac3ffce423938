"""A 出处 that begins with no label of 来源, so that nobody knows which paper it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.files.case.sources import labels_of, unknown_sources
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield every 出处 that names no 来源; nothing where none are listed."""
    for one in unknown_sources(case.root, labels_of(case.root)):
        yield Found(case.source.spot(one.place), one.message)


LINT = Lint(LintRule("source-unknown", "出处不在来源里", "error"), each_case(find))
