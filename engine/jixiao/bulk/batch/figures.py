"""The figures of a chunk → the whole numbers of a program's columns, and the rows that it can't take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from math import gcd
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.files.rows.cell import quantity_in
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import Head
from jixiao.files.rows.numbers import SAMPLE, Cells, NumberColumn, number_column
from jixiao.model.impossible import why_impossible
from jixiao.quantity import PLAIN, Quantity, is_counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from jixiao.bulk.frame import Numbers, Truths

MOST_DECIMALS = 128
"""More decimals than any figure is printed with."""
MOST_HALVES = 10**6
"""By how many halves of a unit a figure may be off at most, for a program to take it."""


@dataclass(slots=True)
class FigureColumn:
    """A column of figures: how it is read, and whether any of its figures are rounded as they are printed.

    Where none of the first rows is, a row in which one is goes to the engine.
    """

    head: Head
    reader: NumberColumn
    rounds: bool

    def is_rounded(self, decimals: int) -> bool:
        """Whether a figure of so many decimals may be a little more or less than it says."""
        return Quantity(Fraction(0), self.head.unit or PLAIN, decimals).is_rounded

    def halves(self, decimals: int, grain: Fraction) -> int:
        """Give by how many halves of a unit a figure of so many decimals may be off as it is printed."""
        return int(self.reader.factor / 10**decimals / grain) if self.is_rounded(decimals) else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Some rows' numbers of one item: 0 where it is not known; `engine`: where only the engine can say.

    `decimals`: with how many each is printed, in the unit of its column; `halves`: by how many halves of a unit it may
    be off as it is printed.
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
    def rounds(self) -> bool:
        """Whether any of its figures are rounded as they are printed, and rows say by how much."""
        return any(one.rounds for one in self.columns)

    def read(self, chunk: Chunk, largest: int) -> Figures:
        """Read the numbers of some rows, none larger than `largest`."""
        import numpy as np

        found = [self._read(one, chunk.columns[one.head.at], largest) for one in self.columns]
        if len(found) == 1:
            return found[0]
        numbers, known = found[0].numbers.copy(), found[0].known.copy()
        engine, decimals, halves = found[0].engine.copy(), found[0].decimals, found[0].halves
        for one in found[1:]:
            engine |= one.engine | (known & one.known & (numbers != one.numbers))
            numbers = np.where(one.known, one.numbers, numbers)
            first = one.known & ~known
            decimals, halves = np.where(first, one.decimals, decimals), np.where(first, one.halves, halves)
            known |= one.known
        return Figures(numbers, known, engine, decimals, halves)

    def _read(self, column: FigureColumn, cells: Any, largest: int) -> Figures:
        import numpy as np

        read = column.reader.read(cells)
        halves = self._halves(column, read)
        unfit = halves > (MOST_HALVES if self.rounds else 0)
        numbers, known, engine = read.numbers, read.known, read.odd | (unfit & read.known)
        times = column.reader.grain / self.grain
        most = largest // int(times)
        beyond = np.abs(numbers) > most
        if beyond.any():
            engine = engine | beyond
            numbers = np.where(beyond, 0, numbers)
        strange = self._impossible(column, numbers)
        if strange is not None:
            if column.head.unit is None:
                engine = engine | (strange & known)
            else:
                known = known & ~strange
                numbers = np.where(strange, 0, numbers)
        return Figures(
            numbers * int(times), known, engine, read.decimals, np.where(unfit | ~known, 0, halves)
        )

    def _halves(self, column: FigureColumn, read: Cells) -> Numbers:
        """Tell by how many halves of a unit each figure may be off."""
        import numpy as np

        by_decimals = np.zeros(MOST_DECIMALS, np.int64)
        for places in np.flatnonzero(np.bincount(read.decimals)).tolist():
            by_decimals[places] = min(column.halves(places, self.grain), MOST_HALVES + 1)
        found: Numbers = by_decimals[read.decimals]
        return found

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
        factor = (head.unit or PLAIN).factor
        sample = _sample(types[head.at], None if first is None else first.columns[head.at])
        read_one: Callable[[str], Quantity | None] = partial(_read, head)
        reader = number_column(types[head.at], factor, read_one, sample)
        column = FigureColumn(head, reader, rounds=False)
        column.rounds = _rounds(column, reader.read(sample))
        names.setdefault(head.name, []).append(column)
    return [ItemColumns(name, tuple(columns)) for name, columns in names.items()]


def _read(head: Head, text: str) -> Quantity | None:
    return quantity_in(text, head)


def _sample(kind: Any, cells: Any) -> Any:
    import pyarrow as pa

    return pa.array([], kind) if cells is None else cells.slice(0, SAMPLE)


def _rounds(column: FigureColumn, read: Cells) -> bool:
    """Whether some figure is rounded as it is printed."""
    import numpy as np

    return any(map(column.is_rounded, np.unique(read.decimals[read.known]).tolist()))


def _shared(grains: Sequence[Fraction]) -> Fraction:
    """Give the largest grain of which all are so many."""
    found = grains[0]
    for one in grains[1:]:
        above = gcd(found.numerator * one.denominator, one.numerator * found.denominator)
        found = Fraction(above, found.denominator * one.denominator)
    return found


def grains_of(columns: Sequence[ItemColumns]) -> Mapping[str, Fraction]:
    """Give the grain of each item."""
    return {one.name: one.grain for one in columns}


def loose_of(columns: Sequence[ItemColumns]) -> Mapping[str, None]:
    """Give the items of which rows say how far a figure may be off, for `lower_table`."""
    return {one.name: None for one in columns if one.rounds}


def floats_in(columns: Sequence[ItemColumns]) -> int:
    """Give how many cells so far were binary floats, read as the shortest decimal."""
    return sum(one.reader.floats for item in columns for one in item.columns)
