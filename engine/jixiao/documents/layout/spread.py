"""Heads of several lines whose merged cells left no trace: how far each of them reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.dataclass import dataclass

_PARTS = re.compile("其中")
_YEARS = re.compile(r"(?:20\d\d|[上本今去])年|预算|决算")


@dataclass(frozen=True, slots=True)
class Head:
    """A word of a line of heads: the column at which it begins, how many it reaches over, and whether some are below it."""

    column: int
    width: int
    parent: bool


def spread(lines: Sequence[Sequence[str]], count: int) -> list[list[Head]] | None:
    """Lay lines of heads over `count` columns of numbers, numbered from 1; None where they don't fit.

    The head of the names, if there is one, begins the first line and gets column 0. From the lowest line up: words
    below which others stand reach over equally many of them: 其中, where that fits, else the years, else all.
    """
    first, *others = lines
    for named in (1, 0) if len(first) > 1 else (0,):
        widths = _widths([first[named:], *others], count)
        if widths is not None:
            return _laid(widths, named)
    return None


def _widths(lines: Sequence[Sequence[str]], count: int) -> list[list[tuple[int, bool]]] | None:
    """Give for each word of each line how many columns it reaches over, and whether it has words below it."""
    told = [[(1, False) for _ in lines[-1]]]
    for words in reversed(lines[:-1]):
        below = sum(width for width, _ in told[0])
        found = next((one for one in _shared(words, below) if sum(width for width, _ in one) <= count), None)
        if found is None:
            return None
        told.insert(0, found)
    return told if sum(width for width, _ in told[0]) == count else None


def _shared(words: Sequence[str], below: int) -> list[list[tuple[int, bool]]]:
    """Give the ways to share the columns below a line among some of its words."""
    ways = []
    for pattern in (_PARTS, _YEARS, None):
        parents = [pattern is None or pattern.search(one) is not None for one in words]
        number = sum(parents)
        if number and below % number == 0 and below // number > 1:
            ways.append([(below // number, True) if one else (1, False) for one in parents])
    return ways


def _laid(widths: Sequence[Sequence[tuple[int, bool]]], named: int) -> list[list[Head]]:
    """Give each word its column: below the words that it belongs to."""
    lines: list[list[Head]] = []
    free = list(range(1, 1 + sum(width for width, _ in widths[0])))
    for place, line in enumerate(widths):
        heads = [Head(0, 1, parent=False)] * (named if place == 0 else 0)
        at = 0
        for width, parent in line:
            heads.append(Head(free[at], width, parent=parent))
            at += width
        lines.append(heads)
        free = [column for one in heads if one.parent for column in range(one.column, one.column + one.width)]
    return lines
