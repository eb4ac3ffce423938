"""The regions of values on which two standards give different points: complete and minimal."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jixiao.curve.cells import Band, Cell, Function, at, cells
from jixiao.model.difference import Region, Score
from jixiao.quantity import Unit, hundredfold_text, points_text, shown_text

VALUE_DECIMALS = 4
"""Decimals shown of an end of a region; more where rounding would mislead."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Cells run together: the same two bands all along."""

    start: Fraction | None
    end: Fraction | None
    start_included: bool
    end_included: bool
    old: Band
    new: Band


def regions(
    old: Sequence[Function], new: Sequence[Function], unit: Unit, *, counted: bool
) -> tuple[Region, ...]:
    """Give where the points differ. `counted`: only whole numbers from 0 occur."""
    spans = list(_joined(_span(cell) for cell in cells(old, new)))
    if counted:
        spans = list(_whole(spans, unit.factor))
    return tuple(_region(span, unit) for span in spans if not _equal(span))


def _span(cell: Cell) -> _Span:
    return _Span(cell.start, cell.end, cell.is_point, cell.is_point, cell.old, cell.new)


def _equal(span: _Span) -> bool:
    if span.start is not None and span.start == span.end:
        return _values(span.old, span.start) == _values(span.new, span.start)
    return span.old == span.new


def _values(band: Band, value: Fraction) -> Score:
    return at(band[0], value), at(band[1], value)


def _joined(spans: Iterable[_Span]) -> Iterator[_Span]:
    """Run neighbours together that go on in the same two bands."""
    current: _Span | None = None
    for span in spans:
        joined = None if current is None else _join(current, span)
        if joined is None and current is not None:
            yield current
        current = joined or span
    if current is not None:
        yield current


def _join(one: _Span, other: _Span) -> _Span | None:
    """Join two neighbours where both bands go on; a single value fits any line that meets it.

    What is equal never joins what differs: two lines may meet at the very end.
    """
    if _equal(one) != _equal(other):
        return None
    bands = []
    for mine, theirs in ((one.old, other.old), (one.new, other.new)):
        band = _common(mine, theirs, one, other)
        if band is None:
            return None
        bands.append(band)
    return _Span(one.start, other.end, one.start_included, other.end_included, bands[0], bands[1])


def _common(mine: Band, theirs: Band, one: _Span, other: _Span) -> Band | None:
    if mine == theirs:
        return mine
    if other.start is not None and other.start == other.end:
        return mine if _values(mine, other.start) == _values(theirs, other.start) else None
    if one.start is not None and one.start == one.end:
        return theirs if _values(mine, one.start) == _values(theirs, one.start) else None
    return None


def _whole(spans: Iterable[_Span], factor: Fraction) -> Iterator[_Span]:
    """Keep the whole numbers from 0 of each span, and run together what then touches."""
    found: list[_Span] = []
    for span in spans:
        start = Fraction(0) if span.start is None else _first(span.start / factor, span.start_included)
        start = max(start, Fraction(0))
        end = None if span.end is None else _last(span.end / factor, span.end_included)
        if end is not None and end < start:
            continue
        kept = replace(
            span,
            start=start * factor,
            end=None if end is None else end * factor,
            start_included=True,
            end_included=end is not None,
        )
        previous = found[-1] if found else None
        if previous is not None and (previous.old, previous.new) == (kept.old, kept.new):
            found[-1] = replace(previous, end=kept.end, end_included=kept.end_included)
        else:
            found.append(kept)
    yield from found


def _first(value: Fraction, included: bool) -> Fraction:
    whole = math.ceil(value)
    return Fraction(whole if included or whole != value else whole + 1)


def _last(value: Fraction, included: bool) -> Fraction:
    whole = math.floor(value)
    return Fraction(whole if included or whole != value else whole - 1)


def _region(span: _Span, unit: Unit) -> Region:
    old, new = _ends(span, span.old), _ends(span, span.new)
    text = f"{span_text(span, unit)} 由 {_told(span, span.old)}变为 {_told(span, span.new)}"
    return Region(span.start, span.end, span.start_included, span.end_included, old, new, text)


def _ends(span: _Span, band: Band) -> tuple[Score | None, Score | None]:
    flat = band[0][1] == 0 == band[1][1]
    return (
        _values(band, span.start or Fraction(0)) if flat or span.start is not None else None,
        _values(band, span.end or Fraction(0)) if flat or span.end is not None else None,
    )


def _told(span: _Span, band: Band) -> str:
    """Say the points of a region: one number, a range, or from where to where they go."""
    start, end = _ends(span, band)
    if start == end and start is not None:
        return f"{score_text(start)}"
    if start is not None and end is not None:
        return f"{score_text(start)}（下端）至 {score_text(end)}（上端）"
    known, which = (start, "下端") if start is not None else (end, "上端")
    return f"{score_text(known)}（{which}）起逐渐变化的分数" if known is not None else "随数值变化的分数"


def score_text(score: Score) -> str:
    """Write points, or a range of them."""
    low, high = score
    return f"{points_text(low)} 分" if low == high else f"{points_text(low)}～{points_text(high)} 分"


def span_text(span: _Span | Region, unit: Unit) -> str:
    """Write the values of a region for people: (30%, 35%], 大于30%, 100%."""
    start, end = _written(span.start, unit), _written(span.end, unit)
    if span.start is None and span.end is None:
        return "任何数值"
    if span.start is None:
        return f"{'不大于' if span.end_included else '小于'} {end}"
    if span.end is None:
        return f"{'不小于' if span.start_included else '大于'} {start}"
    if span.start == span.end:
        return start
    return f"{'[' if span.start_included else '('}{start}, {end}{']' if span.end_included else ')'}"


def _written(value: Fraction | None, unit: Unit) -> str:
    if value is None:
        return ""
    if unit.dimension.is_ratio:
        return f"{hundredfold_text(value)}%"
    return f"{shown_text(value / unit.factor, VALUE_DECIMALS)} {unit.name}".rstrip()
