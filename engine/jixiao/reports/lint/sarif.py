"""A lint run as SARIF 2.1.0, which editors and code hosts show beside the line.

Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0, 27 March 2020; the
numbers are its sections.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from urllib.parse import quote

from jixiao import __version__
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.lint import Flaw, LintLevel, LintRule, LintRun
from jixiao.reports.page.json_object import Object, written

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[LintLevel, str] = MappingProxyType({"error": "error", "warning": "warning", "info": "note"})
"""§3.27.10: what SARIF calls our levels."""


def render_sarif(run: LintRun) -> str:
    """Give the document; also where there is nothing but errors in it."""
    places = {rule.code: place for place, rule in enumerate(run.rules)}
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run)},
                "columnKind": "unicodeCodePoints",
                "language": "zh-CN",
                "invocations": [_invocation(run)],
                "artifacts": [{"location": _location(file)} for file in run.files],
                "results": [_result(flaw, places[flaw.rule.code]) for flaw in run.flaws],
            }
        ],
    }
    return written(document)


def _driver(run: LintRun) -> Object:
    return {"name": "jixiao", "version": __version__, "rules": [_rule(rule) for rule in run.rules]}


def _rule(rule: LintRule) -> Object:
    """Give a reporting descriptor (§3.49).

    No helpUri: it must be absolute (§3.49.12), and a page is told from the root of the project.
    """
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": f"详见 {rule.page}"},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
    }


def _invocation(run: LintRun) -> Object:
    """Say whether everything asked for was looked at (§3.20)."""
    return {
        "executionSuccessful": not run.errors,
        **(
            {"toolConfigurationNotifications": [_notification(one) for one in run.errors]}
            if run.errors
            else {}
        ),
    }


def _notification(diagnostic: Diagnostic) -> Object:
    place = diagnostic.place
    located = {"locations": [{"physicalLocation": _physical(place)}]} if place.file else {}
    return {"level": "error", "message": {"text": diagnostic.message}, **located}


def _result(flaw: Flaw, rule: int) -> Object:
    suppressed = [{"kind": "inSource", "justification": flaw.waived}] if flaw.waived else None
    return {
        "ruleId": flaw.rule.code,
        "ruleIndex": rule,
        "level": LEVELS[flaw.rule.level],
        "message": {"text": flaw.message},
        "locations": [_flaw_location(flaw)],
        **({"suppressions": suppressed} if suppressed else {}),
    }


def _flaw_location(flaw: Flaw) -> Object:
    logical = [{"name": flaw.indicator, "kind": "member"}] if flaw.indicator else None
    return {
        "physicalLocation": _physical(flaw.spot.place, flaw.spot.length, flaw.spot.text),
        **({"logicalLocations": logical} if logical else {}),
    }


def _physical(place: Place, length: int = 0, text: str = "") -> Object:
    """Give a file and the region in it (§3.29, §3.30); none for a file as a whole."""
    location: Object = {"artifactLocation": _location(place.file)}
    if place.line:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + length,
            **({"snippet": {"text": text}} if text else {}),
        }
    return location


def _location(file: str) -> Object:
    """Give a file as a URI (§3.4.3): relative as it was named, or absolute."""
    path = Path(file)
    name = PurePath(file).as_posix().encode("utf-8", "surrogateescape")
    return {"uri": f"file://{quote(name)}" if path.is_absolute() else quote(name)}
