"""Which bands claim which values: every stretch between their ends, none left out.

Between two neighbouring ends nothing changes, so one value of each stretch stands for all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from jixiao.analysis.sentence import Sentence
from jixiao.analysis.value_range import Range
from jixiao.quantity import PLAIN, Unit
from jixiao.scoring.bands import Band, Bands
from jixiao.scoring.intervals import claim
from jixiao.scoring.measure import is_whole, unit_of
from jixiao.scoring.pieces import between, inside

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


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring stretches that no band claims; None where the gap never ends."""

    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool
    sample: Fraction


def stretches(sentence: Sentence, within: Range | None = None) -> tuple[Stretch, ...]:
    """Give the stretches of a sentence of bands on which values can occur, in order.

    `within`: the values to look at, instead of those that the indicator can take.
    """
    standard, within = sentence.standard, within or sentence.range
    if standard is None or not isinstance(standard.form, Bands) or not standard.form.bands:
        return ()
    form, statute = standard.form, sentence.ways[0][0]["以上以下含本数"] == "是"
    guards = [guard.interval for guard in standard.guards]
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


def gaps(sentence: Sentence) -> tuple[Gap, ...]:
    """Give the gaps that leave the score open, each as long as it goes.

    Where both neighbours earn the same, what lies between them earns it too; with 否则 or
    其他 there is no gap.
    """
    standard = sentence.standard
    if standard is None or not isinstance(standard.form, Bands) or standard.form.otherwise is not None:
        return ()
    found: list[Gap] = []
    last: Gap | None = None
    for stretch in stretches(sentence):
        if stretch.claimants or stretch.guarded:
            last = None
            continue
        if last is None:
            last = Gap(stretch.low, stretch.high, stretch.is_point, stretch.is_point, stretch.sample)
            found.append(last)
        else:
            sample = last.sample if not last.low_included or last.low != last.high else stretch.sample
            last = Gap(last.low, stretch.high, last.low_included, stretch.is_point, sample)
            found[-1] = last
    return tuple(found)


def gap_text(sentence: Sentence, gap: Gap) -> str:
    """Say which values a gap holds: “79%与80%之间”, “正好90%”, “大于100%”."""
    low, high = (None if end is None else sentence.value_text(end) for end in (gap.low, gap.high))
    if gap.low == gap.high and low is not None:
        return f"正好{low}"
    begins, ends = _closed_by(sentence, gap)
    if begins and high is not None:
        return f"{'不超过' if gap.high_included else '低于'}{high}"
    if ends and low is not None:
        return f"{'不低于' if gap.low_included else '大于'}{low}"
    marks = f"（{'含' if gap.low_included else '不含'}）", f"（{'含' if gap.high_included else '不含'}）"
    return f"{low}{marks[0]}与{high}{marks[1]}之间"


def _closed_by(sentence: Sentence, gap: Gap) -> tuple[bool, bool]:
    """Tell whether a gap goes on to the lowest and to the highest value that occurs."""
    within = sentence.range
    begins = gap.low is None or (gap.low == within.low and gap.low_included)
    ends = gap.high is None or (gap.high == within.high and gap.high_included)
    return begins, ends


def is_at_end(sentence: Sentence, gap: Gap) -> bool:
    """Whether a gap lies beyond the first or the last band, rather than between two."""
    return any(_closed_by(sentence, gap))


def beside(sentence: Sentence, gap: Gap) -> Band:
    """Give the band next to a gap; of two, the one that the sentence names later."""
    assert sentence.standard is not None
    form = sentence.standard.form
    assert isinstance(form, Bands)
    below = [(end.amount.base, band) for band in form.bands if (end := band.interval.high) is not None]
    above = [(end.amount.base, band) for band in form.bands if (end := band.interval.low) is not None]
    before = max((base for base, _ in below if gap.low is not None and base <= gap.low), default=None)
    after = min((base for base, _ in above if gap.high is not None and base >= gap.high), default=None)
    near = [band for base, band in below if base == before] + [band for base, band in above if base == after]
    return max(near or form.bands, key=lambda band: band.interval.span.start)
