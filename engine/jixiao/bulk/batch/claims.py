"""Where claims stand against scores, many at once; those near a bound, where rounding decides, the engine looks at."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Any

from jixiao.bulk.batch.column import TextColumn
from jixiao.dataclass import dataclass, field
from jixiao.files.rows.chunk import Chunk
from jixiao.files.rows.head import Head
from jixiao.files.rows.numbers import NumberColumn, number_column
from jixiao.quantity import PLAIN, NumberError, Quantity, parse_number

if TYPE_CHECKING:
    from jixiao.bulk.frame import Points, Truths

WORDS = ("", "within", "above", "below")
NONE, WITHIN, ABOVE, BELOW = range(4)
TENTHS = 10
"""Parts of a point at which the scores that make up a claimed total are printed, at the least fine."""
LARGEST = 10**9
"""No claim is larger, in its last decimal; one that is, the engine looks at."""
SURELY = 2**62


@dataclass(slots=True)
class ClaimColumn:
    """A column of claimed scores. `signed`: whether claims may lie below nothing.

    `room`: by how many points the table's rounding, and that of parts, may move what a claim stands for at most, beside
    its own printing; None of a total that a table does not round, which only those of its parts move that are no tenths.
    """

    head: Head
    kind: Any
    room: Fraction | None
    signed: bool
    _reader: NumberColumn | None = field(init=False, default=None)

    def judge(
        self, chunk: Chunk, low: Points, high: Points, parts_of: Sequence[Points] = ()
    ) -> tuple[TextColumn, Truths]:
        """Tell where the claims of some rows stand, and for which of them only the engine can say.

        `parts_of`: what makes up a total that is claimed.
        """
        import numpy as np

        cells = chunk.columns[self.head.at]
        if self._reader is None:
            self._reader = number_column(self.kind, PLAIN, _read, cells)
        read = self._reader.read(cells)
        claimed, parts = read.numbers, 10**self._reader.places
        engine = read.odd | (np.abs(claimed) > LARGEST) | (~np.bool_(self.signed) & (claimed < 0))
        claimed = np.where(engine, 0, claimed)
        off = (10 ** (self._reader.places - np.minimum(read.decimals, self._reader.places))).astype(np.int64)
        off += self._moved(parts_of, parts, read.decimals)
        within = _reaches(claimed, parts, low, 0) & ~_reaches(claimed, parts, high, 0, more=True)
        above = _reaches(claimed, parts, high, off)
        below = ~_reaches(claimed, parts, low, -off, more=True)
        codes = np.where(within, WITHIN, np.where(above, ABOVE, np.where(below, BELOW, NONE)))
        codes = np.where(read.known & ~engine, codes, NONE)
        engine |= read.known & (codes == NONE)
        return TextColumn("", codes.astype(np.int64), list(WORDS)), engine

    def _moved(self, parts_of: Sequence[Points], parts: int, decimals: Any) -> Any:
        """Give by how many of the parts of a point rounding may move what a claim stands for."""
        import numpy as np

        if self.room is not None:
            return ceil(self.room * parts)
        crooked = sum((_is_crooked(one).astype(np.int64) for one in parts_of), np.int64(0))
        return -(-crooked * parts // TENTHS) + np.where(decimals == 0, parts, 0)


def _is_crooked(points: Points) -> Any:
    """Tell which points are no tenths: a paper that rounds or cuts its scores may have others."""
    import numpy as np

    above, below = _wide(np.asarray(points.above)), np.asarray(points.below)
    return np.asarray(above % below * TENTHS % below != 0, bool)


def _read(text: str) -> Quantity | None:
    try:
        number = parse_number(text)
    except NumberError:
        return None
    return Quantity(number.value, PLAIN, number.decimals)


def _reaches(claimed: Any, parts: int, points: Points, off: Any, *, more: bool = False) -> Any:
    """Tell which claims, in so many parts of a point, come to some points and `off` parts; or to more than that."""
    import numpy as np

    above, below = (_wide(np.asarray(one)) for one in (points.above, points.below))
    is_object = above.dtype == object or below.dtype == object
    sizes = [0.0 if is_object else float(np.abs(one).max(initial=0)) for one in (claimed, above, below, off)]
    if is_object or max(sizes[0] * sizes[2], parts * sizes[1] + sizes[3] * sizes[2]) > SURELY:
        claimed, above, below, off = (np.asarray(one).astype(object) for one in (claimed, above, below, off))
    left, right = claimed * below, above * parts + off * below
    return np.asarray(left > right if more else left >= right, bool)


def _wide(numbers: Any) -> Any:
    """Give whole numbers in 64 bits, or Python's own as they are."""
    import numpy as np

    return numbers if numbers.dtype == object else numbers.astype(np.int64)
