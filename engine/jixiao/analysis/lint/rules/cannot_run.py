"""Whatever else keeps an indicator from running, so that what lints clean also runs."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_row, each_table
from jixiao.analysis.lint.rulebook import Row, Rulebook, Table
from jixiao.model.lint import LintRule


def find(row: Row) -> Iterator[Found]:
    """Yield why an indicator is refused; left out where another error says it better."""
    if not row.table.sheet.complete:
        return
    for diagnostic in row.table.prepared.refused.get(row.indicator.id, ()):
        yield Found(row.table.source.spot(diagnostic.place), diagnostic.message)


def find_in_table(table: Table) -> Iterator[Found]:
    """Yield why the table as a whole is refused: a limit or a veto that means nothing here."""
    if not table.sheet.complete or len(table.rows) < len(table.ruleset.indicators):
        return
    for diagnostic in table.prepared.problems:
        if diagnostic.place == table.ruleset.place:
            continue  # points that do not add up have their own lint
        yield Found(table.source.spot(diagnostic.place), diagnostic.message)


def _both(rulebook: Rulebook) -> Iterator[Found]:
    yield from each_row(find)(rulebook)
    yield from each_table(find_in_table)(rulebook)


LINT = Lint(LintRule("cannot-run", "指标不能核算", "error"), _both, fallback=True)
