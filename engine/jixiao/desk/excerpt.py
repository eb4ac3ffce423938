"""The line of a file that a diagnostic speaks of."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jixiao.files import read_text
from jixiao.files.yaml.events import LINE_BREAK
from jixiao.model.diagnostic import Place, Refused


def line_at(place: Place) -> str:
    """Give the line of a place as it is written; "" where there is none, or the file can't be read."""
    lines = _lines(place.file) if place.line else ()
    return lines[place.line - 1] if place.line <= len(lines) and place.line else ""


@lru_cache(maxsize=1)
def _lines(file: str) -> tuple[str, ...]:
    """Give the lines of a file; of the last one asked for, which has most of its mistakes told one after the other."""
    try:
        return tuple(LINE_BREAK.split(read_text(Path(file))))
    except Refused:
        return ()
