"""Points or a sentence that wait to be filled in: a table that began with a common framework."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_table
from jixiao.analysis.lint.rulebook import Table
from jixiao.files.table.ruleset import unfilled, unfilled_message
from jixiao.model.lint import LintRule


def find(table: Table) -> Iterator[Found]:
    """Yield every indicator whose points or sentence are still 待填."""
    for node in table.root.mappings("指标"):
        waiting = unfilled(node)
        if waiting:
            yield Found(table.source.scalar(next(iter(waiting.values()))), unfilled_message(node))


LINT = Lint(LintRule("to-fill", "分值或评分标准还没有填", "error"), each_table(find))
