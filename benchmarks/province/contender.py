"""What takes part: a way to score rows that are there already, in memory, by all cores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from province.rows import Columns
from province.scores import Scored


@dataclass(frozen=True)
class RowContender:
    """`prepare` puts rows as the contender holds them, `score` is timed, `read` tells what came out."""

    name: str
    library: str
    """Name of the distribution whose version is shown."""
    prepare: Callable[[Columns], Any]
    score: Callable[[Any], Any]
    read: Callable[[Any], Scored]
    most_rows: int
    """More are not asked of it: it would take minutes, or more memory than there is."""
