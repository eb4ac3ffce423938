"""The formulas by which a workbook shows an indicator's score before anybody checks it."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass

OPEN = "待填"
BY_ENGINE = "由程序核算"
"""What a cell shows in place of a score: something is missing; only the engine can say it."""


@dataclass(frozen=True, slots=True)
class ScorePreview:
    """The formula of a score, and those of the steps before it, each in a cell of its own; all without =.

    Where a formula speaks of a step it says {0}, {1} … for the reference of its cell.
    """

    score: str
    steps: tuple[str, ...] = ()

    def at(self, references: Sequence[str]) -> ScorePreview:
        """Give the same with the references of the steps' cells."""
        return ScorePreview(
            self.score.format(*references), tuple(one.format(*references) for one in self.steps)
        )
