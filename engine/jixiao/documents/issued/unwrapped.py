"""Labels that a narrow column broke into lines, put together again: lines that are full go on in the next."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.documents.issued.grid import Cell
from jixiao.documents.issued.signs import sounds_like_rule
from jixiao.documents.issued.texts import bare_number

NARROW = 8
"""Most characters of a line of a narrow column."""
MOSTLY = 0.35
"""Least share of the short lines that are full where labels are broken."""
MIN_SHORT = 8
"""Fewest short lines from which anything can be told."""
_STOPS = "。；;，,=＝"


def unwrapped(lines: Sequence[Cell]) -> list[Cell]:
    """Join the lines of labels; lines as they are where none were broken."""
    short = [len(cell.text) for cell in lines if _is_short(cell.text)]
    between = [cell for cell in lines if NARROW < len(cell.text) <= NARROW + 4 and not _is_running(cell.text)]
    if len(short) < MIN_SHORT or between:
        return list(lines)
    width = max(short)
    if width < 3 or short.count(width) < MOSTLY * len(short):
        return list(lines)
    joined: list[Cell] = []
    goes_on = False
    for cell in lines:
        if goes_on and _is_short(cell.text):
            joined[-1] = replace(joined[-1], text=joined[-1].text + cell.text)
        else:
            joined.append(cell)
        goes_on = _is_short(cell.text) and len(cell.text) == width
    return joined


def _is_short(text: str) -> bool:
    return len(text) <= NARROW and not bare_number(text) and not _is_running(text)


def _is_running(text: str) -> bool:
    return sounds_like_rule(text) or any(stop in text for stop in _STOPS)
