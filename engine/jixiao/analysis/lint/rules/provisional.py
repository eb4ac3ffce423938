"""An indicator whose points or wording are reconstructed (出处: 推定)."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_row
from jixiao.analysis.lint.rulebook import Row
from jixiao.model.lint import LintRule
from jixiao.model.wording import quoted


def find(row: Row) -> Iterator[Found]:
    """Yield every 出处: 推定, so that the list is there to be shortened."""
    if row.indicator.provisional:
        yield Found(
            row.spot("出处"),
            f"{quoted(row.indicator.name)}的分值或条文是推定的，用到它的结果都会注明。找到正式文本后请替换，并删去“出处: 推定”",
        )


LINT = Lint(LintRule("provisional", "分值或条文是推定的", "info"), each_row(find))
