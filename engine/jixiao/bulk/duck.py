"""A table's program over a frame, run by DuckDB: what it prints as SQL, over columns in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pyarrow as pa

from jixiao.bulk.counted import scores_of
from jixiao.bulk.emit.sql.dialects import DIALECTS
from jixiao.bulk.emit.sql.query import ENGINE, counted_query
from jixiao.bulk.emit.sql.source import Relation, Wholes
from jixiao.bulk.frame import Frame, Scores
from jixiao.dataclass import dataclass, field

if TYPE_CHECKING:
    from jixiao.bulk.frame import Numbers
    from jixiao.bulk.program import TableProgram

ROWS, UNFIT, PLACE = "jixiao_rows", "jixiao_unfit", "jixiao_place"


@dataclass(slots=True)
class DuckScore:
    """Scores frames by one program, as `vector.score` does; not to be shared by threads."""

    program: TableProgram
    query: str = field(init=False)
    _connection: Any = field(init=False)

    def __post_init__(self) -> None:
        columns = {name: Wholes(name) for name in self.program.columns()}
        relation = Relation(ROWS, columns, kept=(PLACE,), unfit=UNFIT)
        self.query = counted_query(self.program, relation, DIALECTS["duckdb"])
        self._connection = duckdb.connect()

    def __call__(self, frame: Frame) -> Scores:
        """Give what the rows of a frame come to."""
        self._connection.register(ROWS, _arrow(frame))
        found = self._connection.execute(f"{self.query}ORDER BY {PLACE}").fetchnumpy()
        self._connection.unregister(ROWS)
        return scores_of(self.program, found, found[ENGINE])


def _arrow(frame: Frame) -> pa.Table:
    """Give a frame as a table of Arrow: nothing where a column is not known."""
    columns = {name: _column(numbers, frame.known.get(name)) for name, numbers in frame.columns.items()}
    columns |= {PLACE: pa.array(np.arange(frame.count)), UNFIT: pa.array(frame.engine)}
    return pa.table(columns)


def _column(numbers: Numbers, known: Any) -> pa.Array:
    return pa.array(numbers, mask=None if known is None else np.logical_not(known))
