"""How a check comes out on a row, as a whole number that every engine gives alike."""

from __future__ import annotations

from enum import IntEnum

from jixiao.model.check import CheckResult


class CheckCode(IntEnum):
    """What a column of a check holds."""

    NO_FIGURES = 0
    HOLDS = 1
    ROUNDING = 2
    """It holds only as far as printing allows."""
    FAILS = 3
    MADE_UP = 4
    """It fails, and other figures that are stated make up for all of it (补足): nothing is told."""
    UNDECIDED = 5
    """It can't be calculated."""
    DISPUTED = 6
    """It holds for some of the values that a row states of one item; only the engine tells."""

    @property
    def result(self) -> CheckResult:
        """The result as the audit of a case tells it."""
        return CheckResult.FAILS if self is CheckCode.MADE_UP else CheckResult[self.name]
