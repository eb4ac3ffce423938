"""A column of results as text, each text once: exact decimals, else fractions, as the JSON of every command writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from jixiao.dataclass import dataclass, field
from jixiao.quantity import decimal_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_DIRECT = 4_096
"""Most numbers between the lowest and the highest for which each is written out, whether or not it comes up."""


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
    return TextColumn(name, np.searchsorted(keys, codes), [words[int(key)] for key in keys])


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
        numbers = (above - low).astype(np.int64)
    else:
        distinct, numbers = np.unique(above, return_inverse=True)
        found = distinct.tolist()
    return TextColumn(name, numbers, [decimal_text(Fraction(int(one), below)) for one in found])


def _of_ratios(name: str, above: NDArray[Any], below: NDArray[Any]) -> TextColumn:
    pairs = list(zip(above.tolist(), below.tolist(), strict=True))
    texts = {pair: decimal_text(Fraction(*pair)) for pair in dict.fromkeys(pairs)}
    return of_texts(name, (texts[pair] for pair in pairs), len(pairs))
