"""Values and points of a curve as people read them, exact wherever that can be written."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from jixiao.curve.curve import Curve
from jixiao.curve.spread import Piece, Pieces
from jixiao.curve.stretch import Stretch
from jixiao.dataclass import dataclass
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


def whole_stretches(stretches: Pieces, unit: Unit) -> Iterator[Piece]:
    """Yield stretches from one whole number to another, leaving out those that hold none."""
    for stretch in stretches:
        low, high = _first(stretch, unit.factor), _last(stretch, unit.factor)
        if low is not None and high is not None and low > high:
            continue
        if high is not None and high < 0:
            continue
        yield Stretch(low, high, True, True, stretch.what)


def _first(stretch: Piece, factor: Fraction) -> Fraction | None:
    if stretch.low is None:
        return None
    number = stretch.low / factor
    return (math.ceil(number) if stretch.low_included else math.floor(number) + 1) * factor


def _last(stretch: Piece, factor: Fraction) -> Fraction | None:
    if stretch.high is None:
        return None
    number = stretch.high / factor
    return (math.floor(number) if stretch.high_included else math.ceil(number) - 1) * factor


def _ends(stretch: Piece, unit: Unit) -> tuple[str, str]:
    if stretch.low is None and stretch.high is None:
        return "任何值", ""
    if stretch.is_point and stretch.low is not None:
        return f"={value_text(stretch.low, unit)}", ""
    start = end = ""
    if stretch.low is not None:
        start = f"{'≥' if stretch.low_included else '>'}{value_text(stretch.low, unit)}"
    if stretch.high is not None:
        end = f"{'≤' if stretch.high_included else '<'}{value_text(stretch.high, unit)}"
    return start, end


def points_of(stretch: Piece) -> str:
    """Write the points of a stretch: 4.5, 0～5 where it is open, 5→0 on a slope."""
    if stretch.what.is_level:
        return span_text(*stretch.what.at(Fraction(0)))
    return "→".join(
        span_text(*stretch.what.at(end)) for end in (stretch.low, stretch.high) if end is not None
    )


def span_text(low: Fraction, high: Fraction) -> str:
    """Write a score, or the range from one score to another."""
    return number_text(low) if low == high else f"{number_text(low)}～{number_text(high)}"
