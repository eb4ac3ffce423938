"""How wide a text is set: as the terminal is, within what can be read; a pipe breaks no line."""

from __future__ import annotations

MAX_WIDTH = 120
"""Longer lines are hard to read, however wide the terminal is."""

MIN_WIDTH = 48
"""Below this a table can't be read; the terminal then breaks the lines itself."""

ENDLESS = 1_000_000
"""Width of what is no terminal: programs take a line for a line, so none is broken or cut."""

BAR = 80
"""Length of a bar where lines have no end."""


def reading_width(columns: int) -> int:
    """Give the width to set a text in on a console with so many columns."""
    return columns if columns >= ENDLESS else max(MIN_WIDTH, min(columns, MAX_WIDTH))


def bar(width: int, sign: str = "━") -> str:
    """Give a bar across the text."""
    return sign * (BAR if width >= ENDLESS else width)
