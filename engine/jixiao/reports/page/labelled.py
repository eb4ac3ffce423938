"""A word in front, and a text beside it that goes on below itself."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from jixiao.reports.page.wrap import wrap

LABEL = 10
"""Cells of the label with the gap behind it: four characters and two."""


def labelled(label: str, text: str, width: int, style: str = "") -> Iterator[Text]:
    """Give the lines of a labelled text."""
    front = label
    for line in wrap(text, width - LABEL):
        room = " " * max(LABEL - cell_len(front), 1 if front else LABEL)
        yield Text(front, "dim").append(room).append(line, style)
        front = ""


def indented(lines: Iterator[str], cells: int = LABEL) -> Iterator[Text]:
    """Set lines under the text of a label."""
    return (Text(" " * cells + line if line else "") for line in lines)
