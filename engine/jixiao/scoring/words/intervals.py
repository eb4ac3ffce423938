"""Intervals of a sentence: what lies in them, in words, and written back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from jixiao.dataclass import dataclass, replace
from jixiao.language.standard import End, Interval
from jixiao.scoring.words.amounts import amount_text, value_text


def base_of(end: End | None) -> Fraction:
    """Give an end's value in base units; INVARIANT: there is one."""
    assert end is not None
    return end.amount.base


def claim(interval: Interval, value: Fraction, statute: bool) -> int:
    """Tell how strongly an interval claims a value: 0 not, 1 by an unmarked end, 2 outright.

    `statute`: whether 以上, 以下 and 以内 include their number.
    """
    low, high = interval.low, interval.high
    if low and high and low.amount.base == high.amount.base:
        return 2 if value == low.amount.base else 0
    strength = 2
    for end, beyond in ((low, -1), (high, 1)):
        if end is None:
            continue
        side = (value > end.amount.base) - (value < end.amount.base)
        if side == beyond:
            return 0
        if side == 0:
            included = end.included if statute or not end.by_statute else not end.included
            strength = min(strength, (2 if end.outright else 1) if included else 0)
    return strength


def interval_text(interval: Interval, value: Fraction) -> str:
    """Say where a value lies: “大于30%”, “在10%至20%之间”."""
    low, high = interval.low, interval.high
    if low and high:
        if low.amount.base == high.amount.base:
            return f"等于{value_text(value, low.amount.unit)}"
        return f"在{value_text(base_of(low), low.amount.unit)}至{value_text(base_of(high), high.amount.unit)}之间"
    if low:
        return f"{'不低于' if low.included else '大于'}{value_text(base_of(low), low.amount.unit)}"
    assert high is not None
    return f"{'不超过' if high.included else '低于'}{value_text(base_of(high), high.amount.unit)}"


def write_interval(interval: Interval) -> str:
    """Write an interval so that reading it gives the same ends."""
    low, high = interval.low, interval.high
    if low and high and low.amount.base == high.amount.base:
        return f"={amount_text(low.amount)}"
    if low and high and any(not end.outright and not end.by_statute for end in (low, high)):
        return f"{_marked(low)}-{_marked(high)}"
    parts = []
    if low:
        parts.append(_by_statute(low, "达到", "以上") if low.by_statute else write_end(low, "≥", ">"))
    if high:
        parts.append(_by_statute(high, "不超过", "以下") if high.by_statute else write_end(high, "≤", "<"))
    return "，".join(parts)


def _by_statute(end: End, outright: str, afterwards: str) -> str:
    """Write 80%以上, or 达到80%以上 where the number is claimed outright."""
    return f"{outright if end.outright else ''}{amount_text(end.amount)}{afterwards}"


def write_end(end: End, closed: str, opened: str) -> str:
    """Write a one-sided comparison with the sign for its end: ≥90% or >90%."""
    return f"{closed if end.included else opened}{amount_text(end.amount)}"


def _marked(end: End) -> str:
    mark = ("（含）" if end.included else "（不含）") if end.outright else ""
    return f"{amount_text(end.amount)}{mark}"


@dataclass(frozen=True, slots=True)
class OneSided:
    """Where the open-ended intervals of a sentence begin (≥, in order) and where they stop (≤)."""

    starts: tuple[End, ...]
    stops: tuple[End, ...]

    @classmethod
    def of(cls, intervals: Sequence[Interval]) -> OneSided:
        """Collect them."""
        starts = (one.low for one in intervals if one.low is not None and one.high is None)
        stops = (one.high for one in intervals if one.high is not None and one.low is None)
        return cls(tuple(sorted(starts, key=base_of)), tuple(sorted(stops, key=base_of)))


def open_outwards(interval: Interval, others: OneSided) -> Interval:
    """Let a best number among open-ended bands stand for all beyond it.

    “100%得3分，90%以上得2分”: more than 100 % is not worse than 100 %.
    """
    low, high = interval.low, interval.high
    if low is None or high is None or low.amount.base != high.amount.base:
        return interval
    here = low.amount.base
    above = not others.stops or base_of(others.stops[-1]) <= here
    if others.starts and here > base_of(others.starts[-1]) and above:
        return replace(interval, high=None)
    if others.stops and here < base_of(others.stops[0]) and not others.starts:
        return replace(interval, low=None)
    return interval


def up_to_next(interval: Interval, others: OneSided) -> Interval:
    """Close a one-sided interval where the next one of the same direction begins."""
    low, high = interval.low, interval.high
    if low is not None and high is None:
        place = bisect_right(others.starts, low.amount.base, key=base_of)
        return (
            replace(interval, high=_left_out(others.starts[place]))
            if place < len(others.starts)
            else interval
        )
    if high is not None and low is None:
        place = bisect_left(others.stops, high.amount.base, key=base_of)
        return replace(interval, low=_left_out(others.stops[place - 1])) if place else interval
    return interval


def _left_out(end: End) -> End:
    """Give the end as seen from the interval that stops there: what the other claims is not its own."""
    return replace(end, included=not end.included, outright=True)


def overlap(one: Interval, other: Interval) -> bool:
    """Whether the insides of two intervals share values; touching ends do not count."""
    lows = [end.amount.base for end in (one.low, other.low) if end is not None]
    highs = [end.amount.base for end in (one.high, other.high) if end is not None]
    return not lows or not highs or max(lows) < min(highs)
