"""A run of `test` as one JSON document, format jixiao.test/1."""

from __future__ import annotations

from jixiao.model.trial import Revision, Trial, TrialKind, TrialRun
from jixiao.reports.page.json_object import Object, error_object, written
from jixiao.reports.test.coverage_json import coverage_object
from jixiao.reports.test.mutation_lines import mutation_object

FORMAT = "jixiao.test/1"


def render_trial_json(run: TrialRun) -> str:
    """Give the document; also where there is nothing but errors in it."""
    document = {
        "format": FORMAT,
        "results": [_trial(trial) for trial in run.trials],
        "summary": _summary(run),
        **({"coverage": coverage_object(run.coverage)} if run.coverage else {}),
        **({"mutation": mutation_object(run.mutation)} if run.mutation else {}),
        "errors": [error_object(diagnostic) for diagnostic in run.errors],
    }
    return written(document)


def _trial(trial: Trial) -> Object:
    is_case = trial.kind is TrialKind.EXPECTATION
    return {
        "kind": trial.kind,
        "file": trial.place.file,
        "line": trial.place.line,
        "column": trial.place.column,
        **({"case": trial.case} if is_case else {"table": trial.owner}),
        **({"project": trial.project} if trial.project else {}),
        **({"indicator": trial.indicator} if trial.indicator else {}),
        "what": trial.what,
        "expected": trial.expected,
        "got": trial.got,
        "passed": trial.passed,
        "ledger": list(trial.ledger),
        **({"changes": [_change(one) for one in trial.revisions]} if trial.revisions else {}),
        **({"stuck": trial.stuck} if trial.stuck else {}),
    }


def _change(one: Revision) -> Object:
    """Give what --update writes, or has written."""
    place = one.written.place
    return {"line": place.line, "column": place.column, "old": one.written.text, "new": one.new}


def _summary(run: TrialRun) -> Object:
    return {
        "cases": run.cases,
        "tables": run.tables,
        "expectations": len(run.of(TrialKind.EXPECTATION)),
        "examples": len(run.of(TrialKind.EXAMPLE)),
        "passed": len(run.trials) - len(run.failed),
        "failed": len(run.failed),
        "without_expectations": list(run.silent),
    }
