"""Values that no band claims, in words, and the band beside them."""

from __future__ import annotations

from jixiao.analysis.lint.counted import occurs
from jixiao.analysis.lint.measured import Measured
from jixiao.curve.stretch import Stretch, cut_at, joined
from jixiao.language.standard import Interval
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.scale import Earned

Gap = Stretch[Earned]
"""Neighbouring values of which the sentence says nothing; None where they never end."""


def gaps(measured: Measured) -> tuple[Gap, ...]:
    """Give the gaps that leave the score open, each as long as it goes.

    Where both neighbours earn the same, what lies between them earns it too; with 否则 or
    其他 there is no gap.
    """
    stretches = cut_at(measured.stretches, measured.range.ends())
    occurring = [stretch for stretch in stretches if occurs(stretch, measured.unit)]
    whole = joined(occurring, lambda last, stretch: last.what if _is_gap(last) and _is_gap(stretch) else None)
    return tuple(stretch for stretch in whole if _is_gap(stretch))


def _is_gap(stretch: Gap) -> bool:
    return stretch.what.said.message == Message.GAP


def gap_text(measured: Measured, gap: Gap) -> str:
    """Say which values a gap holds: “79%与80%之间”, “正好90%”, “大于100%”."""
    low, high = (None if end is None else measured.value_text(end) for end in (gap.low, gap.high))
    if gap.low == gap.high and low is not None:
        return f"正好{low}"
    begins, ends = _closed_by(measured, gap)
    if begins and high is not None:
        return f"{'不超过' if gap.high_included else '低于'}{high}"
    if ends and low is not None:
        return f"{'不低于' if gap.low_included else '大于'}{low}"
    marks = f"（{'含' if gap.low_included else '不含'}）", f"（{'含' if gap.high_included else '不含'}）"
    return f"{low}{marks[0]}与{high}{marks[1]}之间"


def _closed_by(measured: Measured, gap: Gap) -> tuple[bool, bool]:
    """Tell whether a gap goes on to the lowest and to the highest value that occurs."""
    within = measured.range
    begins = gap.low is None or (gap.low == within.low and gap.low_included)
    ends = gap.high is None or (gap.high == within.high and gap.high_included)
    return begins, ends


def is_at_end(measured: Measured, gap: Gap) -> bool:
    """Whether a gap lies beyond the first or the last band, rather than between two."""
    return any(_closed_by(measured, gap))


def beside(measured: Measured, gap: Gap) -> Interval:
    """Give the interval next to a gap; of two, the one that the sentence names later."""
    intervals = measured.intervals
    below = [(end.amount.base, interval) for interval in intervals if (end := interval.high) is not None]
    above = [(end.amount.base, interval) for interval in intervals if (end := interval.low) is not None]
    before = max((base for base, _ in below if gap.low is not None and base <= gap.low), default=None)
    after = min((base for base, _ in above if gap.high is not None and base >= gap.high), default=None)
    near = [interval for base, interval in below if base == before]
    near += [interval for base, interval in above if base == after]
    return max(near or intervals, key=lambda interval: interval.span.start)
