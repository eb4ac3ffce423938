"""A year between two versions of one table to which none applies."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook, Table
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield, at the version after it, every stretch of years that no version covers."""
    for table in rulebook.tables:
        years = _covered(rulebook, table)
        own = set(table.ruleset.scope.years)
        for first in sorted(own):
            earlier = [year for year in years if year < first]
            if earlier and max(earlier) < first - 1 and _is_first(rulebook, table, first):
                missing = "、".join(str(year) for year in range(max(earlier) + 1, first))
                yield Found(
                    table.spot("适用", "年度"),
                    f"{table.ruleset.id} 有适用于{max(earlier)}年度和{first}年度的版本，{missing}年度没有。"
                    "请补上年度或补一个版本；这一年度的案例找不到指标表",
                    table,
                )


def _covered(rulebook: Rulebook, table: Table) -> set[int]:
    """Give all years that some version of the same table applies to, in the same place."""
    scope = table.ruleset.scope
    return {
        year
        for entry in rulebook.entries
        if entry.id == table.ruleset.id
        and (entry.scope.region, entry.scope.subject) == (scope.region, scope.subject)
        for year in entry.scope.years
    }


def _is_first(rulebook: Rulebook, table: Table, year: int) -> bool:
    """Whether this is the first file that covers the year, so that it is told once."""
    for one in rulebook.tables:
        if one.ruleset.id == table.ruleset.id and year in one.ruleset.scope.years:
            return one is table
    return True


LINT = Lint(LintRule("years-gap", "同一张表的适用年度有空档", "warning"), find)
