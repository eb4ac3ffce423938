"""Of which type a column of results is written: exact numbers of one scale where all of it is decimals, else text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from jixiao.dataclass import dataclass, field

DIGITS = 18
"""Digits of a number that every database holds."""


@dataclass(slots=True)
class Kinds:
    """What is known of the columns of results so far. `numbers`: the columns that hold numbers."""

    numbers: frozenset[str]
    scales: dict[str, int | None] = field(default_factory=dict)
    """Of each the most decimals, None where some value is none, or has too many digits."""

    def see(self, columns: Mapping[str, Any]) -> None:
        """Take some rows into account."""
        for name in self.numbers:
            texts = columns[name].dictionary.to_pylist()
            self.scales[name] = _scale(texts, self.scales.get(name, 0))

    def type_of(self, name: str, own: Any) -> Any:
        """Give the type in which a column is written, which is held as `own`."""
        import pyarrow as pa

        if name in self.numbers:
            scale = self.scales.get(name, 0)
            return pa.string() if scale is None else pa.decimal128(DIGITS, scale)
        return pa.string() if pa.types.is_dictionary(own) else own


def _scale(texts: Iterable[str], scale: int | None) -> int | None:
    for text in texts:
        if scale is None or "/" in text:
            return None
        whole, _, part = text.lstrip("-").partition(".")
        scale = max(scale, len(part))
        if len(whole) + scale > DIGITS:
            return None
    return scale


def typed(column: Any, kind: Any) -> Any:
    """Give a column in the type in which it is written."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        return column
    if pa.types.is_decimal(kind):
        numbers = [Decimal(text) for text in column.dictionary.to_pylist()]
        return pa.array(numbers, kind).take(column.indices)
    return column.dictionary_decode()
