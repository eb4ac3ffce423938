"""A table that is open: its heads, and its rows in chunks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from jixiao.dataclass import dataclass
from jixiao.files.rows.chunk import Chunk

ROWS = 65_536
"""Rows of a chunk: enough that columns pay, few enough that a hundred columns of them take some 100 MB."""
FIRST_LINE = 2
"""The line of a table's first row, where heads stand on the first one."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A table that is open. `name`: as messages call it. `types`: of its columns, Arrow's. `total`: its rows, where that is known.

    `sheet`: of a workbook. `part`: tells which part of it has been read, where no total is known.
    """

    name: str
    heads: tuple[str, ...]
    types: tuple[Any, ...]
    chunks: Iterator[Chunk]
    total: int | None = None
    sheet: str = ""
    has_lines: bool = False
    """Whether its rows stand on lines that a person can go to."""
    part: Callable[[], float] | None = None
    end: Callable[[], object] | None = None
    """Lets the file go."""

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        if self.end is not None:
            self.end()

    def done(self, rows: int) -> float:
        """Tell which part of the table so many rows are; 0 where nobody knows."""
        if self.total:
            return rows / self.total
        return self.part() if self.part is not None else 0.0


def batches(arrow: Iterator[Any], names: Sequence[str]) -> Iterator[Chunk]:
    """Give the chunks of Arrow's record batches."""
    import numpy as np

    row = 1
    for batch in arrow:
        if batch.num_rows == 0:
            continue
        numbers = np.arange(row, row + batch.num_rows, dtype=np.int64)
        columns = tuple(plain(batch.column(at)) for at in range(len(names)))
        yield Chunk(columns, numbers, numbers)
        row += batch.num_rows


def plain(column: Any) -> Any:
    """Give an array without a dictionary."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        return column.dictionary_decode()
    return column
