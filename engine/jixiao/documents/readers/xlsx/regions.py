"""A sheet's cells parted by empty rows: tables, and above and below them the lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass
from jixiao.documents.paper import GridCell
from jixiao.documents.readers.grid import MAX_CELLS, TooManyCells, fitted

_NOTE = re.compile(r"\s*(?:注|备注|说明|填表|编制|附注|单位负责人|审核人?|制表)[\s：:（(]?")
_LABELLED = re.compile(r".{1,12}[:：].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Box:
    """A cell that is shown: its text, and the rows and columns that it covers of those that are shown."""

    text: str
    rows: int = 1
    columns: int = 1


Boxes = Mapping[tuple[int, int], Box]
"""Cells by row and column, counted among those that are shown; those covered from elsewhere are not there."""

Block = str | list[list[GridCell]]


def blocks(boxes: Boxes) -> Iterator[Block]:
    """Give the paragraphs and tables of a sheet."""
    by_row: dict[int, list[tuple[int, Box]]] = {}
    for (row, column), box in sorted(boxes.items()):
        if box.text.strip():
            by_row.setdefault(row, []).append((column, box))
    region: list[int] = []
    reach = -1
    for row in sorted(by_row):
        if region and row > reach + 1:
            yield from _region(region, by_row, boxes)
            region = []
        region.append(row)
        reach = max(reach, row, *(row + box.rows - 1 for _, box in by_row[row]))
    if region:
        yield from _region(region, by_row, boxes)


_ByRow = Mapping[int, Sequence[tuple[int, Box]]]


def _region(rows: Sequence[int], by_row: _ByRow, boxes: Boxes) -> Iterator[Block]:
    start, end = 0, len(rows)
    while start < end and _stands_above(by_row[rows[start]]):
        start += 1
    while end > start and _stands_below(by_row[rows[end - 1]]):
        end -= 1
    if end - start == 1 and len(by_row[rows[start]]) == 1:
        end = start
    for row in rows[:start]:
        yield from (box.text for _, box in by_row[row])
    if end > start:
        yield _table(rows[start], rows[end - 1], by_row, boxes)
    for row in rows[end:]:
        yield from (box.text for _, box in by_row[row])


def _stands_above(row: Sequence[tuple[int, Box]]) -> bool:
    """Tell a title, or 编制单位：… and 单位：万元 over a table."""
    if len(row) == 1:
        return row[0][1].rows == 1
    return all(_LABELLED.fullmatch(box.text.strip()) for _, box in row)


def _stands_below(row: Sequence[tuple[int, Box]]) -> bool:
    return (
        len(row) == 1
        and bool(_NOTE.match(row[0][1].text))
        and (row[0][1].columns > 1 or len(row[0][1].text) > 4)
    )


def _table(first: int, last: int, by_row: _ByRow, boxes: Boxes) -> list[list[GridCell]]:
    held = [(column, box) for row in range(first, last + 1) for column, box in by_row.get(row, ())]
    left = min(column for column, _ in held)
    right = max(column + box.columns for column, box in held)
    bottom = max(
        row + box.rows for row in range(first, last + 1) for _, box in by_row.get(row, [(0, Box(""))])
    )
    if (max(bottom, last + 1) - first) * (right - left) > MAX_CELLS:
        raise TooManyCells
    taken: set[tuple[int, int]] = set()
    rows: list[list[GridCell]] = []
    for row in range(first, max(bottom, last + 1)):
        cells: list[GridCell] = []
        for column in range(left, right):
            if (row, column) in taken:
                continue
            box = boxes.get((row, column), Box(""))
            cells.append(GridCell(box.text.strip(), box.rows, box.columns))
            taken.update(
                (row + down, column + over) for down in range(box.rows) for over in range(box.columns)
            )
        rows.append(cells)
    return fitted(rows)
