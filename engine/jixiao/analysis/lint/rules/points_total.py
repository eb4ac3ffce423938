"""Points of the indicators that do not add up to 满分."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_table
from jixiao.analysis.lint.rulebook import Table
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text


def find(table: Table) -> Iterator[Found]:
    """Yield 满分 where the points add up to something else."""
    indicators, full = table.ruleset.indicators, table.ruleset.full
    if len(table.rows) < len(indicators) or not full:
        return  # some points can't be read: their own message comes first
    total = table.ruleset.points
    if total != full:
        more = "多" if total > full else "少"
        yield Found(
            table.spot("满分"),
            f"各指标分值合计{points_text(total)}分，比满分{points_text(full)}分{more}{points_text(abs(total - full))}分。"
            "请核对各项分值和满分",
        )


LINT = Lint(LintRule("points-total", "分值之和不等于满分", "error"), each_table(find))
