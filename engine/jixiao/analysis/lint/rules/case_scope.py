"""A case that names a table which applies to another place, another subject or another year."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint, each_case
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule


def find(case: CaseFile) -> Iterator[Found]:
    """Yield each of 地区, 对象 and 年度 that is not what the table says of itself (适用)."""
    if case.case is None or case.ruleset is None:
        return
    scope = case.ruleset.scope
    years = tuple(str(year) for year in scope.years)
    for key, applies in (("地区", (scope.region,)), ("对象", (scope.subject,)), ("年度", years)):
        node = case.root.scalar(key)
        if node is not None and plain_name(node.text) not in map(plain_name, applies):
            wanted = "、".join(applies)
            message = (
                f"{key}是“{node.text.strip()}”，而指标表 {case.ruleset.reference} 适用于{wanted}，"
                f"请核对“{key}”和“指标表”"
            )
            yield Found(case.source.scalar(node), message)


LINT = Lint(LintRule("case-scope", "指标表不适用于这个案例", "warning"), each_case(find))
