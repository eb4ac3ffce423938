"""Two case files with one 代码: both are evaluated, and nobody can tell the results apart."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.case_file import CaseFile
from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.model.lint import LintRule


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield every case whose 代码 an earlier one has."""
    first: dict[str, CaseFile] = {}
    for case in rulebook.cases:
        code = case.root.scalar("代码")
        if code is None or not code.text.strip():
            continue
        earlier = first.setdefault(code.text.strip(), case)
        if earlier is not case:
            message = (
                f"代码“{code.text.strip()}”与 {earlier.source.file} 的相同，结果会分不清，请改名或删去一份"
            )
            yield Found(case.source.scalar(code), message)


LINT = Lint(LintRule("case-twice", "两个案例的代码相同", "warning"), find)
