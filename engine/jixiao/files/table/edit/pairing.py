"""Which row that is seen is which indicator of the file: by name, else by what it says, else by what is likest near by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from jixiao.files.table.remark import read_remark
from jixiao.model.printed import PrintedRow
from jixiao.model.seen import SeenRow, SeenText, folded

MAX_LIKENED = 60
"""Most rows without a partner that are held against each other, which takes time by their square."""
LIKE = 0.6
"""How like two rows must be, from 0 to 1, to be one that was reworded."""


def pair_rows(printed: Sequence[PrintedRow], seen: Sequence[SeenRow]) -> list[int | None]:
    """Give for each row that is seen the place of its indicator among those printed; None where it is new."""
    found: list[int | None] = [None] * len(seen)
    free = dict(enumerate(printed))

    def take(row: int, place: int) -> None:
        found[row] = place
        del free[place]

    for key_of_printed, key_of_seen in ((_name, _seen_name), (_sentence, _seen_sentence)):
        known: dict[str, list[int]] = {}
        for place, one in free.items():
            known.setdefault(key_of_printed(one), []).append(place)
        for row, seen_one in enumerate(seen):
            key = key_of_seen(seen_one)
            places = known.get(key, [])
            is_one = len(places) == 1 and places[0] in free
            if (
                found[row] is None
                and key
                and is_one
                and (key_of_seen is _seen_name or _may_be(printed[places[0]], seen_one))
            ):
                take(row, places[0])
    waiting = [row for row, place in enumerate(found) if place is None]
    if len(waiting) * len(free) <= MAX_LIKENED**2:
        for _, row, place in sorted(_likened(printed, seen, waiting, list(free)), reverse=True):
            if found[row] is None and place in free:
                take(row, place)
    return found


def _likened(
    printed: Sequence[PrintedRow], seen: Sequence[SeenRow], rows: Sequence[int], places: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    for row in rows:
        for place in places:
            likeness = max(
                _like(_name(printed[place]), _seen_name(seen[row])),
                _like(_sentence(printed[place]), _seen_sentence(seen[row])),
            )
            if likeness >= LIKE and _may_be(printed[place], seen[row]):
                yield likeness, row, place


def _may_be(printed: PrintedRow, seen: SeenRow) -> bool:
    """Whether a row may be an indicator: a block that units fill becomes no other kind of row."""
    return seen.remark is None or read_remark(seen.remark.text).is_block == printed.remark.is_block


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:500], other[:500], autojunk=False).ratio() if one and other else 0.0


def _name(row: PrintedRow) -> str:
    return "".join(row.name.split())


def _seen_name(row: SeenRow) -> str:
    return "".join(row.name.text.split())


def _sentence(row: PrintedRow) -> str:
    return folded(row.standard)


def _seen_sentence(row: SeenRow) -> str:
    return folded(_text(row.standard))


def _text(seen: SeenText | None) -> str:
    return "" if seen is None else seen.text
