"""What the lines of a text are, found out once: from each of them, how far lines of its kind go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from jixiao.documents.layout.lines import Line, is_number

BARS = "|｜│┃"
MAX_LABEL = 26
"""Longest cell of a table of which each cell became a line."""
_SENTENCE = re.compile(r"[。；;，,]|\d(?:万元|元|%|人|个|辆)")


class Survey:
    """The lines of a text with what is asked of them again and again: without it each line would look ahead anew."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.bars = _ends(lines, lambda one: one.is_bar or one.is_rule)
        """From each line, where lines with bars end."""
        self.rows_go_on = _ends(lines, lambda one: one.tabs > 0 and not one.blanks)
        """From each line, where lines with tabs and no empty line before them end."""
        self.single = _ends(lines, lambda one: one.is_single_cell)
        """From each line, where lines of one cell with a bar behind it end."""
        self.cells = _ends(lines, _is_cell)
        """From each line, where lines that may be cells end."""
        numbers = [_is_number(one) for one in lines]
        self.number = _next(numbers)
        """From each line, the next that is one number."""
        self.counted = (0, *accumulate(map(int, numbers)))
        """How many lines before each are one number."""


def _ends(lines: Sequence[Line], holds: Callable[[Line], bool]) -> list[int]:
    ends = [0] * len(lines)
    end = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        if not holds(lines[place]):
            end = place
        ends[place] = end
    return ends


def _next(flags: Sequence[bool]) -> list[int]:
    following = [0] * len(flags)
    place = len(flags)
    for at in range(len(flags) - 1, -1, -1):
        place = at if flags[at] else place
        following[at] = place
    return following


def _is_cell(line: Line) -> bool:
    shown = line.text.strip(BARS + " ")
    return not line.tabbed and len(shown) <= MAX_LABEL and (is_number(shown) or not _SENTENCE.search(shown))


def _is_number(line: Line) -> bool:
    return is_number(line.text.strip(BARS + " "))
