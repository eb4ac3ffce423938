"""The figures of a chunk → the whole numbers of a program's columns, and the rows that it can't take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from math import gcd
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.files.rows.cell import quantity_in
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import Head
from jixiao.files.rows.numbers import SAMPLE, NumberColumn, number_column
from jixiao.model.impossible import why_impossible
from jixiao.quantity import PLAIN, Quantity, is_counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from jixiao.bulk.frame import Numbers, Truths

LOOSEST = 10**6
"""By how many halves of a unit a figure may be off at most, for a program."""


@dataclass(slots=True)
class FigureColumn:
    """A column of figures, and how it is read."""

    head: Head
    reader: NumberColumn


@dataclass(frozen=True, slots=True)
class Figures:
    """Some rows' numbers of one item: 0 where it is not known; `engine`: where only the engine can say.

    `decimals`: with how many each is printed, in the unit of its column. `halves`: by how many halves of a unit of the
    numbers it may be off for that.
    """

    numbers: Numbers
    known: Truths
    engine: Truths
    decimals: NDArray[np.int8]
    halves: Numbers


@dataclass(slots=True)
class ItemColumns:
    """The columns that state one item, or one indicator's own value; as a rule just one."""

    name: str
    columns: tuple[FigureColumn, ...]
    grain: Fraction = field(init=False)
    """What one unit of its numbers is in base units."""

    def __post_init__(self) -> None:
        self.grain = _shared([one.reader.grain for one in self.columns])

    @property
    def may_round(self) -> bool:
        """Whether some figure may be a little more or less than it says, as it is printed."""
        return any(one.reader.may_round for one in self.columns)

    def read(self, chunk: Chunk, largest: int) -> Figures:
        """Read the numbers of some rows, none larger than `largest`."""
        import numpy as np

        found = [self._read(one, chunk.columns[one.head.at], largest) for one in self.columns]
        first = found[0]
        for one in found[1:]:
            differ = first.known & one.known & (first.numbers != one.numbers)
            instead = one.known & ~first.known
            first = Figures(
                np.where(instead, one.numbers, first.numbers),
                first.known | one.known,
                first.engine | one.engine | differ,
                np.where(instead, one.decimals, first.decimals),
                np.where(instead, one.halves, first.halves),
            )
        return first

    def _read(self, column: FigureColumn, cells: Any, largest: int) -> Figures:
        import numpy as np

        read = column.reader.read(cells)
        numbers, known, engine = read.numbers, read.known, read.odd
        times = int(column.reader.grain / self.grain)
        beyond = np.abs(numbers) > largest // times
        beyond |= read.halves > (LOOSEST // times if self.may_round else 0)
        if beyond.any():
            engine = engine | (known & beyond)
            numbers = np.where(beyond, 0, numbers)
        strange = self._impossible(column, numbers)
        if strange is not None:
            if column.head.unit is None:
                engine = engine | (strange & known)
            else:
                known = known & ~strange
                numbers = np.where(strange, 0, numbers)
        halves = np.where(known & ~beyond, read.halves, 0)
        return Figures(numbers * times, known, engine, read.decimals, halves * times)

    def _impossible(self, column: FigureColumn, numbers: Numbers) -> Truths | None:
        """Tell which numbers no unit can have; None where none comes near it."""
        import numpy as np

        unit, grain = column.head.unit or column.head.own or PLAIN, column.reader.grain
        if unit.dimension.is_ratio:
            odd = (numbers < 0) | (numbers > int(1 / grain))
        elif is_counted(unit):
            odd = numbers < 0
            if grain.denominator > 1:
                odd |= numbers % grain.denominator != 0
        else:
            return None
        if not odd.any():
            return None
        distinct, places = np.unique(numbers[odd], return_inverse=True)
        wrong = np.array([self._is_impossible(int(one) * grain, column) for one in distinct])
        found = np.zeros(len(numbers), bool)
        found[odd] = wrong[places]
        return found

    def _is_impossible(self, base: Fraction, column: FigureColumn) -> bool:
        unit = column.head.unit or PLAIN
        return why_impossible(self.name, Quantity(base / unit.factor, unit)) is not None


def item_columns(heads: Sequence[Head], types: Sequence[Any], first: Chunk | None) -> list[ItemColumns]:
    """Make ready to read the figures of an input, by its first rows."""
    names: dict[str, list[FigureColumn]] = {}
    for head in heads:
        sample = _sample(types[head.at], None if first is None else first.columns[head.at])
        read_one: Callable[[str], Quantity | None] = partial(_read, head)
        reader = number_column(types[head.at], head.unit or PLAIN, read_one, sample)
        names.setdefault(head.name, []).append(FigureColumn(head, reader))
    return [ItemColumns(name, tuple(columns)) for name, columns in names.items()]


def _read(head: Head, text: str) -> Quantity | None:
    return quantity_in(text, head)


def _sample(kind: Any, cells: Any) -> Any:
    import pyarrow as pa

    return pa.array([], kind) if cells is None else cells.slice(0, SAMPLE)


def _shared(grains: Sequence[Fraction]) -> Fraction:
    """Give the largest grain of which all are so many."""
    found = grains[0]
    for one in grains[1:]:
        above = gcd(found.numerator * one.denominator, one.numerator * found.denominator)
        found = Fraction(above, found.denominator * one.denominator)
    return found
