"""Values that no band claims, in words, and the band beside them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jixiao.analysis.lint.sentence import Sentence
from jixiao.scoring.forms.bands.band import Band
from jixiao.scoring.forms.bands.bands import Bands


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring stretches that no band claims; None where the gap never ends."""

    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool
    sample: Fraction


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
    for stretch in sentence.stretches:
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
