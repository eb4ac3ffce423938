"""A column of cells → whole numbers of a grain, as the reader of case files reads them one by one.

What is written plainly is read all at once; every other text that comes up is read once, by that reader. What can't be
read here is `odd`: the row goes to whoever can say why.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.model.ruleset import TO_FILL
from jixiao.quantity import Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_PLACES = 8
"""Most decimals of a column; a cell with more is odd."""
DIGITS = 18
"""Digits of which any number fits into 64 bits."""
MOST_KEPT = 100_000
"""Most texts kept that are not written plainly."""
WIDTH = 128
"""Bits of a decimal; one of more may have 76 digits, and is read one by one."""
SURE_DIGITS = 10**15
"""Decimals of fewer digits are told apart by floats of 64 bits, each by its nearest."""
SAMPLE = 20_000
"""Rows by which the decimals of a column of text or floats are settled."""

Read = Callable[[str], Quantity | None]
"""Reads one text as a case file has it read; None for what is refused there."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The numbers of a column, row by row: `numbers` of the column's grain, 0 where there is none.

    `decimals`: with how many each is printed. `odd`: what could not be read, or does not fit.
    """

    numbers: NDArray[np.int64]
    known: NDArray[np.bool_]
    decimals: NDArray[np.int8]
    odd: NDArray[np.bool_]


@dataclass(slots=True)
class NumberColumn:
    """Reads a column of one type. `places`: its grain is so many decimals of `factor`, which is in base units."""

    kind: Any
    places: int
    factor: Fraction
    read_one: Read
    floats: int = 0
    """Cells so far that were binary floats."""
    _kept: dict[str, tuple[int, int] | None] = field(init=False, default_factory=dict)

    @property
    def grain(self) -> Fraction:
        """What one unit of a number is in base units."""
        return self.factor / Fraction(10**self.places)

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
        return Cells(np.zeros(count, np.int64), np.zeros(count, bool), np.zeros(count, np.int8), there)

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
        odd = np.zeros(len(plain), bool)
        rest = np.flatnonzero(~(plain | blank))
        if len(rest):
            for at, text in zip(rest.tolist(), texts.take(pa.array(rest)).to_pylist(), strict=True):
                found = self._one(text)
                if found is None:
                    odd[at] = True
                else:
                    numbers[at], decimals[at] = found
        known = ~(blank | odd)
        return Cells(np.where(known, numbers, 0), known, decimals, odd)

    def _one(self, text: str) -> tuple[int, int] | None:
        """Give number and decimals of one text; None where it can't be read, or does not fit."""
        if text in self._kept:
            return self._kept[text]
        found = None
        quantity = self.read_one(text)
        if quantity is not None:
            number = quantity.base / self.grain
            if number.denominator == 1 and abs(number) < 10**DIGITS:
                found = int(number), min(quantity.decimals, 127)
        if len(self._kept) < MOST_KEPT:
            self._kept[text] = found
        return found

    def _integers(self, cells: Any) -> Cells:
        import numpy as np

        known = _flags(cells.is_valid())
        values = cells.fill_null(0).to_numpy(zero_copy_only=False)
        fits = known & (values < 10**DIGITS) & (values > -(10**DIGITS))
        numbers = np.where(fits, values, 0).astype(np.int64)
        return Cells(numbers, fits, np.zeros(len(known), np.int8), known & ~fits)

    def _decimals(self, cells: Any) -> Cells:
        import numpy as np
        import pyarrow as pa

        scale = self.kind.scale
        whole = cells.cast(pa.decimal128(38, scale)) if self.kind.bit_width != WIDTH else cells
        known = _flags(cells.is_valid())
        words = np.frombuffer(whole.buffers()[1], np.int64)[
            2 * whole.offset : 2 * (whole.offset + len(whole))
        ]
        numbers, above = words[0::2].copy(), words[1::2]
        fits = known & (above == (numbers >> 63))
        over = 10 ** max(scale - self.places, 0)
        under = 10 ** max(self.places - scale, 0)
        fits &= (numbers % over == 0) & (np.abs(numbers // over) < 10**DIGITS // under)
        numbers = np.where(fits, numbers // over * under, 0)
        decimals = np.full(len(known), min(max(scale, 0), 127), np.int8)
        return Cells(numbers, fits, decimals, known & ~fits)

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
        decimals = np.full(len(whole), self.places, np.int8)
        for places in range(self.places - 1, -1, -1):
            decimals[whole % 10 ** (self.places - places) == 0] = places
        odd = known & ~sure
        if odd.any():
            from jixiao.files.rows.chunk import float_text

            for at in np.flatnonzero(odd).tolist():
                found = self._one(float_text(float(values[at]), single=single))
                if found is not None:
                    whole[at], decimals[at] = found
                    odd[at] = False
        return Cells(whole, known & ~odd, decimals, odd)


def number_column(kind: Any, factor: Fraction, read_one: Read, sample: Any) -> NumberColumn:
    """Make ready to read a column of a type; `sample`: its first cells, which settle the decimals of text and floats."""
    import pyarrow as pa

    if pa.types.is_decimal(kind):
        places = min(max(kind.scale, 0), MOST_PLACES)
    elif pa.types.is_integer(kind):
        places = 0
    else:
        places = _places(sample.slice(0, SAMPLE), factor, read_one)
    return NumberColumn(kind, places, factor, read_one)


def _places(cells: Any, factor: Fraction, read_one: Read) -> int:
    """Give the most decimals that cells need in the unit of their column; those that need too many are passed over."""
    import pyarrow as pa

    if pa.types.is_floating(cells.type):
        return _places_of_floats(cells.drop_null())
    if not pa.types.is_string(cells.type):
        return 0
    import pyarrow.compute as pc

    texts = pc.utf8_trim_whitespace(cells.drop_null())
    is_plain = pc.match_substring_regex(texts, rf"^-?\d+(\.\d{{1,{MOST_PLACES}}})?$")
    plain, others = texts.filter(is_plain), texts.filter(pc.invert(is_plain)).unique().to_pylist()
    points = _numbers(pc.find_substring(plain, "."))
    parts = (_numbers(pc.binary_length(plain)) - points - 1)[points >= 0]
    return max([int(parts.max(initial=0)), *(_places_of(text, factor, read_one) for text in others)])


def _places_of(text: str, factor: Fraction, read_one: Read) -> int:
    quantity = read_one(text)
    if quantity is None:
        return 0
    value = quantity.base / factor
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
