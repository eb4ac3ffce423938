"""One slip of the hand: where it is, what to say of it, and the lines without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass

KEY = r"(?!-)[^\s:：#\"'“{}\[\],，。；、]{1,20}"
"""What may be a key: short, and without a sign of punctuation that sentences have."""

BEGINNING = re.compile(rf"( *)((?:- +)?)({KEY}):(?: +(\S.*)|\s*$)")
"""A line that begins with a key: its indentation, its dash, the key, and what stands behind it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What may be wrong at a place; lines and columns count from 0.

    `mended` are the lines that would stand in the file without it, by their number.
    """

    line: int
    column: int
    message: str
    mended: Mapping[int, str]


Lines = Sequence[str]
Find = Callable[[Lines, int], Iterator[Slip]]
"""Yields what may be wrong in one line of a file, the likelier first."""


def indentation(line: str) -> int:
    """Count the blanks that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_content(line: str) -> bool:
    """Whether a line is neither blank nor a comment."""
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def before(lines: Lines, number: int) -> Iterator[int]:
    """Yield the lines with content before one, the nearest first."""
    return (one for one in range(number - 1, -1, -1) if is_content(lines[one]))
