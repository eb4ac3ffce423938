"""Whatever else keeps an indicator from running, so that what lints clean also runs."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.found import Found, Lint, each_row
from jixiao.analysis.rulebook import Row
from jixiao.model.diagnostic import Refused
from jixiao.model.lint import LintRule
from jixiao.scoring.program import compile_indicator


def find(row: Row) -> Iterator[Found]:
    """Yield why an indicator is refused; left out where another error says it better."""
    ruleset = row.table.ruleset
    if not row.table.sheet.complete:
        return
    try:
        compile_indicator(row.indicator, ruleset.items, ruleset.readings)
    except Refused as refused:
        for diagnostic in refused.diagnostics:
            yield Found(row.table.source.spot(diagnostic.place), diagnostic.message)


LINT = Lint(LintRule("cannot-run", "指标不能核算", "error"), each_row(find), fallback=True)
