"""What is wrong in a file after its edits, told at the cell that the text came from."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.takeover import Takeover


def at_cells(problems: Iterable[Diagnostic], taken: Takeover) -> list[Diagnostic]:
    """Give problems with the cells of the lines that they are about; others keep their line."""
    return [Diagnostic(_cell(one.place, taken), one.message) for one in problems]


def _cell(place: Place, taken: Takeover) -> Place:
    lines = [line for line in taken.cells if line <= place.line]
    return taken.cells[max(lines)] if lines and place.line else place
