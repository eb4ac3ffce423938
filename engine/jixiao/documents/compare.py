"""One report read twice: figures that only one side read, and those that both read, but not alike."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.dataclass import replace
from jixiao.documents.draft.figures import words_of
from jixiao.model.read_change import ChangeKind, FigureChange, ReportChange
from jixiao.model.reading import ReadFigure, Reading

Place = tuple[int, int]


def compare_readings(before: Reading, after: Reading, file: str) -> ReportChange:
    """Compare what two sides read of one text, number by number."""
    old, new = _by_place(before), _by_place(after)
    changes: list[FigureChange] = []
    same = 0
    for place in sorted({*old, *new}):
        left, right = old.get(place, []), new.get(place, [])
        alike = [one for one in left if one in right]
        same += len(alike)
        changes += _changes(
            [one for one in left if one not in alike], [one for one in right if one not in alike], after.text
        )
    return ReportChange(file, tuple(changes), same)


def _changes(left: list[ReadFigure], right: list[ReadFigure], text: str) -> Iterator[FigureChange]:
    """Pair what is left at one number: the first with the first."""
    for place in range(max(len(left), len(right))):
        before = left[place] if place < len(left) else None
        after = right[place] if place < len(right) else None
        one = after or before
        assert one is not None
        kind = (
            ChangeKind.LOST if after is None else ChangeKind.GAINED if before is None else ChangeKind.CHANGED
        )
        yield FigureChange(kind, before, after, words_of(one, text))


def _by_place(reading: Reading) -> dict[Place, list[ReadFigure]]:
    """Give figures by where their number stands; whether an item is known is no difference of its own."""
    found: dict[Place, list[ReadFigure]] = {}
    for one in reading.figures:
        found.setdefault((one.span.start, one.span.end), []).append(replace(one, known=True))
    return found
