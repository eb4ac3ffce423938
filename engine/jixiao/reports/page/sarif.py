"""Annotations as SARIF 2.1.0, which editors and code hosts show beside the line.

Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0, 27 March 2020; the
numbers are its sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from types import MappingProxyType
from urllib.parse import quote

from jixiao import __version__
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.reports.page.annotation import Annotation, Kind
from jixiao.reports.page.json_object import Object

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HEAD: Mapping[str, str] = MappingProxyType({"$schema": SCHEMA, "version": "2.1.0"})
"""What a document begins with (§3.13)."""
FINGERPRINT = "jixiao/1"
"""The kind of our fingerprints (§3.27.17): they last while the figures do."""


def log(run: Object) -> Object:
    """Give the document of one run (§3.13)."""
    return {**HEAD, "runs": [run]}


def run_object(kinds: Sequence[Kind], errors: Sequence[Diagnostic], files: Iterable[str]) -> Object:
    """Give a run (§3.14) but for its results."""
    return {
        "tool": {
            "driver": {"name": "jixiao", "version": __version__, "rules": [_rule(one) for one in kinds]}
        },
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "invocations": [_invocation(errors)],
        "artifacts": [{"location": _location(file)} for file in files],
    }


def places_of(kinds: Sequence[Kind]) -> dict[str, int]:
    """Give where each code stands among the rules of a run."""
    return {kind.code: place for place, kind in enumerate(kinds)}


def result(one: Annotation, places: Mapping[str, int]) -> Object:
    """Give an annotation as a result (§3.27)."""
    suppressed = [{"kind": "inSource", "justification": one.waived}] if one.waived else None
    return {
        "ruleId": one.code,
        **({"ruleIndex": places[one.code]} if one.code in places else {}),
        "level": one.gravity,
        "message": {"text": one.message},
        "locations": [_place(one)],
        **({"partialFingerprints": {FINGERPRINT: one.fingerprint}} if one.fingerprint else {}),
        **({"suppressions": suppressed} if suppressed else {}),
    }


def _rule(kind: Kind) -> Object:
    """Give a reporting descriptor (§3.49).

    No helpUri: it must be absolute (§3.49.12), and a page is told from the root of the project.
    """
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.title},
        "help": {"text": kind.help},
        **({"defaultConfiguration": {"level": kind.gravity}} if kind.gravity else {}),
    }


def _invocation(errors: Sequence[Diagnostic]) -> Object:
    """Say whether everything asked for was looked at (§3.20)."""
    told = {"toolConfigurationNotifications": [_notification(one) for one in errors]} if errors else {}
    return {"executionSuccessful": not errors, **told}


def _notification(diagnostic: Diagnostic) -> Object:
    place = diagnostic.place
    located = {"locations": [{"physicalLocation": _physical(place)}]} if place.file else {}
    return {"level": "error", "message": {"text": diagnostic.message}, **located}


def _place(one: Annotation) -> Object:
    logical = [{"name": one.about, "kind": "member"}] if one.about else None
    return {
        "physicalLocation": _physical(one.place, one.length, one.text),
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
