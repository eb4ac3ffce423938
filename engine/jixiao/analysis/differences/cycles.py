"""Regions that repeat step by step, told once: a changed step moves the points of every step below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.differences.regions import amount_text
from jixiao.dataclass import dataclass
from jixiao.model.difference import Region, Score
from jixiao.quantity import points_text

MAX_CYCLE = 4
"""Most regions of one step: what lies inside it and its bounds, before and after."""

MIN_TIMES = 3
"""A step that is met fewer times is told region by region."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """How one step differs from the one before: how far on it lies, and what is added to the points."""

    width: Fraction
    old: Score
    new: Score


def told_once(regions: Sequence[Region]) -> tuple[str, ...]:
    """Give a line for each region, or for several of them that are one step again and again."""
    return tuple(_lines(regions))


def _lines(regions: Sequence[Region]) -> Iterator[str]:
    place = 0
    while place < len(regions):
        cycle, count = _longest(regions[place:])
        if cycle:
            yield _told(regions[place : place + count], cycle)
            place += count
        else:
            yield regions[place].text
            place += 1


def _longest(regions: Sequence[Region]) -> tuple[int, int]:
    """Give of how many regions a step is made, and how many regions repeat it, from the first on; 0 where none do."""
    found = (0, 0)
    for cycle in range(1, min(MAX_CYCLE, len(regions) // MIN_TIMES) + 1):
        count = _repeated(regions, cycle)
        if count >= cycle * MIN_TIMES and count > found[1] and count > MIN_TIMES:
            found = cycle, count
    return found


def _repeated(regions: Sequence[Region], cycle: int) -> int:
    """Give how many regions, whole steps, follow each other by one shift."""
    shift = _shift(regions[0], regions[cycle])
    if shift is None or not _adjoin(regions[0], regions[1] if cycle > 1 else regions[cycle], shift.width):
        return 0
    count = cycle
    while count < len(regions) and _shift(regions[count - cycle], regions[count]) == shift:
        count += 1
    return count - count % cycle


def _adjoin(region: Region, following: Region, width: Fraction) -> bool:
    """Whether nothing that stays as it was lies between two regions; counts lie one apart."""
    if region.end is None or following.start is None:
        return False
    counted = region.start == region.end and following.start == following.end
    return region.end == following.start or (counted and following.start - region.end == width)


def _shift(one: Region, other: Region) -> _Shift | None:
    """Give by what one region becomes another of the same shape; None where it does not."""
    shape, alike = ((it.start_included, it.end_included, it.choice, it.term) for it in (one, other))
    ends = one.start, one.end, other.start, other.end
    if shape != alike or None in ends:
        return None
    start, end, later_start, later_end = (Fraction(each or 0) for each in ends)
    if end - start != later_end - later_start or later_start <= start:
        return None
    old, new = _moved(one.old, other.old), _moved(one.new, other.new)
    return None if old is None or new is None else _Shift(later_start - start, old, new)


def _moved(
    before: tuple[Score | None, Score | None], after: tuple[Score | None, Score | None]
) -> Score | None:
    """Give what is added to level points; None where they are not level."""
    one, other = before[0], after[0]
    if one is None or other is None or before[1] != one or after[1] != other:
        return None
    return other[0] - one[0], other[1] - one[1]


def _told(regions: Sequence[Region], cycle: int) -> str:
    """Say the step once: from where to where, by how much each side goes on, and how it begins."""
    shift = _shift(regions[0], regions[cycle])
    assert shift is not None
    start, end, unit = regions[0].start, regions[-1].end, regions[0].unit
    assert start is not None
    assert end is not None
    named = f"“{regions[0].term}”" if regions[0].term else ""
    span = f"{amount_text(start, unit)} 到 {amount_text(end, unit)}"
    steps = f"每步 {amount_text(shift.width, unit)}，共 {len(regions) // cycle} 步"
    begin = "，".join(region.text.removeprefix(named) for region in regions[:cycle])
    old, new = (_onward(each, word) for each, word in ((shift.old, "原来"), (shift.new, "现在")))
    return f"{named}{span}，{steps}：{begin}；以后每步{old}，{new}"


def _onward(moved: Score, word: str) -> str:
    """Say by how many points each step differs from the one before."""
    low, high = moved
    if not low and not high:
        return f"{word}不变"
    if low == high:
        return f"{word}再{'少' if low < 0 else '多'} {points_text(abs(low))} 分"
    return f"{word}最低分{_by(low)}、最高分{_by(high)}"


def _by(points: Fraction) -> str:
    return f"再{'少' if points < 0 else '多'} {points_text(abs(points))} 分" if points else "不变"
