"""Which number stands below which head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.documents.tables.cells import GridText
from jixiao.documents.tables.columns import Column, Role
from jixiao.documents.tables.grid import Row

PLAIN = Column("", Role.VALUE)
"""Of a number that no head stands above."""


def groups(row: Row) -> Iterator[Sequence[GridText]]:
    """Yield the parts of a row of two tables side by side: each begins at a column of names."""
    starts = sorted(column for column, head in row.heads.items() if head.role is Role.LABEL)
    heads = [row.heads[one].head for one in starts]
    if len(starts) > 1 and len(set(heads)) < len(heads) and starts[1] - starts[0] > 1:
        for place, start in enumerate(starts):
            end = starts[place + 1] if place + 1 < len(starts) else None
            part = [
                one
                for one in row.cells
                if start <= one.cell.column and (end is None or one.cell.column < end)
            ]
            if any(one.entry is not None for one in part):
                yield part
        return
    yield row.cells


def paired(numbers: Sequence[GridText], row: Row, *, complete: bool) -> Iterator[tuple[GridText, Column]]:
    """Yield each number with its column; where empty cells left no trace, they are laid below the heads that fit."""
    if complete:
        for one in numbers:
            yield one, row.heads.get(one.cell.column, PLAIN)
        return
    heads = _fitting(numbers, row)
    for place, one in enumerate(numbers):
        yield one, heads[place] if place < len(heads) else PLAIN


def _fitting(numbers: Sequence[GridText], row: Row) -> list[Column]:
    """Give the heads of as many columns as there are numbers: first to go is a rate, then what stands left."""
    heads = [row.heads[at] for at in sorted(row.heads)]
    names = next((at for at, one in enumerate(heads) if one.role is Role.LABEL), 0)
    heads = heads[names:]
    heads = [one for one in heads if one.role is not Role.LABEL and "原因" not in one.head]
    rate = any("%" in one.words for one in numbers if one.entry is not None)
    if len(numbers) < len(heads) and not rate and len(heads) > 2:
        heads = [one for one in heads if one.role is not Role.RATE]
    if len(numbers) < len(heads) and heads[0].role is Role.NONE:
        return heads[: len(numbers)]
    return heads[max(0, len(heads) - len(numbers)) :]
