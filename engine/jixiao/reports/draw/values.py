"""Values and points of a curve as people read them, exact wherever that can be written."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.curve.curve import Curve, Stretch
from jixiao.quantity import Unit, decimal_text, shown_text

MAX_DECIMALS = 6
"""An exact decimal that is longer is shown rounded; programs get it in full."""


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One stretch of a curve in words: from which value, to which, what it earns."""

    start: str
    end: str
    points: str


def value_text(value: Fraction, unit: Unit) -> str:
    """Write a value in base units as sentences do: a ratio as a percentage."""
    return f"{number_text(value / unit.factor)}{unit.name}"


def number_text(number: Fraction) -> str:
    """Write a number exactly if a short decimal does it, else rounded."""
    exact = decimal_text(number)
    short = "/" not in exact and len(exact.partition(".")[2]) <= MAX_DECIMALS
    return exact if short else shown_text(number, MAX_DECIMALS if abs(number) < 1 else 2)


def piece_rows(curve: Curve, unit: Unit, *, whole: bool) -> list[PieceRow]:
    """Write the stretches of a curve; of what comes whole only those that can occur."""
    stretches = whole_stretches(curve.stretches, unit) if whole else curve.stretches
    return [PieceRow(*_ends(stretch, unit), points_of(stretch)) for stretch in stretches]


def whole_stretches(stretches: tuple[Stretch, ...], unit: Unit) -> Iterator[Stretch]:
    """Yield stretches from one whole number to another, leaving out those that hold none."""
    for stretch in stretches:
        start, end = _first(stretch, unit.factor), _last(stretch, unit.factor)
        if start is not None and end is not None and start > end:
            continue
        if end is not None and end < 0:
            continue
        yield replace(stretch, start=start, end=end, start_included=True, end_included=True)


def _first(stretch: Stretch, factor: Fraction) -> Fraction | None:
    if stretch.start is None:
        return None
    number = stretch.start / factor
    return (math.ceil(number) if stretch.start_included else math.floor(number) + 1) * factor


def _last(stretch: Stretch, factor: Fraction) -> Fraction | None:
    if stretch.end is None:
        return None
    number = stretch.end / factor
    return (math.floor(number) if stretch.end_included else math.ceil(number) - 1) * factor


def _ends(stretch: Stretch, unit: Unit) -> tuple[str, str]:
    if stretch.start is None and stretch.end is None:
        return "任何值", ""
    if stretch.is_point and stretch.start is not None:
        return f"={value_text(stretch.start, unit)}", ""
    start = end = ""
    if stretch.start is not None:
        start = f"{'≥' if stretch.start_included else '>'}{value_text(stretch.start, unit)}"
    if stretch.end is not None:
        end = f"{'≤' if stretch.end_included else '<'}{value_text(stretch.end, unit)}"
    return start, end


def points_of(stretch: Stretch) -> str:
    """Write the points of a stretch: 4.5, 0～5 where it is open, 5→0 on a slope."""
    if not stretch.low.slope and not stretch.high.slope:
        return span_text(stretch.low.intercept, stretch.high.intercept)
    ends = [
        span_text(stretch.low.at(end), stretch.high.at(end))
        for end in (stretch.start, stretch.end)
        if end is not None
    ]
    return "→".join(ends)


def span_text(low: Fraction, high: Fraction) -> str:
    """Write a score, or the range from one score to another."""
    return number_text(low) if low == high else f"{number_text(low)}～{number_text(high)}"
