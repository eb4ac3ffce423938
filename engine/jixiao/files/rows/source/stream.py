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
    """Give the chunks of Arrow's record batches: all but the last of ROWS rows, however large the batches are."""
    import numpy as np

    row = 1
    for columns in _of_rows(arrow, len(names)):
        numbers = np.arange(row, row + len(columns[0]), dtype=np.int64)
        yield Chunk(columns, numbers, numbers)
        row += len(numbers)


def _of_rows(arrow: Iterator[Any], width: int) -> Iterator[tuple[Any, ...]]:
    """Give columns of ROWS rows, and what is left in the end."""
    import pyarrow as pa

    waiting: list[tuple[Any, ...]] = []
    count = 0
    for batch in arrow:
        columns = tuple(plain(batch.column(at)) for at in range(width))
        start = 0
        while start < batch.num_rows:
            taken = min(ROWS - count, batch.num_rows - start)
            waiting.append(tuple(one.slice(start, taken) for one in columns))
            start, count = start + taken, count + taken
            if count == ROWS:
                yield tuple(pa.concat_arrays(pieces) for pieces in zip(*waiting, strict=True))
                waiting, count = [], 0
    if waiting:
        yield tuple(pa.concat_arrays(pieces) for pieces in zip(*waiting, strict=True))


def plain(column: Any) -> Any:
    """Give an array without a dictionary, and texts as Arrow has always held them."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = plain_type(column.type)
    return column if kind == column.type else column.cast(kind)


def plain_type(kind: Any) -> Any:
    """Give the type in which a column is read."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return plain_type(kind.value_type)
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    return kind
