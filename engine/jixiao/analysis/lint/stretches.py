"""Which bands claim which values: every stretch between their ends, none left out.

Between two neighbouring ends nothing changes, so one value of each stretch stands for all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from jixiao.analysis.lint.value_range import Range
from jixiao.curve.piece import between, inside
from jixiao.quantity import PLAIN, Unit
from jixiao.scoring.forms.bands.band import Band
from jixiao.scoring.forms.bands.bands import Bands
from jixiao.scoring.sentence.measure import is_whole, unit_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.words.intervals import claim

_MOSTLY_WHOLE = ("天", "工作日", "个月", "年", "岁")
"""Units that are counted whole in tables, though halves exist; taken as whole here."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One value, or those strictly between two, and the bands that claim them equally."""

    low: Fraction | None
    high: Fraction | None
    claimants: tuple[Band, ...]
    guarded: bool = False
    """Whether a guard (低于60%不得分) takes it, whatever the bands say."""

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high

    @property
    def sample(self) -> Fraction:
        """A value that stands for all of it."""
        return self.low if self.low is not None and self.is_point else inside(self.low, self.high)


def stretches_of(standard: Standard, within: Range, *, statute: bool) -> tuple[Stretch, ...]:
    """Give the stretches of bands on which values lie, in order; none for another form.

    `statute`: whether 以上 and 以下 include their number.
    """
    form = standard.form
    if not isinstance(form, Bands) or not form.bands:
        return ()
    guards = [guard.interval for guard in standard.guards if not guard.full]
    intervals = [*guards, *(band.interval for band in form.bands)]
    ends = {end.amount.base for one in intervals for end in (one.low, one.high) if end is not None}
    cuts = sorted({*ends, *within.ends()})
    unit = unit_of(standard)
    found = []
    for low, high in between(cuts):
        stretch = Stretch(low, high, ())
        if not within.holds(low, high) or not _occurs(stretch, unit):
            continue
        guarded = any(claim(guard, stretch.sample, statute) for guard in guards)
        found.append(Stretch(low, high, _claimants(form, stretch.sample, statute), guarded))
    return tuple(found)


def _claimants(form: Bands, value: Fraction, statute: bool) -> tuple[Band, ...]:
    claims = [(claim(band.interval, value, statute), band) for band in form.bands]
    strongest = max(strength for strength, _ in claims)
    return tuple(band for strength, band in claims if strength == strongest and strength > 0)


def _occurs(stretch: Stretch, unit: Unit) -> bool:
    """Whether a value of the unit can lie there: no whole number lies between 3次 and 4次."""
    if not is_counted(unit) or stretch.low is None or stretch.high is None:
        return True
    low, high = stretch.low / unit.factor, stretch.high / unit.factor
    return low.denominator == 1 if stretch.is_point else math.floor(low) + 1 < high


def is_counted(unit: Unit) -> bool:
    """Whether a sentence in this unit speaks of whole numbers."""
    return unit != PLAIN and (is_whole(unit) or unit.name in _MOSTLY_WHOLE)
