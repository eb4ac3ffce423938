"""In which order the indicators of a file then stand: as little as possible moves."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.printed import PrintedRow
from jixiao.model.seen import SeenRow

Entry = int | str
"""An indicator of the file by its place, or a row that is new by a name of its own (row number as text)."""


def order_of(
    printed: Sequence[PrintedRow], seen: Sequence[SeenRow], pairs: Sequence[int | None]
) -> list[Entry]:
    """Give the indicators in their order. Rows of each section keep the places that the section has in the file."""
    kept = sorted(place for place in pairs if place is not None)
    sections: dict[str, list[int]] = {}
    for row, place in enumerate(pairs):
        if place is not None:
            sections.setdefault(_section(seen[row], printed[place]), []).append(place)
    of = {place: extra for extra, places in sections.items() for place in places}
    nexts = {extra: iter(places) for extra, places in sections.items()}
    order: list[Entry] = [next(nexts[of[place]]) for place in kept]
    before: Entry | None = None
    section = ""
    for row, place in enumerate(pairs):
        here = seen[row].extra or ""
        if here != section:
            before, section = None, here
        if place is None:
            new = str(row)
            order.insert(_where(order, before, row, pairs), new)
            before = new
        else:
            before = place
    return order


def _section(row: SeenRow, printed: PrintedRow) -> str:
    return printed.extra if row.extra is None else row.extra


def _where(order: Sequence[Entry], before: Entry | None, row: int, pairs: Sequence[int | None]) -> int:
    """Give where a new row goes: behind the one before it, else before the one after it."""
    if before is not None:
        return order.index(before) + 1
    after = next((place for place in pairs[row + 1 :] if place is not None), None)
    return len(order) if after is None else order.index(after)
