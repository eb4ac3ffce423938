"""The curve of a standard in the terminal: points against value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rich.cells import cell_len

from jixiao.curve.curve import Curve
from jixiao.curve.spread import Piece
from jixiao.model.term import Graph
from jixiao.reports.draw.braille import ACROSS, AXIS_BELOW, AXIS_LEFT, CORNER, DOWN, TICK_BELOW, Canvas
from jixiao.reports.draw.ticks import level_ticks, spread_out
from jixiao.reports.draw.values import number_text, value_text

ROWS = 9
"""Characters from top to bottom."""
FEW_ROWS = 5
"""Where it is one of several."""
MAX_COLUMNS = 64
"""A wider drawing shows nothing more."""
MIN_COLUMNS = 16
SHADE = 3
"""Every so many dots one is set where the score is a range."""


def curve_chart(graph: Graph, width: int, rows: int = ROWS) -> Iterator[str]:
    """Give the drawing line by line."""
    levels = level_ticks(graph.hull, graph.bottom, graph.top)
    label = max(cell_len(number_text(level)) for level in levels)
    columns = max(MIN_COLUMNS, min(width - label - 8, MAX_COLUMNS))
    drawing = _Drawing(graph, columns, rows)
    drawing.draw(graph.hull)
    kept = spread_out(levels, lambda one: Fraction(drawing.row(one)), lambda _: Fraction(1), Fraction(0))
    beside = {drawing.row(level): number_text(level) for level in kept}
    yield f"{graph.measured.rjust(label - 2)}"
    for number, line in enumerate(drawing.canvas.lines()):
        yield f"{beside.get(number, '').rjust(label)} {AXIS_LEFT}{line}"
    yield from (f"{' ' * (label + 1)}{line}" for line in drawing.axis())


class _Drawing:
    """A canvas with the view laid over it."""

    def __init__(self, graph: Graph, columns: int, rows: int) -> None:
        self.graph = graph
        self.canvas = Canvas(columns, rows)
        self.left, self.right = graph.view
        self._half = (self.right - self.left) / (2 * self.canvas.width)
        """How far the middle of a column of dots lies from its edge."""
        self._downs: dict[Fraction, int] = {}

    def draw(self, curve: Curve) -> None:
        """Set the dots of a curve: column by column, then values that stand alone."""
        stretches = list(curve.stretches)
        place = 0
        for across in range(self.canvas.width):
            value = self._value(across)
            while place < len(stretches) - 1 and not stretches[place].contains(value):
                end = stretches[place].high
                if end is not None and end > value:
                    break
                place += 1
            if stretches[place].contains(value) and not self.graph.dotted:
                self._column(across, stretches[place], value)
        for stretch in stretches:
            self._alone(stretch)

    def _value(self, across: int) -> Fraction:
        """Give the value in the middle of a column of dots."""
        return self.left + self._half * (2 * across + 1)

    def across(self, value: Fraction) -> int:
        """Give the column of dots in which a value lies."""
        return int((value - self.left) / (self.right - self.left) * self.canvas.width)

    def _down(self, points: Fraction) -> int:
        """Give the row of dots in which points lie; most columns of a curve have the same few."""
        if points not in self._downs:
            share = (self.graph.top - points) / (self.graph.top - self.graph.bottom)
            self._downs[points] = round(share * (self.canvas.height - 1))
        return self._downs[points]

    def row(self, points: Fraction) -> int:
        """Give the row of characters in which points lie."""
        return self._down(points) // DOWN

    def _column(self, across: int, stretch: Piece, value: Fraction) -> None:
        top, bottom = (self._down(points) for points in reversed(stretch.what.at(value)))
        for down in range(top, bottom + 1):
            if down in (top, bottom) or (across + down) % SHADE == 0:
                self.canvas.dot(across, down)

    def _alone(self, stretch: Piece) -> None:
        """Set a thick dot at a single value, and at every whole one where only those occur."""
        for value in self._single(stretch):
            across = self.across(value)
            for points in set(stretch.what.at(value)):
                for one in (across, across - 1):
                    self.canvas.dot(one, self._down(points))
                    self.canvas.dot(one, self._down(points) + (1 if points > self.graph.bottom else -1))

    def _single(self, stretch: Piece) -> list[Fraction]:
        if stretch.is_point and stretch.low is not None:
            return [stretch.low]
        if not self.graph.dotted:
            return []
        factor = self.graph.unit.factor
        first, last = int(self.left / factor), int(self.right / factor)
        return [factor * number for number in range(first, last + 1) if stretch.contains(factor * number)]

    def axis(self) -> Iterator[str]:
        """Give the axis below with its ticks, and the values under them."""
        columns = self.canvas.width // ACROSS
        marks = [mark for mark in self.graph.marks if self.left <= mark <= self.right]
        labels = {mark: value_text(mark, self.graph.unit) for mark in marks}
        kept = spread_out(
            marks,
            lambda mark: Fraction(self.across(mark) // ACROSS),
            lambda mark: Fraction(cell_len(labels[mark])),
            Fraction(2),
        )
        ticks = {self.across(mark) // ACROSS for mark in kept}
        yield CORNER + "".join(TICK_BELOW if one in ticks else AXIS_BELOW for one in range(columns))
        line = ""
        for mark in kept:
            start = max(1 + self.across(mark) // ACROSS - cell_len(labels[mark]) // 2, 0)
            line += " " * (start - cell_len(line)) + labels[mark]
        yield line
