"""A table that was flattened to lines of a text: rows with bars or tabs between cells, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.issued.grid import Cell, Grid, in_order
from jixiao.documents.issued.heads import head_of
from jixiao.documents.issued.stacked import stacked_rows
from jixiao.documents.issued.texts import bare_number
from jixiao.model.diagnostic import Diagnostic, Place

NAME = "文本"
STACKED = "文本里一格一行：哪几行是一格、归哪一列是推断的，请逐项核对；有 Word、Excel 原件的请用原件"
LEAST_HEADS = 3
"""Fewest heads, a line each, from which on lines are taken for cells."""
MIN_RULES = 3
"""More lines than this are drawn between rows; one below the heads and two around a table are not."""
FEW = 5
"""One part in so many between two lines may look like two rows."""
_BARS = re.compile(r"[|｜│┃┆┇]|\t")
_RULE = re.compile(r"[-─━┄┈═+┌┐└┘├┤┬┴┼╋┠┨┯┷╔╗╚╝╠╣╦╩╬|｜│┃: \t]{3,}")


def grid_of_lines(text: str, file: str) -> tuple[Grid, tuple[Diagnostic, ...]]:
    """Give the cells of a text, their places being its lines and columns, and what a person must know of them."""
    rows = list(_rows(text, file))
    if not _is_by_rows(rows):
        lines = [cell for row in rows for cell in row if cell.text]
        stacked = stacked_rows(lines, LEAST_HEADS)
        if stacked is not None:
            return Grid(NAME, in_order(stacked)), (Diagnostic(Place(file), STACKED),)
    return Grid(NAME, in_order(cell for row in rows for cell in row)), ()


def _rows(text: str, file: str) -> Iterator[list[Cell]]:
    """Yield the cells of each row: a line, or where lines are drawn between rows all that stands between two."""
    lines = text.split("\n")
    by_rules = _rules_part_rows(lines)
    waiting: list[list[Cell]] = []
    for number, line in enumerate(lines, start=1):
        if _is_rule(line):
            yield _as_one(waiting)
            waiting = []
            continue
        cells = list(_cells(line, number, file))
        if by_rules and len(cells) > 1:
            waiting.append(cells)
        else:
            yield _as_one(waiting)
            waiting = []
            yield cells
    yield _as_one(waiting)


def _rules_part_rows(lines: Sequence[str]) -> bool:
    """Whether lines are drawn between rows: there are several, and between two of them hardly two rows with numbers."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if _is_rule(line):
            blocks.append([])
        elif _BARS.search(line):
            blocks[-1].append(line)
    inner = [one for one in blocks if one]
    several = sum(_numbered_twice(one) for one in inner)
    return len(blocks) > MIN_RULES and FEW * several < len(inner)


def _numbered_twice(lines: Sequence[str]) -> bool:
    """Whether two lines have a number in the same column."""
    columns = [column for line in lines for column, part in enumerate(_BARS.split(line)) if bare_number(part)]
    return len(columns) > len(set(columns))


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _cells(line: str, number: int, file: str) -> Iterator[Cell]:
    start = 0
    for column, part in enumerate(_BARS.split(line), start=1):
        at = start + len(part) - len(part.lstrip())
        yield Cell(part.strip(), Place(file, number, at + 1), number, column)
        start += len(part) + 1


def _as_one(lines: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Join the lines of one row cell by cell."""
    by_column: dict[int, list[Cell]] = {}
    for line in lines:
        for cell in line:
            if cell.text:
                by_column.setdefault(cell.column, []).append(cell)
    return [
        Cell("\n".join(cell.text for cell in cells), cells[0].place, lines[0][0].row, column)
        for column, cells in by_column.items()
    ]


def _is_by_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether heads stand beside each other in a line."""
    return any(sum(head_of(cell.text) is not None for cell in row) >= LEAST_HEADS for row in rows)
