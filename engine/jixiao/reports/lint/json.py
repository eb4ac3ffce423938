"""A lint run as one JSON document, format jixiao.lint/1."""

from __future__ import annotations

from jixiao.model.lint import LINT_LEVEL_NAMES, Flaw, LintRun
from jixiao.reports.page.json_object import Object, error_object, written

FORMAT = "jixiao.lint/1"


def render_lint_json(run: LintRun) -> str:
    """Give the document; also where there is nothing but errors in it.

    Lines and columns count characters from 1; 0 where a flaw is about a file as a whole.
    """
    document = {
        "format": FORMAT,
        "files": list(run.files),
        "findings": [_flaw(flaw) for flaw in run.flaws],
        "summary": _summary(run),
        "errors": [error_object(diagnostic) for diagnostic in run.errors],
    }
    return written(document)


def _flaw(flaw: Flaw) -> Object:
    spot, place = flaw.spot, flaw.spot.place
    return {
        "code": flaw.rule.code,
        "level": flaw.rule.level,
        "title": flaw.rule.title,
        "message": flaw.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + spot.length,
        "text": spot.text,
        **({"table": flaw.table} if flaw.table else {}),
        **({"indicator": flaw.indicator} if flaw.indicator else {}),
        "docs": flaw.rule.page,
        "waived": flaw.waived or None,
    }


def _summary(run: LintRun) -> Object:
    levels: dict[str, int] = {level: len(run.at(level)) for level in LINT_LEVEL_NAMES}
    return {"files": len(run.files), **levels, "waived": len(run.waived)}
