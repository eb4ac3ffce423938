"""The line of a file that a diagnostic speaks of."""

from __future__ import annotations

from pathlib import Path

from jixiao.files import read_text
from jixiao.files.yaml.events import LINE_BREAK
from jixiao.model.diagnostic import Place, Refused


def line_at(place: Place) -> str:
    """Give the line of a place as it is written; "" where there is none, or the file can't be read."""
    if not place.line:
        return ""
    try:
        lines = LINE_BREAK.split(read_text(Path(place.file)))
    except Refused:
        return ""
    return lines[place.line - 1] if place.line <= len(lines) else ""
