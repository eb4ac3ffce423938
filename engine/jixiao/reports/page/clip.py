"""One line of a text, cut where the room ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from jixiao.reports.page.printable import printable

MORE = "…"


def clip(text: str, width: int) -> str:
    """Give the text in at most `width` cells; what was cut shows as “…”.

    It never ends in a figure: half of one, or one without its unit, would be taken for another.
    """
    line = printable(text)
    if cell_len(line) <= width:
        return line
    if width < cell_len(MORE):
        return ""
    kept = set_cell_size(line, width - cell_len(MORE)).rstrip()
    return (_FIGURE.sub("", kept) or kept) + MORE


_FIGURE = re.compile(r"[-+−]?\d[\d.,]*$")


def in_brackets(place: str, width: int) -> str:
    """Give 〔place〕 in at most `width` cells, closed also where it was cut; nothing where there is no room to say it."""
    room = width - cell_len("〔〕")
    if not place or room < min(cell_len(printable(place)), MIN_PLACE):
        return ""
    return f"〔{clip(place, room)}〕"


MIN_PLACE = 8
"""Less of a place than so many cells says nothing."""


def some(names: Sequence[str], most: int, gap: str = "、", counted: str = "项") -> str:
    """Give names side by side; of more than `most` the first ones, and how many there are."""
    more = f"等{len(names)}{counted}" if len(names) > most else ""
    return gap.join(names[:most]) + more


def spans(numbers: Sequence[int]) -> str:
    """Write rising numbers, those that follow each other as a span: 1～3、5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}～{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs)
