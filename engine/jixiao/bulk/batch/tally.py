"""How many rows there were, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass, fields


@dataclass(slots=True)
class Tally:
    """Counts of rows. `program`, `engine`: by whom they were scored. `floats`: cells that were binary floats.

    Of those by the engine `by_cells` are for what stands in them, `by_program` for what the program can't tell.
    """

    program: int = 0
    engine: int = 0
    by_cells: int = 0
    by_program: int = 0
    bad: int = 0
    blank: int = 0
    floats: int = 0

    @property
    def by_claims(self) -> int:
        """How many rows the engine scored for a claim that lies right beside a score."""
        return self.engine - self.by_cells - self.by_program

    @property
    def scored(self) -> int:
        """How many rows have a score."""
        return self.program + self.engine

    @property
    def rows(self) -> int:
        """How many rows there were."""
        return self.scored + self.bad

    def add(self, other: Tally) -> None:
        """Add counts."""
        for one in fields(Tally):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def counts(self) -> dict[str, int]:
        """Give the counts by name."""
        return {one.name: getattr(self, one.name) for one in fields(Tally)}

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Tally:
        """Give what `counts` gave."""
        return cls(**counts)
