"""One line of a text, cut where the room ends."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from jixiao.reports.page.printable import printable

MORE = "…"


def clip(text: str, width: int) -> str:
    """Give the text in at most `width` cells; what was cut shows as “…”."""
    line = printable(text)
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, max(width - cell_len(MORE), 0)).rstrip() + MORE if width > 0 else ""


def some(names: Sequence[str], most: int, gap: str = "、", counted: str = "项") -> str:
    """Give names side by side; of more than `most` the first ones, and how many there are."""
    more = f"等{len(names)}{counted}" if len(names) > most else ""
    return gap.join(names[:most]) + more


def spans(numbers: Sequence[int]) -> str:
    """Write rising numbers, those that follow each other as a span: 1～3、5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}～{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs)
