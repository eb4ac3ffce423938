"""A column of results as text, each text once: exact decimals, else fractions, as the JSON of every command writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.quantity import decimal_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_DIRECT = 4_096
"""Most numbers between the lowest and the highest for which each is written out, whether or not it comes up."""


MOST_KEPT = 65_536
"""Most texts of scores kept for the next rows."""


@dataclass(slots=True)
class TextColumn:
    """Texts by their numbers, and the number of the text in each row."""

    name: str
    numbers: NDArray[np.int64]
    words: list[str]
    _known: dict[str, int] = field(init=False, default_factory=dict)

    def put(self, at: int, text: str) -> None:
        """Put a text in the place of what stands in a row."""
        if not self._known:
            self._known = {word: number for number, word in enumerate(self.words)}
        number = self._known.get(text)
        if number is None:
            number = self._known[text] = len(self.words)
            self.words.append(text)
        self.numbers[at] = number

    def array(self) -> Any:
        """Give the column as an Arrow array, with just the texts that come up, in the order in which they do first."""
        import numpy as np
        import pyarrow as pa

        places = np.full(len(self.words), len(self.numbers), np.int64)
        np.minimum.at(places, self.numbers, np.arange(len(self.numbers)))
        used = np.flatnonzero(places < len(self.numbers))
        order = used[np.argsort(places[used], kind="stable")]
        renumbered = np.zeros(len(self.words), np.int32)
        renumbered[order] = np.arange(len(order), dtype=np.int32)
        words = pa.array([self.words[one] for one in order], pa.string())
        return pa.DictionaryArray.from_arrays(pa.array(renumbered[self.numbers], pa.int32()), words)


def of_texts(name: str, texts: Iterable[str], count: int) -> TextColumn:
    """Make a column of the text of each row."""
    import numpy as np

    column = TextColumn(name, np.zeros(count, np.int64), [])
    for at, text in enumerate(texts):
        column.put(at, text)
    return column


def of_codes(name: str, codes: NDArray[np.int64], words: Mapping[int, str]) -> TextColumn:
    """Make a column of codes, each of which has a word."""
    import numpy as np

    keys = np.array(sorted(words), np.int64)
    return TextColumn(
        name, np.searchsorted(keys, np.asarray(codes, np.int64)), [words[int(key)] for key in keys]
    )


def of_numbers(name: str, above: NDArray[Any], below: NDArray[Any] | int) -> TextColumn:
    """Make a column of numbers: `above` over `below`, row by row."""
    import numpy as np

    if not isinstance(below, int):
        return _of_ratios(name, above, below)
    if len(above) == 0:
        return TextColumn(name, np.zeros(0, np.int64), [])
    low, high = int(above.min()), int(above.max())
    if high - low < MOST_DIRECT:
        found = range(low, high + 1)
        numbers = above.astype(np.int64) - low
    else:
        distinct, numbers = np.unique(above, return_inverse=True)
        found = distinct.tolist()
    return TextColumn(name, numbers, [_text(int(one), below) for one in found])


@lru_cache(maxsize=MOST_KEPT)
def _text(above: int, below: int) -> str:
    return decimal_text(Fraction(above, below))


def _of_ratios(name: str, above: NDArray[Any], below: NDArray[Any]) -> TextColumn:
    """Make a column of fractions in lowest terms; a decimal is made of those that have one, each once."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if above.dtype == object or below.dtype == object:
        pairs = zip(above.tolist(), below.tolist(), strict=True)
        return of_texts(name, (decimal_text(Fraction(int(one), int(of))) for one, of in pairs), len(above))
    above, below = above.astype(np.int64), below.astype(np.int64)
    shared = np.gcd(above, below)
    sides = [pa.array(one // shared).cast(pa.string()) for one in (above, below)]
    coded = pc.binary_join_element_wise(*sides, "/").dictionary_encode()
    words = coded.dictionary.to_pylist()
    ends = _ends(np.array([int(word.partition("/")[2]) for word in words], np.int64))
    for at in np.flatnonzero(ends).tolist():
        one, _, of = words[at].partition("/")
        words[at] = decimal_text(Fraction(int(one), int(of)))
    return TextColumn(name, coded.indices.to_numpy().astype(np.int64), words)


def _ends(below: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which denominators make a decimal that ends."""
    import numpy as np

    rest = below.copy()
    for prime in (2, 5):
        while (divides := rest % prime == 0).any():
            rest = np.where(divides, rest // prime, rest)
    found: NDArray[np.bool_] = rest == 1
    return found
