"""Two tables that apply to the same place, subject and year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every other table with which a table shares a year; of two looked at, at the later."""
    looked_at = [Path(table.source.file).resolve() for table in rulebook.tables]
    for number, table in enumerate(rulebook.tables):
        scope, mine = table.ruleset.scope, looked_at[number]
        for entry in rulebook.entries:
            other = entry.path.resolve()
            place = (entry.scope.region, entry.scope.subject)
            is_told_there = other in looked_at[number:] or entry.reference == table.ruleset.reference
            if other == mine or is_told_there or place != (scope.region, scope.subject):
                continue
            shared = sorted(set(scope.years) & set(entry.scope.years))
            if shared:
                years = "、".join(map(str, shared))
                yield Found(
                    table.spot("适用", "年度"),
                    f"{years}年度也适用 {entry.reference}（{entry.path}），没有写明指标表的案例不知用哪一张。"
                    "请分开年度，或让案例写明“代码@版本”",
                    table,
                )


LINT = Lint(LintRule("years-overlap", "两张表适用于同一年度", "warning"), find)
