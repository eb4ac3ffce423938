"""How a check of figures came out over many rows."""

from __future__ import annotations

from jixiao.dataclass import dataclass

MAX_FIRST = 5
"""Most rows that are named."""


@dataclass(frozen=True, slots=True)
class CheckCount:
    """Rows by what a check comes to; `first`: the numbers of the first rows that miss it."""

    fails: int = 0
    rounding: int = 0
    holds: int = 0
    undecided: int = 0
    no_figures: int = 0
    first: tuple[int, ...] = ()

    def __add__(self, other: CheckCount) -> CheckCount:
        return CheckCount(
            self.fails + other.fails,
            self.rounding + other.rounding,
            self.holds + other.holds,
            self.undecided + other.undecided,
            self.no_figures + other.no_figures,
            (*self.first, *other.first)[:MAX_FIRST],
        )


@dataclass(frozen=True, slots=True)
class CountedCheck:
    """A check with how it came out over the rows of an input."""

    id: str
    name: str
    relation: str
    count: CheckCount
