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

A_LITTLE_MORE = Fraction(1001, 1000)
"""Rather more than less of how far printing may be off."""
FEW = 50
"""One in so many cells may have fewer decimals than a column is reckoned to have: those rows go to the engine."""


@dataclass(slots=True)
class FigureColumn:
    """A column of figures: how it is read, and with how few decimals its figures are printed at least, where they are rounded.

    `loosest`: 0 where all that is rounded goes to the engine.
    """

    head: Head
    reader: NumberColumn
    loosest: int

    def rounded(self, decimals: int) -> bool:
        """Whether a figure of so many decimals may be a little more or less than it says."""
        return Quantity(Fraction(0), self.head.unit or PLAIN, decimals).is_rounded

    def is_looser(self, decimals: int) -> bool:
        """Whether a figure of so many decimals may be further off than the column is reckoned to be."""
        fewer = decimals < self.loosest or self.loosest == 0
        return fewer and decimals > 0 and self.rounded(decimals)

    def off(self) -> Fraction:
        """Give how far a figure may be off as it is printed, in base units."""
        if not self.loosest:
            return Fraction(0)
        return self.reader.factor / Fraction(2 * 10**self.loosest) * A_LITTLE_MORE


@dataclass(frozen=True, slots=True)
class Figures:
    """Some rows' numbers of one item: 0 where it is not known; `engine`: where only the engine can say.

    `decimals`: with how many each is printed, in the unit of its column.
    """

    numbers: Numbers
    known: Truths
    engine: Truths
    decimals: NDArray[np.int8]


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
    def loose(self) -> Fraction:
        """Give how far its figures may be off as they are printed, in units of its numbers."""
        return max(one.off() for one in self.columns) / self.grain

    def read(self, chunk: Chunk, largest: int) -> Figures:
        """Read the numbers of some rows, none larger than `largest`."""
        import numpy as np

        found = [self._read(one, chunk.columns[one.head.at], largest) for one in self.columns]
        if len(found) == 1:
            return found[0]
        numbers, known = found[0].numbers.copy(), found[0].known.copy()
        engine, decimals = found[0].engine.copy(), found[0].decimals
        for one in found[1:]:
            engine |= one.engine | (known & one.known & (numbers != one.numbers))
            numbers = np.where(one.known, one.numbers, numbers)
            decimals = np.where(one.known & ~known, one.decimals, decimals)
            known |= one.known
        return Figures(numbers, known, engine, decimals)

    def _read(self, column: FigureColumn, cells: Any, largest: int) -> Figures:
        import numpy as np

        read = column.reader.read(cells)
        numbers, known, engine = read.numbers, read.known, read.odd | self._looser(column, read)
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
        return Figures(numbers * int(times), known, engine, read.decimals)

    def _looser(self, column: FigureColumn, read: Cells) -> NDArray[np.bool_]:
        """Tell which figures are printed with fewer decimals than the column is reckoned to have, and may be off further."""
        import numpy as np

        is_looser = np.zeros(128, bool)
        for places in np.flatnonzero(np.bincount(read.decimals)).tolist():
            is_looser[places] = column.is_looser(places)
        found: NDArray[np.bool_] = is_looser[read.decimals] & read.known
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
        column = FigureColumn(head, reader, 0)
        column.loosest = _loosest(column, reader.read(sample))
        names.setdefault(head.name, []).append(column)
    return [ItemColumns(name, tuple(columns)) for name, columns in names.items()]


def _read(head: Head, text: str) -> Quantity | None:
    return quantity_in(text, head)


def _sample(kind: Any, cells: Any) -> Any:
    import pyarrow as pa

    return pa.array([], kind) if cells is None else cells.slice(0, SAMPLE)


def _loosest(column: FigureColumn, read: Cells) -> int:
    """Give the fewest decimals with which figures are rounded, but for a few of them; 0 where none is."""
    import numpy as np

    counts = np.bincount(read.decimals[read.known], minlength=1)
    found = [(places, int(count)) for places, count in enumerate(counts) if count and column.rounded(places)]
    most = sum(count for _, count in found)
    passed = 0
    for places, count in found:
        passed += count
        if passed * FEW > most:
            return places
    return 0


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


def floats_in(columns: Sequence[ItemColumns]) -> int:
    """Give how many cells so far were binary floats, read as the shortest decimal."""
    return sum(one.reader.floats for item in columns for one in item.columns)
