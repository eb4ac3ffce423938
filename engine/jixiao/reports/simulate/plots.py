"""A simulation drawn: where scores lie in each variant, which grades they earn, how they are spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from jixiao.model.simulation import Standing
from jixiao.quantity import decimal_text, round_to
from jixiao.reports.draw.ticks import even_ticks
from jixiao.reports.page.html import element

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 14, 34
"""Room around the drawing, in units of the drawing."""
GRID = Fraction(5)
"""Points between which the scores of all variants are drawn, as a whole number of them."""
MAX_LABELS = 18
"""Most variants whose names stand below the drawing."""
INNER = (Fraction(1, 4), Fraction(3, 4))
OUTER = (Fraction(1, 10), Fraction(9, 10))
"""Which shares of rows the bars of scores begin and end at."""


class Column(NamedTuple):
    """A variant, or the table as it is: its number, or what that is called, what it changes, and how rows lie."""

    label: str
    name: str
    standing: Standing


Named = Sequence[Column]
"""Variants side by side, the table as it is first."""


def scores_svg(named: Named, said: str) -> Element:
    """Draw of each variant where its scores lie: the middle 80 %, the middle half, and the mean."""
    spans = [_quantile(one, share) for _, _, one in named for share in OUTER]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    frame = _Frame(GRID * ((low - 1) // GRID), GRID * -((-high - 1) // GRID), len(named))
    return _drawing(said, (*frame.axes(), *_bars(named, frame), *frame.names([one.label for one in named])))


def _bars(named: Named, frame: _Frame) -> Iterator[Element]:
    base = named[0].standing.mean
    for end in dict.fromkeys(base):
        yield _line(Fraction(LEFT), frame.down(end), Fraction(WIDTH - RIGHT), frame.down(end), "mark")
    for place, (_, name, one) in enumerate(named):
        middle, half = frame.middle(place), frame.room / 3
        outer = [_quantile(one, share)[end] for end, share in enumerate(OUTER)]
        inner = [_quantile(one, share)[end] for end, share in enumerate(INNER)]
        title = element("title", f"{name}：平均 {_told(one.mean)}，中间八成 {_told(tuple(outer))}")
        parts = [
            title,
            _line(middle, frame.down(outer[0]), middle, frame.down(outer[1]), "spread"),
            _box(middle - half, frame.down(inner[1]), 2 * half, frame.down(inner[0]), "band"),
        ]
        for end in dict.fromkeys(one.mean):
            level = frame.down(end)
            parts.append(_line(middle - half, level, middle + half, level, "mean"))
        yield element("g", *parts, class_="base" if place == 0 else "")


def _quantile(one: Standing, share: Fraction) -> tuple[Fraction, Fraction]:
    return next((span.low, span.high) for at, span in one.quantiles if at == share)


def grades_svg(named: Named, said: str) -> Element:
    """Draw of each variant which part of its rows earns each grade, the best at the bottom."""
    frame = _Frame(Fraction(0), Fraction(100), len(named))
    bars: list[Element] = []
    for place, (_, name, one) in enumerate(named):
        counts = [*one.grades, ("未定", one.ungraded)]
        at = Fraction(0)
        parts = [element("title", f"{name}：{'，'.join(f'{grade} {rows:,}' for grade, rows in counts)}")]
        for number, (_, rows) in enumerate(counts):
            share = Fraction(100 * rows, one.rows)
            if share:
                kind = "open" if number == len(one.grades) else f"g{min(number, MAX_GRADES)}"
                top = frame.down(at + share)
                parts.append(
                    _box(
                        frame.middle(place) - frame.room * Fraction(2, 5),
                        top,
                        frame.room * Fraction(4, 5),
                        frame.down(at),
                        f"part {kind}",
                    )
                )
            at += share
        bars.append(element("g", *parts))
    names = frame.names([one.label for one in named])
    return _drawing(said, (*frame.axes("%"), *bars, *names))


MAX_GRADES = 4
"""Shades that there are for grades; a fifth looks like the fourth."""


def grades_key(names: Sequence[str]) -> Iterator[Element]:
    """Yield what the shades of grades are."""
    for number, name in enumerate([*names, "未定"]):
        kind = "open" if number == len(names) else f"g{min(number, MAX_GRADES)}"
        sample = element("rect", x="0.5", y="0.5", width="33", height="11", class_=f"part {kind}")
        drawing = element("svg", sample, viewBox="0 0 34 12", class_="key", aria_hidden="true")
        yield element("span", drawing, name)


def spread_svg(base: Standing, now: Standing, step: Fraction, said: str) -> Element:
    """Draw how many rows lie in each step of points, before and after: by the lowest score where scores are open."""
    before, after = ([low for low, _ in one.counts] for one in (base, now))
    length = max(len(before), len(after))
    pairs = [
        (before[at] if at < len(before) else 0, after[at] if at < len(after) else 0) for at in range(length)
    ]
    shown = [at for at, pair in enumerate(pairs) if any(pair)]
    first, last = shown[0], shown[-1]
    most = max(max(pair) for pair in pairs)
    frame = _Frame(Fraction(0), Fraction(most), last - first + 1)
    bars: list[Element] = []
    for place, (old, new) in enumerate(pairs[first : last + 1]):
        left, width = frame.middle(place) - frame.room * Fraction(2, 5), frame.room * Fraction(2, 5)
        label = decimal_text(step * (first + place))
        title = element("title", f"{label}分起：原表 {old:,}，方案 {new:,}")
        old_bar = _box(left, frame.down(Fraction(old)), width, frame.down(Fraction(0)), "part before")
        new_bar = _box(left + width, frame.down(Fraction(new)), width, frame.down(Fraction(0)), "part after")
        bars.append(element("g", title, old_bar, new_bar))
    names = [decimal_text(step * at) for at in range(first, last + 1)]
    return _drawing(said, (*frame.axes(), *bars, *frame.names(names)))


def _drawing(said: str, parts: Sequence[Element]) -> Element:
    return element(
        "svg", *parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="plot wideplot", role="img", aria_label=said
    )


class _Frame:
    """Where values and columns stand in a drawing."""

    def __init__(self, low: Fraction, high: Fraction, count: int) -> None:
        self.low, self.high, self.count = low, high if high > low else low + 1, count
        self.room = Fraction(WIDTH - LEFT - RIGHT, max(count, 1))

    def down(self, value: Fraction) -> Fraction:
        """Give how far down a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def middle(self, place: int) -> Fraction:
        """Give where the middle of a column stands."""
        return LEFT + self.room * place + self.room / 2

    def axes(self, unit: str = "") -> Iterator[Element]:
        """Yield the axes, with even steps of the values."""
        floor = self.low if self.low > 0 else Fraction(0)
        ticks = [one + floor for one in even_ticks(Fraction(0), self.high - floor)]
        for value in ticks:
            level = self.down(value)
            if TOP - 1 <= level <= HEIGHT - BOTTOM + 1:
                yield _line(Fraction(LEFT), level, Fraction(WIDTH - RIGHT), level, "grid")
                label = f"{decimal_text(round_to(value, 1))}{unit}"
                yield element("text", label, x=str(LEFT - 6), y=_number(level + 5), text_anchor="end")
        bottom = Fraction(HEIGHT - BOTTOM)
        yield _line(Fraction(LEFT), bottom, Fraction(WIDTH - RIGHT), bottom, "axis")

    def names(self, names: Sequence[str]) -> Iterator[Element]:
        """Yield the names of columns, as many as there is room for."""
        skip = -(-len(names) // MAX_LABELS)
        for place, name in enumerate(names):
            if place % skip == 0:
                middle = _number(self.middle(place))
                yield element("text", name, x=middle, y=str(HEIGHT - BOTTOM + 20), text_anchor="middle")


def _told(ends: tuple[Fraction, ...]) -> str:
    return "～".join(dict.fromkeys(decimal_text(round_to(end, 2)) for end in ends))


def _line(left: Fraction, top: Fraction, right: Fraction, bottom: Fraction, kind: str) -> Element:
    return element(
        "line", x1=_number(left), y1=_number(top), x2=_number(right), y2=_number(bottom), class_=kind
    )


def _box(left: Fraction, top: Fraction, width: Fraction, bottom: Fraction, kind: str) -> Element:
    return element(
        "rect",
        x=_number(left),
        y=_number(top),
        width=_number(width),
        height=_number(max(bottom - top, Fraction(0))),
        class_=kind,
    )


def _number(value: Fraction) -> str:
    return decimal_text(round_to(value, 1))
