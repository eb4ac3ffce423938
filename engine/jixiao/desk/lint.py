"""Mistakes in files of rules, before any case meets them, and in cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.analysis.lint.run import lint_paths
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.model.lint import LintRun


def lint(*paths: str | Path, rules: Rules = None) -> LintRun:
    """Lint files and folders, or the whole folder of rules where none is named.

    What is wrong in a file is a flaw of the answer. Raises Refused where there is no file to
    look at; a path that is not there beside others stands in `errors`.
    """
    run = lint_files([Path(path) for path in paths], rules_folder(rules))
    refuse_unanswered(run.errors, answered=bool(run.files))
    return run


def lint_files(paths: Sequence[Path], rules: Path | None, watch: Watch = iter) -> LintRun:
    """Lint, and raise nothing: a path that is not there is an error of the answer."""
    return lint_paths(paths, rules, watch)
