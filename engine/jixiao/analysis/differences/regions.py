"""The regions of values on which two standards give different points: complete and minimal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jixiao.curve.line import NOTHING, Spread
from jixiao.curve.spread import Pieces, common, outermost, uncrossed
from jixiao.curve.stretch import Stretch, joined, side_by_side, whole_numbers
from jixiao.model.difference import Region, Score
from jixiao.quantity import Unit, hundredfold_text, points_text, shown_text

VALUE_DECIMALS = 4
"""Decimals shown of an end of a region; more where rounding would mislead."""


Both = tuple[Spread, Spread]
"""The score before and after."""
Span = Stretch[Both]
"""Values on which both scores are straight."""


def regions(
    old: Sequence[Pieces], new: Sequence[Pieces], unit: Unit, *, counted: bool, taken: bool = False
) -> tuple[Region, ...]:
    """Give where the points differ, over all ways to read each.

    `counted`: only whole numbers from 0 occur. `taken`: the points are what is taken off, and told so.
    """
    spans = joined(_both(old, new), _common)
    if counted:
        spans = joined(
            whole_numbers(spans, unit.factor),
            lambda last, span: last.what if last.what == span.what else None,
        )
    told = taken_text if taken else score_text
    return tuple(_region(span, unit, told) for span in spans if not _equal(span))


def _both(old: Sequence[Pieces], new: Sequence[Pieces]) -> Iterator[Span]:
    """Yield the stretches on which both are straight, and either equal everywhere or nowhere."""
    for stretch in side_by_side((*old, *new)):
        spreads = [NOTHING if spread is None else spread for spread in stretch.what]
        parts = [stretch.holding(None)] if stretch.is_point else uncrossed(stretch, spreads)
        for part in parts:
            before, after = spreads[: len(old)], spreads[len(old) :]
            yield part.holding((outermost(before, part.sample), outermost(after, part.sample)))


def _equal(span: Span) -> bool:
    old, new = span.what
    if span.low is not None and span.is_point:
        return old.at(span.low) == new.at(span.low)
    return old == new


def _common(last: Span, span: Span) -> Both | None:
    """Join two neighbours where both scores go on.

    What is equal never joins what differs: two lines may meet at the very end.
    """
    if _equal(last) != _equal(span):
        return None
    old, new = (common(mine, theirs, last, span) for mine, theirs in zip(last.what, span.what, strict=True))
    return None if old is None or new is None else (old, new)


def _region(span: Span, unit: Unit, told: Callable[[Score], str]) -> Region:
    old, new = (_ends(span, spread) for spread in span.what)
    text = f"{span_text(span, unit)} 由 {_told(old, told)}变为 {_told(new, told)}"
    return Region(span.low, span.high, span.low_included, span.high_included, old, new, text, unit=unit)


def _ends(span: Span, spread: Spread) -> tuple[Score | None, Score | None]:
    return (
        spread.at(span.low or Fraction(0)) if spread.is_level or span.low is not None else None,
        spread.at(span.high or Fraction(0)) if spread.is_level or span.high is not None else None,
    )


def _told(ends: tuple[Score | None, Score | None], told: Callable[[Score], str]) -> str:
    """Say the points of a region: one number, a range, or from where to where they go."""
    start, end = ends
    if start == end and start is not None:
        return told(start)
    if start is not None and end is not None:
        return f"{told(start)}（下端）至 {told(end)}（上端）"
    known, which = (start, "下端") if start is not None else (end, "上端")
    return f"{told(known)}（{which}）起逐渐变化的分数" if known is not None else "随数值变化的分数"


def score_text(score: Score) -> str:
    """Write points, or a range of them."""
    low, high = score
    return f"{points_text(low)} 分" if low == high else f"{points_text(low)}～{points_text(high)} 分"


def taken_text(score: Score) -> str:
    """Write points that are taken off, or a range of them."""
    low, high = score
    return "不扣分" if not low and not high else f"扣 {score_text((-high, -low))}"


def span_text(span: Span, unit: Unit) -> str:
    """Write the values of a region for people: (30%, 35%], 大于30%, 100%."""
    start, end = _written(span.low, unit), _written(span.high, unit)
    if span.low is None and span.high is None:
        return "任何数值"
    if span.low is None:
        return f"{'不大于' if span.high_included else '小于'} {end}"
    if span.high is None:
        return f"{'不小于' if span.low_included else '大于'} {start}"
    if span.is_point:
        return start
    return f"{'[' if span.low_included else '('}{start}, {end}{']' if span.high_included else ')'}"


def _written(value: Fraction | None, unit: Unit) -> str:
    return "" if value is None else amount_text(value, unit)


def amount_text(value: Fraction, unit: Unit) -> str:
    """Write a value, given in base units, in the unit that people know it by."""
    if unit.dimension.is_ratio:
        return f"{hundredfold_text(value)}%"
    return f"{shown_text(value / unit.factor, VALUE_DECIMALS)} {unit.name}".rstrip()
