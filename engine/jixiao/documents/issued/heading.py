"""Columns whose cells head several rows below them, as those of 归类 do, whatever their own head says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jixiao.documents.issued.grid import Cell
from jixiao.documents.issued.signs import is_total, sounds_like_rule
from jixiao.documents.issued.texts import bare_number

SHORT = 14
"""Most characters of each text that heads rows."""
MOST = 2 / 3
"""Most cells that a column which heads rows has, to each name."""


def heads_rows(cells: Sequence[Cell | None], names: Sequence[Cell | None]) -> bool:
    """Whether the cells of a column, row by row, head the names beside them: from the first on, fewer, short, each another."""
    named = [
        cell for cell, name in zip(cells, names, strict=True) if name is not None and not is_total(name.text)
    ]
    found = [cell.text for cell in named if cell is not None]
    return (
        len(found) > 1
        and named[0] is not None
        and len(found) <= MOST * len(named)
        and not any(bare_number(one) or sounds_like_rule(one) or len(one) > SHORT for one in found)
        and all(one != other for one, other in pairwise(found))
    )
