"""One band of a sentence, and how bands lie side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from jixiao.dataclass import dataclass, field, replace
from jixiao.language.error import Overlap
from jixiao.language.formula import Expression
from jixiao.language.standard import Amount, End, Interval
from jixiao.quantity import PLAIN
from jixiao.scoring.forms.bands.stair import Stepped
from jixiao.scoring.words.intervals import OneSided, claim, open_outwards, overlap, up_to_next


@dataclass(frozen=True, slots=True)
class Band:
    """One interval and what it earns: points, or an expression of the value.

    `proportional`: 按比例计分, whose meaning 口径 按比例计分 decides.
    """

    interval: Interval
    said: Interval
    """The interval as its clause has it; `interval` may go on to where the next band begins."""
    points: Fraction
    expression: Expression | None = None
    proportional: bool = False
    interpolated: bool = False
    """Whether the sentence says how: on a straight line between its neighbours."""
    least: Fraction | None = None
    """The lowest points where the sentence gives a range (得4-5分), `points` being the highest."""
    stepped: Stepped | None = None
    """Where it goes in steps from its near end, which earns `points`."""
    clause: str = field(default="", compare=False)

    def ends(self) -> tuple[End, ...]:
        """Give the ends that there are, low first."""
        return self.interval.ends

    @property
    def is_number(self) -> bool:
        """Whether it is of one number only: =0得5分."""
        low, high = self.interval.low, self.interval.high
        return low is not None and high is not None and low.amount.base == high.amount.base


def _inside_others(bands: list[Band], value: Fraction) -> bool:
    """Whether a value lies within every wider band, at the end of none: =0得5分；≤5%得4分."""
    return all(end.amount.base != value for band in bands if not band.is_number for end in band.ends())


class Row:
    """Bands that share no more than their ends, ordered for looking up which ones claim a value."""

    __slots__ = ("_bands", "_lows")

    def __init__(self, bands: Sequence[Band]) -> None:
        self._bands = sorted(bands, key=lambda band: _start(band.interval))
        self._lows = [_start(band.interval) for band in self._bands]

    @property
    def outermost(self) -> tuple[Band, Band]:
        """The bands of the lowest and of the highest values."""
        return self._bands[0], self._bands[-1]

    def claimants(self, value: Fraction, statute: bool) -> list[Band]:
        """Give the bands with the strongest claim on a value."""
        claims = [(claim(band.interval, value, statute), band) for band in self._near(value)]
        strongest = max((strength for strength, _ in claims), default=0)
        equal = [band for strength, band in claims if strength == strongest and strength > 0]
        return [band for band in equal if band.is_number] or equal if _inside_others(equal, value) else equal

    def _near(self, value: Fraction) -> list[Band]:
        """Give the bands that begin no later than a value, back to the first that ends before it."""
        near: list[Band] = []
        for place in range(bisect_right(self._lows, (1, value)) - 1, -1, -1):
            band = self._bands[place]
            low, high = band.interval.low, band.interval.high
            near.append(band)
            if (
                high is not None
                and high.amount.base < value
                and (low is None or low.amount.base < high.amount.base)
            ):
                break
        return near[::-1]


def _start(interval: Interval) -> tuple[int, Fraction]:
    return (0, Fraction(0)) if interval.low is None else (1, interval.low.amount.base)


def in_one_unit(bands: list[Band]) -> list[Band]:
    """Give a bare 0 the unit of the counts beside it."""
    units = {end.amount.unit for band in bands for end in band.ends() if end.amount.unit != PLAIN}
    if len(units) != 1:
        return bands
    unit = units.pop()

    def with_unit(end: End | None) -> End | None:
        if end is None or end.amount.unit != PLAIN or end.amount.value != 0:
            return end
        return replace(end, amount=Amount(end.amount.value, unit))

    said = [
        replace(band.said, low=with_unit(band.said.low), high=with_unit(band.said.high)) for band in bands
    ]
    return [replace(band, interval=one, said=one) for band, one in zip(bands, said, strict=True)]


def side_by_side(bands: list[Band]) -> tuple[Band, ...]:
    """Let “90%以上…；80%以上…” mean 80 % up to 90 %, and refuse what overlaps otherwise."""
    ends = OneSided.of([band.interval for band in bands])
    bands = [replace(band, interval=open_outwards(band.interval, ends)) for band in bands]
    ends = OneSided.of([band.interval for band in bands])
    closed = [replace(band, interval=up_to_next(band.interval, ends)) for band in bands]
    if _any_overlap(closed) or _any_twice(closed):
        _refuse_overlap(closed)
    return tuple(closed)


def _any_overlap(bands: list[Band]) -> bool:
    """Whether any two bands overlap: told from neighbours, once they stand in order."""
    reached: Band | None = None
    for band in sorted(bands, key=lambda band: _start(band.interval)):
        if reached is not None and overlap(reached.interval, band.interval):
            return True
        if reached is None or _ends_later(band.interval, reached.interval):
            reached = band
    return False


def _any_twice(bands: list[Band]) -> bool:
    """Whether two bands are of the same one number."""
    numbers = [band.interval.ends[0].amount.base for band in bands if band.is_number]
    return len(set(numbers)) < len(numbers)


def _ends_later(one: Interval, other: Interval) -> bool:
    if other.high is None:
        return False
    return one.high is None or one.high.amount.base >= other.high.amount.base


def _refuse_overlap(bands: list[Band]) -> None:
    for one, other in combinations(bands, 2):
        if overlap(one.interval, other.interval) or _any_twice([one, other]):
            span = other.interval.span
            raise Overlap.at(f"“{one.clause}”与“{other.clause}”的区间重叠", span)
