"""A table that was flattened to lines of a text: rows with bars or tabs, or one cell a line."""

from __future__ import annotations

import re

from jixiao.documents.issued.grid import Cell, Grid, in_order
from jixiao.model.diagnostic import Place

NAME = "文本"
_BARS = re.compile(r"[|｜│┃┆┇]|\t")
_RULE = re.compile(r"[-─━┄┈═+┌┐└┘├┤┬┴┼╋┠┨┯┷╔╗╚╝╠╣╦╩╬|｜│┃: \t]{3,}")


def grid_of_lines(text: str, file: str, name: str) -> Grid:
    """Give the cells of a text, a row a line; places are its lines and columns."""
    cells: list[Cell] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if _RULE.fullmatch(line.strip()):
            continue
        start = 0
        for column, part in enumerate(_BARS.split(line), start=1):
            shown = part.strip()
            at = start + len(part) - len(part.lstrip())
            cells.append(Cell(shown, Place(file, number, at + 1), number, column))
            start += len(part) + 1
    return Grid(name, in_order(cells))
