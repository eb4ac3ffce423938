"""A standard as people are shown it: in canonical words, as pieces, as a curve."""

from __future__ import annotations

from fractions import Fraction

from jixiao.analysis.portraits.choices import choices_of
from jixiao.analysis.portraits.curves import bent_curves, samples_of, straight_curves
from jixiao.analysis.portraits.view import bent_view, view_of
from jixiao.curve.curve import Curve, hull_of
from jixiao.model.portrait import Asked, Exempted, Portrait, Sample, Source
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Dimension, Unit
from jixiao.scoring.scale.readings import DEFAULTS, READINGS, Reading, values_of
from jixiao.scoring.scale.rounding import rounding_of
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.measure import is_whole, shown_unit, unit_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.words.amounts import PERCENT
from jixiao.scoring.words.intervals import write_interval

EFFECTS = {"full": "得满分", "leave-out": "剔除后折算为百分制"}
"""What an exemption does, as people read it."""


def portray(meaning: Meaning, name: str, readings: Readings, dimension: Dimension | None = None) -> Portrait:
    """Give the portrait of a sentence of an indicator of that name, read as 口径 says.

    `dimension` is that of the indicator's formula, where it has one.
    """
    standard = meaning.standard
    unit = _unit(standard, name, dimension)
    whole = is_whole(unit_of(standard)) or meaning.terms[0].whole
    curves = straight_curves(meaning)
    samples: tuple[Sample, ...] = ()
    if curves is None:
        view = bent_view(meaning, unit)
        curves = bent_curves(meaning, view)
        samples = samples_of(meaning, view)
    else:
        view = view_of(curves, unit, whole=whole)
    return Portrait(
        form=standard.form.code,
        form_name=standard.form.title,
        takes=standard.form.takes,
        points=standard.points,
        canonical=standard.canonical(),
        unit=unit,
        whole=whole,
        asked=_asked(meaning, readings, curves),
        guards=tuple(write_interval(guard.interval) for guard in standard.guards if not guard.full),
        facts=_facts(standard),
        floor=_lowest(meaning),
        spills=standard.bounds.clause,
        curves=curves,
        hull=hull_of(curves),
        view=(view.left, view.right),
        marks=view.marks,
        samples=samples,
        choices=choices_of(meaning),
        rounding=_rounding(readings),
    )


def _lowest(meaning: Meaning) -> Fraction | None:
    """Give where deductions end; facts and values that leave less than nothing included."""
    floor, low = meaning.standard.floor, meaning.bounds()[0]
    return None if floor is None or low is None else min(floor, low)


def _unit(standard: Standard, name: str, dimension: Dimension | None) -> Unit:
    unit = shown_unit(standard, name)
    return PERCENT if unit == PLAIN and dimension is not None and dimension.is_ratio else unit


def _facts(standard: Standard) -> tuple[Exempted, ...]:
    vetoes = tuple(Exempted(veto.fact, str(veto.effect)) for veto in standard.vetoes)
    return vetoes + tuple(Exempted(one.fact, EFFECTS[one.effect]) for one in standard.exemptions)


def _asked(meaning: Meaning, readings: Readings, curves: tuple[Curve, ...]) -> tuple[Asked, ...]:
    settled = dict(meaning.standard.settled)
    asked = []
    for name in meaning.asks:
        value, source = _decided(name, readings, settled)
        matters = source in ("given", "settled") or _matters(meaning, readings, curves, name, value)
        asked.append(Asked(name, READINGS[name], value, source, matters))
    return tuple(asked)


def _decided(name: str, readings: Readings, settled: Readings) -> tuple[str, Source]:
    if name in settled:
        return settled[name], "settled"
    if name in readings:
        return readings[name], "given"
    return (DEFAULTS[name], "default") if name in DEFAULTS else ("", "open")


def _matters(meaning: Meaning, readings: Readings, curves: tuple[Curve, ...], name: str, value: str) -> bool:
    """Whether a reading that 口径 leaves silent makes a difference to the score."""
    if not value:
        return len(curves) > 1
    others = (other for other in values_of(name) if other != value)
    ways = (meaning_of(meaning.standard, {**readings, name: other}) for other in others)
    return any(straight_curves(way) != curves for way in ways)


def _rounding(readings: Readings) -> str:
    places = readings.get(Reading.DECIMALS)
    return "" if places is None else f"{rounding_of(readings)}到{places}位小数"
