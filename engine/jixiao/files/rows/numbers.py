"""A column of cells → whole numbers of a grain, as the reader of case files reads them one by one.

What is written plainly is read all at once; every other text that comes up is read once, by that reader. What can't be
read here is `odd`: the row goes to whoever can say why.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.files.rows.chunk import MOST_PLACES, cell_text, float_text
from jixiao.model.ruleset import TO_FILL
from jixiao.quantity import Quantity, Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIGITS = 18
"""Digits of which any number fits into 64 bits."""
MOST_KEPT = 100_000
"""Most texts kept that are not written plainly."""
WIDTH = 128
"""Bits of a decimal; one of more may have 76 digits, and is read one by one."""
MOST_DIGITS = 38
"""Digits of a decimal of so many bits."""
SURE_DIGITS = 10**15
"""Decimals of fewer digits are told apart by floats of 64 bits, each by its nearest."""
SAMPLE = 20_000
"""Rows by which the decimals of a column of text or floats are settled."""

Read = Callable[[str], Quantity | None]
"""Reads one text as a case file has it read; None for what is refused there."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The numbers of a column, row by row: `numbers` of the column's grain, 0 where there is none.

    `decimals`: with how many each is printed. `halves`: by how many halves of a grain it may be off for that, 0 where it
    is exact as it stands. `odd`: what could not be read, or does not fit.
    """

    numbers: NDArray[np.int64]
    known: NDArray[np.bool_]
    decimals: NDArray[np.int8]
    halves: NDArray[np.int64]
    odd: NDArray[np.bool_]


@dataclass(slots=True)
class NumberColumn:
    """Reads a column of one type. `places`: its grain is so many decimals of its unit."""

    kind: Any
    places: int
    unit: Unit
    read_one: Read
    floats: int = 0
    """Cells so far that were binary floats."""
    _kept: dict[str, tuple[int, int, int] | None] = field(init=False, default_factory=dict)

    @property
    def grain(self) -> Fraction:
        """What one unit of a number is in base units."""
        return self.unit.factor / Fraction(10**self.places)

    @property
    def may_round(self) -> bool:
        """Whether some figure of the column may be a little more or less than it says."""
        return bool(self._halves().any())

    def _halves(self) -> NDArray[np.int64]:
        """Give by how many halves of a grain a figure of so many decimals may be off."""
        import numpy as np

        shown = (Quantity(Fraction(0), self.unit, one) for one in range(self.places + 1))
        return np.array([10 ** (self.places - one.decimals) * one.is_rounded for one in shown], np.int64)

    def read(self, cells: Any) -> Cells:
        """Read the cells of some rows."""
        import pyarrow as pa

        kind = self.kind
        if pa.types.is_string(kind):
            return self._texts(cells)
        if pa.types.is_integer(kind):
            return self._integers(cells)
        if pa.types.is_decimal(kind) and kind.bit_width <= WIDTH:
            return self._decimals(cells)
        if pa.types.is_floating(kind):
            return self._floats(cells)
        return self._odd(cells)

    def _odd(self, cells: Any) -> Cells:
        """Give a column of something else, of which the empty cells are missing."""
        import numpy as np

        there = _flags(cells.is_valid())
        count = len(cells)
        none = np.zeros(count, np.int64)
        return Cells(none, np.zeros(count, bool), np.zeros(count, np.int8), none, there)

    def _texts(self, cells: Any) -> Cells:
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        texts = pc.utf8_trim_whitespace(cells).fill_null("")
        blank = _flags(pc.or_(pc.equal(texts, ""), pc.equal(texts, TO_FILL)))
        shape = rf"^-?\d{{1,{DIGITS - self.places}}}"
        shape += rf"(\.\d{{1,{self.places}}})?$" if self.places else "$"
        is_plain = pc.match_substring_regex(texts, shape)
        plain = _flags(is_plain)
        safe = pc.if_else(is_plain, texts, "0")
        point = _numbers(pc.find_substring(safe, "."))
        length = _numbers(pc.binary_length(safe))
        decimals = np.where(point < 0, 0, length - point - 1).astype(np.int8)
        digits = pc.replace_substring(safe, ".", "", max_replacements=1)
        numbers = _numbers(digits.cast(pa.int64())) * _powers()[self.places - decimals]
        halves = self._halves()[decimals]
        odd = np.zeros(len(plain), bool)
        rest = np.flatnonzero(~(plain | blank))
        if len(rest):
            for at, text in zip(rest.tolist(), texts.take(pa.array(rest)).to_pylist(), strict=True):
                found = self._one(text)
                if found is None:
                    odd[at] = True
                else:
                    numbers[at], decimals[at], halves[at] = found
        known = ~(blank | odd)
        return Cells(np.where(known, numbers, 0), known, decimals, halves, odd)

    def _one(self, text: str) -> tuple[int, int, int] | None:
        """Give number, decimals and halves of one text; None where it can't be read, or does not fit."""
        if text in self._kept:
            return self._kept[text]
        found = None
        quantity = self.read_one(text)
        if quantity is not None:
            number = quantity.base / self.grain
            off = quantity.unit.factor / Fraction(10**quantity.decimals) / self.grain * quantity.is_rounded
            if number.denominator == off.denominator == 1 and max(abs(number), off) < 10**DIGITS:
                found = int(number), min(quantity.decimals, 127), int(off)
        if len(self._kept) < MOST_KEPT:
            self._kept[text] = found
        return found

    def _integers(self, cells: Any) -> Cells:
        import numpy as np

        known = _flags(cells.is_valid())
        values = cells.fill_null(0).to_numpy(zero_copy_only=False)
        fits = known & (values < 10**DIGITS) & (values > -(10**DIGITS))
        numbers = np.where(fits, values, 0).astype(np.int64)
        return Cells(
            numbers, fits, np.zeros(len(known), np.int8), np.zeros(len(known), np.int64), known & ~fits
        )

    def _decimals(self, cells: Any) -> Cells:
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        scale, known = self.kind.scale, _flags(cells.is_valid())
        whole = cells.cast(pa.decimal128(MOST_DIGITS, self.places), safe=False)
        exact = pc.equal(whole.cast(pa.decimal128(MOST_DIGITS, max(scale, self.places)), safe=False), cells)
        words = np.frombuffer(whole.buffers()[1], np.int64)[
            2 * whole.offset : 2 * (whole.offset + len(whole))
        ]
        numbers, above = words[0::2].copy(), words[1::2]
        fits = known & _flags(exact.fill_null(False)) & (above == (numbers >> 63))
        fits &= (numbers < 10**DIGITS) & (numbers > -(10**DIGITS))
        numbers = np.where(fits, numbers, 0)
        decimals = (
            np.full(len(known), self.places, np.int8) if scale <= MOST_PLACES else self._shortest(numbers)
        )
        return Cells(numbers, fits, decimals, self._halves()[decimals], known & ~fits)

    def _shortest(self, numbers: NDArray[np.int64]) -> NDArray[np.int8]:
        """Tell with how many decimals numbers are written without zeros at their ends."""
        import numpy as np

        decimals = np.full(len(numbers), self.places, np.int8)
        for places in range(self.places - 1, -1, -1):
            decimals[numbers % 10 ** (self.places - places) == 0] = places
        return decimals

    def _floats(self, cells: Any) -> Cells:
        import numpy as np
        import pyarrow as pa

        known = _flags(cells.is_valid())
        self.floats += int(known.sum())
        single = pa.types.is_float32(self.kind)
        values = cells.cast(pa.float64()).fill_null(0.0).to_numpy(zero_copy_only=False)
        scale = float(10**self.places)
        with np.errstate(all="ignore"):
            numbers = np.rint(values * scale)
            again = numbers / scale
            if single:
                again = again.astype(np.float32).astype(np.float64)
            sure = known & np.isfinite(values) & (again == values)
            sure &= np.abs(numbers) < (10**6 if single else SURE_DIGITS)
        whole = np.where(sure, numbers, 0).astype(np.int64)
        decimals = self._shortest(whole)
        halves = self._halves()[decimals]
        odd = known & ~sure
        if odd.any():
            for at in np.flatnonzero(odd).tolist():
                found = self._one(float_text(float(values[at]), single=single))
                if found is not None:
                    whole[at], decimals[at], halves[at] = found
                    odd[at] = False
        return Cells(whole, known & ~odd, decimals, halves, odd)


def number_column(kind: Any, unit: Unit, read_one: Read, sample: Any) -> NumberColumn:
    """Make ready to read a column of a type; `sample`: its first cells, which settle the decimals of text and floats."""
    import pyarrow as pa

    if pa.types.is_decimal(kind) and kind.scale <= MOST_PLACES:
        places = max(kind.scale, 0)
    elif pa.types.is_integer(kind):
        places = 0
    else:
        places = _places(sample.slice(0, SAMPLE), unit, read_one)
    return NumberColumn(kind, places, unit, read_one)


def _places(cells: Any, unit: Unit, read_one: Read) -> int:
    """Give the most decimals that cells need in the unit of their column; those that need too many are passed over."""
    import pyarrow as pa

    if pa.types.is_floating(cells.type):
        return _places_of_floats(cells.drop_null())
    if pa.types.is_decimal(cells.type):
        others = [text for one in cells.unique() if (text := cell_text(one)) is not None]
        return max((_places_of(text, unit, read_one) for text in others), default=0)
    if not pa.types.is_string(cells.type):
        return 0
    import pyarrow.compute as pc

    texts = pc.utf8_trim_whitespace(cells.drop_null())
    is_plain = pc.match_substring_regex(texts, rf"^-?\d+(\.\d{{1,{MOST_PLACES}}})?$")
    plain, others = texts.filter(is_plain), texts.filter(pc.invert(is_plain)).unique().to_pylist()
    points = _numbers(pc.find_substring(plain, "."))
    parts = (_numbers(pc.binary_length(plain)) - points - 1)[points >= 0]
    return max([int(parts.max(initial=0)), *(_places_of(text, unit, read_one) for text in others)])


def _places_of(text: str, unit: Unit, read_one: Read) -> int:
    quantity = read_one(text)
    if quantity is None:
        return 0
    value = quantity.base / unit.factor
    return next((places for places in range(MOST_PLACES + 1) if (value * 10**places).denominator == 1), 0)


def _places_of_floats(cells: Any) -> int:
    import numpy as np

    rest = cells.to_numpy(zero_copy_only=False)
    rest, found = rest[np.isfinite(rest)], 0
    for places in range(MOST_PLACES + 1):
        with np.errstate(over="ignore"):
            again = (np.rint(rest.astype(np.float64) * 10.0**places) / 10.0**places).astype(rest.dtype)
        if (again == rest).any():
            found, rest = places, rest[again != rest]
    return found


def _flags(array: Any) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray(array.to_numpy(zero_copy_only=False), bool)


def _numbers(array: Any) -> NDArray[np.int64]:
    import numpy as np

    return array.to_numpy(zero_copy_only=False).astype(np.int64)  # type: ignore[no-any-return] # Arrow has no types


def _powers() -> NDArray[np.int64]:
    import numpy as np

    return np.array([10**one for one in range(MOST_PLACES + 1)], np.int64)
