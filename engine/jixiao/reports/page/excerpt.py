"""A line of a file with carets under the words in question, as it stands there: indentation and all."""

from __future__ import annotations

from jixiao.reports.page.caret import caret_lines

INDENT = 4
BAR = " │ "


def excerpt_lines(
    line: str, number: int, column: int, length: int, width: int
) -> tuple[str, str, str] | None:
    """Give the line, and before the carets and the carets themselves; None for an empty line.

    `number` and `column` count from 1, `width` are the columns of the page.
    """
    if not line.strip():
        return None
    shown = str(number)
    room = width - INDENT - len(shown) - len(BAR)
    text, carets = caret_lines(line.rstrip(), max(column - 1, 0), length, room)
    return f"{' ' * INDENT}{shown}{BAR}{text}", f"{' ' * (INDENT + len(shown))}{BAR}", carets
