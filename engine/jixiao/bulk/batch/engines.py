"""By what the rows of a table are scored: machine code, DuckDB, or the engine that `check` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.bulk.batch.by_engine import leave_to_engine
from jixiao.bulk.frame import Frame, Scores
from jixiao.bulk.program import TableProgram
from jixiao.dataclass import dataclass, field

if TYPE_CHECKING:
    from jixiao.bulk.batch.scored import Score
    from jixiao.bulk.kernel.kernel import Kernel, Room

LOCAL, DUCKDB, EXACT = "local", "duckdb", "exact"
ENGINES = (LOCAL, DUCKDB, EXACT)
WORTH = 150_000
"""Rows for which it is worth while to make machine code, which takes some seconds the first time."""


def engine_for(name: str, program: TableProgram, rows: int | None) -> Score:
    """Give what scores frames by a program; `rows`: how many are to come, where that is known."""
    if name == EXACT:
        return leave_to_engine
    if name == DUCKDB:
        from jixiao.bulk.duck import DuckScore

        return DuckScore(program)
    return Local(program, rows or 0)


@dataclass(slots=True)
class Local:
    """Scores frames on this machine: by NumPy, and once they are many by machine code."""

    program: TableProgram
    rows: int
    """How many there will be, or have been."""
    _kernel: Kernel | None = field(init=False, default=None)
    _room: Room | None = field(init=False, default=None)

    def __call__(self, frame: Frame) -> Scores:
        """Give what the rows of a frame come to; those of the frame before are void then."""
        if self._kernel is None and self.rows >= WORTH:
            from jixiao.bulk.kernel.kernel import Kernel, Room

            # One core: processes are made by forking, which threads would stand in the way of.
            self._kernel, self._room = Kernel(self.program, 1), Room()
        self.rows += frame.count
        if self._kernel is not None:
            return self._kernel.score(frame, self._room)
        from jixiao.bulk.vector import score

        return score(self.program, frame)
