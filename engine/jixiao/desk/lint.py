"""Mistakes in files of rules, before any case meets them, and in cases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jixiao.analysis.lint.run import RULES, lint_paths
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.files import lint_page
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


def lint_codes() -> list[str]:
    """Give the code of every lint."""
    return [rule.code for rule in RULES]


def explain_lint(code: str) -> str | None:
    """Give the page about a code of a lint, in Markdown; None where no lint has it.

    Raises Refused where the page did not come with Jixiao.
    """
    return lint_page(code) if code in lint_codes() else None
