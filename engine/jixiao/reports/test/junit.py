"""A run of `test` as JUnit XML, for programs that gather test results.

A file is a suite, an expectation a case; an input that was refused is an error.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from jixiao.model.trial import Trial, TrialRun
from jixiao.reports.page.printable import printable

NAME = "jixiao test"


def render_junit(run: TrialRun) -> str:
    """Give the document."""
    failed, errors = len(run.failed), len(run.errors)
    root = Xml.Element("testsuites", _counts(NAME, len(run.trials) + errors, failed, errors))
    files = dict.fromkeys(
        (*(one.place.file for one in run.trials), *(error.place.file for error in run.errors))
    )
    for file in files:
        _suite(root, run, file)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _counts(name: str, tests: int, failures: int, errors: int) -> dict[str, str]:
    return {
        "name": printable(name),
        "tests": str(tests),
        "failures": str(failures),
        "errors": str(errors),
    }


def _suite(root: Xml.Element, run: TrialRun, file: str) -> None:
    trials = [one for one in run.trials if one.place.file == file]
    errors = [one for one in run.errors if one.place.file == file]
    failures = sum(not one.passed for one in trials)
    counts = _counts(file, len(trials) + len(errors), failures, len(errors))
    suite = Xml.SubElement(root, "testsuite", counts)
    for error in errors:
        case = Xml.SubElement(suite, "testcase", {"name": "读取", "classname": printable(file)})
        Xml.SubElement(case, "error", {"message": printable(error.message)}).text = printable(str(error))
    for trial in trials:
        _case(suite, trial)


def _case(suite: Xml.Element, trial: Trial) -> None:
    place = trial.place
    owner = f"{trial.owner} {trial.project}".strip()
    name = {"name": printable(trial.what), "classname": printable(owner)}
    case = Xml.SubElement(suite, "testcase", {**name, "file": printable(place.file), "line": str(place.line)})
    if not trial.passed:
        message = printable(f"应为 {trial.expected}，实为 {trial.got}")
        lines = [str(place), *trial.ledger, trial.stuck]
        text = "\n".join(printable(line) for line in lines if line)
        Xml.SubElement(case, "failure", {"message": message}).text = text
