"""The curve of a standard as a drawing in a page: points against value.

Drawn by hand: a plotting library would bring megabytes and fonts of its own for a few
lines, and none draws the open and closed ends that decide which side a threshold is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from xml.etree.ElementTree import Element

from jixiao.curve.curve import Curve
from jixiao.curve.line import Line
from jixiao.curve.spread import Piece
from jixiao.dataclass import dataclass
from jixiao.model.term import Graph
from jixiao.quantity import decimal_text, round_to
from jixiao.reports.draw.ticks import level_ticks, spread_out
from jixiao.reports.draw.values import number_text, piece_rows, value_text, whole_stretches
from jixiao.reports.page.html import element

WIDTH, HEIGHT = 520, 268
LEFT, RIGHT, TOP, BOTTOM = 44, 20, 32, 34
"""Room for the labels around the drawing, in units of the drawing."""
LETTER, SIGN = 14, 8
"""Width of a Chinese character and of a digit in a label."""
CLOSE = 11
"""Ends nearer to each other than this are drawn without a circle."""
RADIUS, SMALL = Fraction(4), Fraction(3)
"""Of the circle at an end: where the curve stands alone, and among others."""
MAX_SAID = 12
"""Most pieces told to those who cannot see the drawing; the table beside it has all."""


def curve_svg(graph: Graph, name: str, key: str) -> Element:
    """Give the drawing of what a value or a count earns, `key` telling it from others on the page."""
    plot = _Plot(graph)
    return element(
        "svg",
        element("title", f"{name}：得分随数值变化的曲线", id=f"plot-{key}-title"),
        element("desc", _told(graph), id=f"plot-{key}-desc"),
        *plot.grid(),
        *plot.bands(graph.hull),
        *plot.curves(),
        *plot.labels(),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"plot-{key}-title plot-{key}-desc",
        class_="plot",
    )


def _told(graph: Graph) -> str:
    """Tell the curve in words."""
    said = []
    for curve in graph.curves:
        if not curve.straight:
            continue
        rows = piece_rows(curve, graph.unit, whole=graph.whole)
        pieces = "；".join(
            f"{'，'.join(end for end in (row.start, row.end) if end)}得{row.points}分"
            for row in rows[:MAX_SAID]
        )
        more = "；其余见表" if len(rows) > MAX_SAID else ""
        said.append(f"{curve.reading}：{pieces}{more}" if curve.reading else pieces + more)
    return "。".join(said) or "得分随数值弯曲变化，见旁边的表"


@dataclass(frozen=True, slots=True)
class _Plot:
    """The view laid over the drawing."""

    graph: Graph

    def across(self, value: Fraction) -> Fraction:
        left, right = self.graph.view
        return LEFT + (value - left) / (right - left) * (WIDTH - LEFT - RIGHT)

    def down(self, points: Fraction) -> Fraction:
        share = (self.graph.top - points) / (self.graph.top - self.graph.bottom)
        return TOP + share * (HEIGHT - TOP - BOTTOM)

    def grid(self) -> Iterator[Element]:
        """Yield the lines behind the curve, and the points beside them."""
        for level in level_ticks(self.graph.hull, self.graph.bottom, self.graph.top):
            down = self.down(level)
            kind = "axis" if level == 0 else "grid"
            yield _line(Fraction(LEFT), down, Fraction(WIDTH - RIGHT), down, kind)
            yield _text(number_text(level), Fraction(LEFT - 8), down + 5, "end")
        for mark in self._labelled():
            yield _line(
                self.across(mark), Fraction(TOP), self.across(mark), Fraction(HEIGHT - BOTTOM), "mark"
            )

    def labels(self) -> Iterator[Element]:
        """Yield the values under the thresholds, and what the axes are."""
        for mark in self._labelled():
            text = value_text(mark, self.graph.unit)
            yield _text(text, self.across(mark), Fraction(HEIGHT - BOTTOM + 20), "middle")
        yield _text(self.graph.measured, Fraction(LEFT - 8), Fraction(TOP - 16), "end")

    def _labelled(self) -> tuple[Fraction, ...]:
        left, right = self.graph.view
        marks = [mark for mark in self.graph.marks if left <= mark <= right]
        return spread_out(marks, self.across, self._size, Fraction(8))

    def _size(self, mark: Fraction) -> Fraction:
        text = value_text(mark, self.graph.unit)
        return Fraction(sum(SIGN if sign.isascii() else LETTER for sign in text))

    def bands(self, hull: Curve) -> Iterator[Element]:
        """Yield the shade between the lowest and the highest score."""
        if self.graph.dotted:
            return
        for stretch in hull.stretches:
            start, end = self._ends(stretch)
            if stretch.what.exact or start >= end:
                continue
            low, high = stretch.what.low, stretch.what.high
            corners = [(start, high), (end, high), (end, low), (start, low)]
            shape = " ".join(
                f"{_number(self.across(value))},{_number(self.down(line.at(value)))}"
                for value, line in corners
            )
            yield element("polygon", points=shape, class_="band")

    def _ends(self, stretch: Piece) -> tuple[Fraction, Fraction]:
        """Give the ends of a stretch, inside the view."""
        left, right = self.graph.view
        start = left if stretch.low is None else max(stretch.low, left)
        return start, right if stretch.high is None else min(stretch.high, right)

    def curves(self) -> Iterator[Element]:
        """Yield the lines of every curve, then what marks their ends and single values."""
        kinds = [f"curve c{place % 6 + 1}" for place in range(len(self.graph.curves))]
        pairs = list(zip(self.graph.curves, kinds, strict=True))
        if self.graph.dotted:
            for curve, kind in pairs:
                yield from self._counts(curve, kind)
            return
        for curve, kind in pairs:
            yield from self._strokes(curve, kind)
        if self._crowded():
            for curve, kind in pairs:
                yield from self._specks(curve.stretches, kind)
        else:
            yield from self._circles(pairs)

    def _strokes(self, curve: Curve, kind: str) -> Iterator[Element]:
        for stretch in curve.stretches:
            start, end = self._ends(stretch)
            for line in _lines(stretch) if start < end else ():
                yield _line(
                    self.across(start),
                    self.down(line.at(start)),
                    self.across(end),
                    self.down(line.at(end)),
                    kind,
                )

    def _crowded(self) -> bool:
        """Whether ends lie so near to each other, on any curve, that circles would hide them."""
        curves = self.graph.curves
        return not all(curve.straight for curve in curves) or any(
            0 < other - one < CLOSE
            for curve in curves
            for one, other in pairwise(
                sorted(self.across(stretch.low) for stretch in curve.stretches if stretch.low is not None)
            )
        )

    def _circles(self, pairs: Sequence[tuple[Curve, str]]) -> Iterator[Element]:
        """Yield a circle at every end: the open ones of all curves first, so that none hides a closed one."""
        radius = RADIUS if len(pairs) == 1 else SMALL
        circles = [
            (*circle, kind)
            for curve, kind in pairs
            for place in range(len(curve.stretches))
            for circle in self._circles_of(curve.stretches, place)
        ]
        for value, points, closed, kind in sorted(circles, key=lambda one: one[2]):
            yield element(
                "circle",
                cx=_number(self.across(value)),
                cy=_number(self.down(points)),
                r=_number(radius),
                class_=f"{kind} {'closed' if closed else 'open'}",
            )

    def _specks(self, stretches: Sequence[Piece], kind: str) -> Iterator[Element]:
        """Yield single values so small that they do not cover each other."""
        for stretch in stretches:
            if stretch.is_point and stretch.low is not None:
                for line in _lines(stretch):
                    yield element(
                        "circle",
                        cx=_number(self.across(stretch.low)),
                        cy=_number(self.down(line.at(stretch.low))),
                        r="1.2",
                        class_=f"{kind} closed",
                    )

    def _circles_of(
        self, stretches: Sequence[Piece], place: int
    ) -> Iterator[tuple[Fraction, Fraction, bool]]:
        """Yield the ends at which a stretch does not go on into the next: value, points, closed."""
        stretch = stretches[place]
        before = stretches[place - 1] if place else None
        behind = stretches[place + 1] if place + 1 < len(stretches) else None
        for value, closed, other in (
            (stretch.low, stretch.low_included, before),
            (stretch.high, stretch.high_included, behind),
        ):
            if value is None:
                continue
            for line in _lines(stretch):
                if other is None or line.at(value) not in {one.at(value) for one in _lines(other)}:
                    yield value, line.at(value), closed

    def _counts(self, curve: Curve, kind: str) -> Iterator[Element]:
        """Yield a closed circle for every whole value in the view."""
        factor = self.graph.unit.factor
        left, right = (int(edge / factor) for edge in self.graph.view)
        for stretch in whole_stretches(curve.stretches, self.graph.unit):
            for number in range(left, right + 1):
                if not stretch.contains(number * factor):
                    continue
                for line in stretch.what.lines:
                    across, down = self.across(number * factor), self.down(line.at(number * factor))
                    yield element(
                        "circle", cx=_number(across), cy=_number(down), r="4", class_=f"{kind} closed"
                    )


def _lines(stretch: Piece) -> tuple[Line, ...]:
    """Give the line of a stretch; a range is shaded, and only at a single value shows its ends."""
    return stretch.what.lines if stretch.what.exact or stretch.is_point else ()


def _line(left: Fraction, top: Fraction, right: Fraction, bottom: Fraction, kind: str) -> Element:
    return element(
        "line", x1=_number(left), y1=_number(top), x2=_number(right), y2=_number(bottom), class_=kind
    )


def _text(text: str, across: Fraction, down: Fraction, anchor: str) -> Element:
    return element("text", text, x=_number(across), y=_number(down), text_anchor=anchor)


def _number(value: Fraction) -> str:
    return decimal_text(round_to(value, 1))
