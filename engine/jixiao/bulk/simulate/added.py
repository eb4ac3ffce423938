"""Totals of rows side by side: whole units, and ratios beside them that are added up and rounded down once for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

from jixiao.bulk.frame import Points
from jixiao.bulk.program import Amount
from jixiao.bulk.totals import added_up
from jixiao.dataclass import dataclass, field

if TYPE_CHECKING:
    from jixiao.bulk.frame import Counts, Numbers

FINE = 10**6
"""Parts of a point in which ratios are summed up for a mean: it is off by less than one of them."""
SURELY = 2**62
Column = Callable[[str], "Numbers"]


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of some rows: units, of which so many are a point, and the ratios that are added to them, if any."""

    units: Numbers
    unit: int
    ratio: Points | None
    key: tuple[Amount, ...]
    """Which ratios they are; the same in many variants."""

    def at(self, row: int) -> Fraction:
        """Give the total of one row."""
        whole = Fraction(int(self.units[row]), self.unit)
        return whole if self.ratio is None else whole + at(self.ratio, row)


@dataclass(slots=True)
class Ratios:
    """The ratios of some rows, each worked out once."""

    column: Column
    alike: Mapping[Amount, Amount]
    """Ratios that are the same as others in all rows."""
    summed: dict[tuple[Amount, ...], Points] = field(default_factory=dict)
    floors: dict[tuple[tuple[Amount, ...], int], Numbers] = field(default_factory=dict)

    def totals(self, amounts: tuple[Amount, ...], unit: int, column: Column) -> Totals:
        """Give the totals that amounts add up to."""
        whole = [column(one.above) for one in amounts if not one.below]
        units = whole[0] if len(whole) == 1 else np.add.reduce(whole)
        key = tuple(self.alike.get(one, one) for one in amounts if one.below)
        return Totals(units, unit, self.sum(key) if key else None, key)

    def sum(self, key: tuple[Amount, ...]) -> Points:
        """Give the sum of ratios."""
        if key not in self.summed:
            self.summed[key] = added_up(
                [Points(self.column(one.above), self.column(one.below)) for one in key]
            )
        return self.summed[key]

    def floor(self, key: tuple[Amount, ...], parts: int) -> Numbers:
        """Give the whole parts of a point in a sum of ratios, rounded down."""
        if (key, parts) not in self.floors:
            one = self.sum(key)
            self.floors[key, parts] = floored(np.asarray(one.above), np.asarray(one.below), parts)
        return self.floors[key, parts]

    def parts_of(self, totals: Totals, parts: int) -> Numbers:
        """Give the whole parts of a point in totals, rounded down."""
        if totals.ratio is None:
            return _counted(totals.units, totals.unit, parts)
        if parts % totals.unit == 0:
            return totals.units * (parts // totals.unit) + self.floor(totals.key, parts)
        above, below = (np.asarray(one).astype(object) for one in (totals.ratio.above, totals.ratio.below))
        found = (totals.units * below + above * totals.unit) * parts // (totals.unit * below)
        return np.asarray(found, np.int64)


def _counted(units: Numbers, unit: int, parts: int) -> Numbers:
    if parts == unit:
        return units
    return units * (parts // unit) if parts % unit == 0 else units * parts // unit


def floored(above: Counts, below: Counts, parts: int) -> Numbers:
    """Give the whole parts in ratios, rounded down, also where 64 bits end on the way."""
    whole = above // below
    rest = above - whole * below
    if below.dtype == object or int(below.max(initial=1)) > SURELY // parts:
        rest, below = rest.astype(object), below.astype(object)
    return np.asarray(whole * parts + rest * parts // below, np.int64)


def at(points: Points, row: int) -> Fraction:
    """Give the points of one row."""
    below = np.asarray(points.below)
    return Fraction(int(points.above[row]), int(below if below.ndim == 0 else below[row]))


@dataclass(frozen=True, slots=True)
class Compared:
    """By how much rows rise from one total to another: `change` in parts of a point, of which there are `per`.

    Which rows rise and which fall (`sign`) is exact; `change` is where both have the same ratios.
    """

    sign: Numbers
    change: Numbers
    per: int


def compared(new: Totals, old: Totals, ratios: Ratios) -> Compared:
    """Compare the totals of rows."""
    if new.key == old.key:
        per = lcm(new.unit, old.unit)
        change = new.units * (per // new.unit) - old.units * (per // old.unit)
        return Compared(change, change, per)
    left, right = (_as_ratio(one) for one in (new, old))
    sign = np.sign(left[0] * right[1] - right[0] * left[1]).astype(np.int64)
    return Compared(sign, ratios.parts_of(new, FINE) - ratios.parts_of(old, FINE), FINE)


def _as_ratio(totals: Totals) -> tuple[Counts, Counts]:
    units = totals.units.astype(object)
    if totals.ratio is None:
        return units, np.asarray(totals.unit)
    above, below = (np.asarray(one).astype(object) for one in (totals.ratio.above, totals.ratio.below))
    return units * below + above * totals.unit, below * totals.unit
