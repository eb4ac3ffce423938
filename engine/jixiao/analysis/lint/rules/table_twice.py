"""Two files with one code and version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every table that another file before it has too."""
    for table in rulebook.tables:
        mine = Path(table.source.file).resolve()
        for entry in rulebook.entries:
            if entry.reference == table.ruleset.reference and entry.path.resolve() < mine:
                yield Found(
                    table.spot("代码"),
                    f"{entry.reference} 在 {entry.path} 里已有，案例写到它就不知用哪一张。请改“代码”或“版本”",
                    table,
                )


LINT = Lint(LintRule("table-twice", "两个文件是同一张表的同一版本", "error"), find)
