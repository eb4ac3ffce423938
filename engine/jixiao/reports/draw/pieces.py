"""What each value or choice earns, as small tables side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from jixiao.curve.curve import Curve
from jixiao.model.portrait import Portrait
from jixiao.model.term import Choice, Graph
from jixiao.reports.draw.values import number_text, piece_rows, span_text, value_text
from jixiao.reports.page.wrap import wrap

MAX_ROWS = 16
"""A longer table is shown by its first and last rows."""
FIRST, LAST = 9, 5
GAP = 4
"""Cells between two tables."""
LEFT_OUT = "…"
PIECE_HEADING = ("数值从", "到", "得分")
MAX_WORDS = 48
"""Cells of a choice's words before they go on below."""

Rows = Sequence[tuple[str, ...]]


def piece_tables(portrait: Portrait, width: int) -> Iterator[str]:
    """Give what each value or choice earns; a table for each way to read the sentence."""
    if portrait.choices:
        yield from _table(choice_heading(portrait), choice_rows(portrait, min(MAX_WORDS, width - 20)))
    elif portrait.graph is not None:
        yield from graph_tables(portrait.graph, width)


def graph_tables(graph: Graph, width: int) -> Iterator[str]:
    """Give what values earn: all of them, or some where no curve is straight."""
    if graph.samples:
        yield from _table(("数值（举例）", "得分"), sample_rows(graph))
    else:
        yield from _side_by_side([_curve_block(graph, curve, width) for curve in graph.curves], width)


def _curve_block(graph: Graph, curve: Curve, width: int) -> list[str]:
    """Give the table of one curve, under the words of its reading."""
    heading = wrap(curve.reading, max(width // 3, 20)) if curve.reading else []
    return [*heading, *_table(PIECE_HEADING, curve_rows(graph, curve))]


def curve_rows(graph: Graph, curve: Curve) -> list[tuple[str, ...]]:
    """Write the pieces of a curve: from, to, points."""
    rows = piece_rows(curve, graph.unit, whole=graph.whole)
    return [(row.start, row.end, row.points) for row in rows]


def sample_rows(graph: Graph) -> list[tuple[str, ...]]:
    """Write the scores at some values of a bent curve."""
    return [(value_text(one.value, graph.unit), span_text(one.low, one.high)) for one in graph.samples]


def choice_heading(portrait: Portrait) -> tuple[str, str]:
    """Give the heading over choices and over what they earn."""
    names = {"level": "档次", "met": "项", "answer": "回答", "deduction": "评定"}
    return names.get(portrait.takes, "评定"), "得分"


def choice_rows(portrait: Portrait, width: int) -> list[tuple[str, str]]:
    """Write the choices, items numbered as ratings name them."""
    rows: list[tuple[str, str]] = []
    for number, choice in enumerate(portrait.choices, start=1):
        front = f"{number}. " if portrait.takes == "met" and not choice.cost else ""
        first, *others = wrap(front + choice.words, width)
        rows.append((first, choice_points(choice)))
        rows += [(" " * len(front) + line, "") for line in others]
    return rows


def choice_points(choice: Choice) -> str:
    """Write what a choice earns, or costs."""
    points = span_text(choice.low, choice.high)
    if choice.excluded:
        points += f"（不含{'、'.join(number_text(end) for end in choice.excluded)}）"
    return f"扣{points}" if choice.cost else points


def shortened(rows: Rows, most: int = MAX_ROWS) -> list[tuple[str, ...]]:
    """Leave out the middle of a table of more rows, and say how many."""
    if len(rows) <= most:
        return list(rows)
    left_out = len(rows) - FIRST - LAST
    note = (f"{LEFT_OUT}另有{left_out}行", *[""] * (len(rows[0]) - 1))
    return [*rows[:FIRST], note, *rows[-LAST:]]


def _table(heading: tuple[str, ...], rows: Rows) -> Iterator[str]:
    """Lay out columns: words to the left, points to the right."""
    lines = [heading, *shortened(rows)]
    widths = [
        max(cell_len(line[place]) for line in lines if not line[0].startswith(LEFT_OUT))
        for place in range(len(heading))
    ]
    for line in lines:
        if line[0].startswith(LEFT_OUT):
            yield line[0]
            continue
        cells = [
            " " * (room - cell_len(cell)) + cell
            if place == len(line) - 1
            else cell + " " * (room - cell_len(cell))
            for place, (cell, room) in enumerate(zip(line, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _side_by_side(blocks: list[list[str]], width: int) -> Iterator[str]:
    """Set as many blocks beside each other as fit, the rest below."""
    while blocks:
        row, room = [blocks.pop(0)], width
        while blocks and sum(_width(one) + GAP for one in [*row, blocks[0]]) - GAP <= room:
            row.append(blocks.pop(0))
        for lines in zip_longest(*row, fillvalue=""):
            cells = [
                line + " " * (_width(block) - cell_len(line)) for line, block in zip(lines, row, strict=True)
            ]
            yield (" " * GAP).join(cells).rstrip()
        if blocks:
            yield ""


def _width(block: list[str]) -> int:
    return max(cell_len(line) for line in block)
