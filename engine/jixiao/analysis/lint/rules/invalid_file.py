"""A file that can't be read as a rule file: its YAML, its keys, its figures, its names."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.model.lint import LintRule, Spot


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield everything that reading the files refused."""
    for diagnostic in rulebook.refused:
        source = rulebook.sources.get(diagnostic.place.file)
        spot = source.spot(diagnostic.place) if source else Spot(diagnostic.place)
        yield Found(spot, diagnostic.message)


LINT = Lint(LintRule("invalid-file", "文件读不了或不合格式", "error"), find, fallback=True)
