"""Some rows of a table, column by column, and the text that a person sees in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray


MOST_PLACES = 8
"""Most decimals of a column; one that is declared with more has as many as its numbers need."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row, or a cell of it, that nothing can be made of. `head` and `cell` are empty where the row itself is broken."""

    row: int
    line: int
    head: str
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: `columns` are Arrow arrays of one length, in the order of the heads.

    `rows`: the number of each row, the first below the heads being 1. `lines`: the line of the file on which each
    starts, where the file has lines, or the row of its sheet. `broken`: rows that have no cells to speak of. `blank`:
    how many rows were empty and are no rows at all.
    """

    columns: tuple[Any, ...]
    rows: NDArray[np.int64]
    lines: NDArray[np.int64]
    broken: tuple[BadRow, ...] = ()
    blank: int = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def text(self, column: int, at: int) -> str | None:
        """Give what stands in a cell, as a person reads it; None where nothing does."""
        return cell_text(self.columns[column][at])

    def texts(self, at: int, columns: Sequence[int]) -> list[str | None]:
        """Give what stands in some cells of a row."""
        return [cell_text(self.columns[column][at]) for column in columns]

    def taken(self, keep: NDArray[np.bool_]) -> Chunk:
        """Give only those of the rows that are to be kept."""
        import pyarrow as pa

        mask = pa.array(keep)
        columns = tuple(one.filter(mask) for one in self.columns)
        return Chunk(columns, self.rows[keep], self.lines[keep])


def cell_text(cell: pa.Scalar) -> str | None:
    """Give the text of a cell: a float as the shortest decimal that is this float and no other, a truth as 是 or 否."""
    value = cell.as_py()
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Decimal) and cell.type.scale > MOST_PLACES:
        return _shortest(f"{value:f}")
    return plain_text(value, single=str(cell.type) == "float")


def plain_text(value: object, *, single: bool = False) -> str:
    """Give a value as it is written. `single`: whether a float is one of 32 bits."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return float_text(value, single=single)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return str(value)


def float_text(value: float, *, single: bool = False) -> str:
    """Write the shortest decimal that is this float, without an exponent and without a bare zero behind the point."""
    if not isfinite(value):
        return str(value)
    shortest = repr(value)
    if single:
        import numpy as np

        shortest = np.format_float_positional(np.float32(value), unique=True, trim="-")
    return _shortest(f"{Decimal(shortest):f}")


def _shortest(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
