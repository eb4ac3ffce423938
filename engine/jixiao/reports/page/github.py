"""Annotations as GitHub Actions takes them from standard output: it shows each beside its line.

Source: GitHub Docs, Workflow commands for GitHub Actions (error, warning, notice) and, for what is
escaped, actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from jixiao.reports.page.annotation import Annotation, Gravity
from jixiao.reports.page.printable import printable

COMMANDS: Mapping[Gravity, str] = MappingProxyType({"error": "error", "warning": "warning", "note": "notice"})
"""What GitHub calls our levels."""


def github_line(one: Annotation) -> str:
    """Give one annotation on one line; what was waived is none."""
    title = f"{one.title}（{one.code}）" if one.code else one.title
    file = PurePath(one.place.file).as_posix() if one.place.file else ""
    told = {"file": file, **_spot(one), "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in told.items() if value)
    return f"::{COMMANDS[one.gravity]} {properties}::{_data(one.message)}\n"


def _spot(one: Annotation) -> dict[str, str]:
    """Give line and columns, counted from 1; nothing for a file as a whole."""
    if not one.place.line:
        return {}
    spot = {"line": str(one.place.line), "col": str(one.place.column)}
    return spot | ({"endColumn": str(one.place.column + one.length)} if one.length else {})


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
