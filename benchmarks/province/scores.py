"""What comes out of a contender: points of each indicator, total and grade, by rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scored:
    """Points and totals in hundredths; grades by their place in the table."""

    points: dict[str, NDArray[np.generic]]
    total: NDArray[np.generic]
    grade: NDArray[np.generic]

    @classmethod
    def empty(cls, count: int, indicators: Sequence[str]) -> Scored:
        """Give room for so many rows."""
        points = {name: np.empty(count, np.int16) for name in indicators}
        return cls(points, np.empty(count, np.int32), np.empty(count, np.int8))

    def wrong(self, right: Scored) -> int:
        """Count the rows in which anything differs."""
        is_wrong = (self.total != right.total) | (self.grade != right.grade)
        for name, points in right.points.items():
            is_wrong |= self.points[name] != points
        return int(np.count_nonzero(is_wrong))
