"""A standard as people are shown it: in canonical words, as pieces, as a curve."""

from __future__ import annotations

from jixiao.analysis.asks import asks_of
from jixiao.analysis.choices import choices_of
from jixiao.analysis.portraits.curves import bent_curves, samples_of, straight_curves
from jixiao.analysis.portraits.hull import hull_of
from jixiao.analysis.portraits.reading_words import ways_to_read
from jixiao.analysis.portraits.view import bent_view, view_of
from jixiao.model.curve import Curve
from jixiao.model.portrait import Asked, Exempted, Portrait, Sample, Source
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Dimension, Unit
from jixiao.scoring.intervals import write_interval
from jixiao.scoring.measure import PERCENT, is_whole, shown_unit, unit_of
from jixiao.scoring.readings import DEFAULTS, READINGS
from jixiao.scoring.rounding import rounding_of
from jixiao.scoring.standard import Standard
from jixiao.scoring.whole import whole_pieces

EFFECTS = {"full": "得满分", "leave-out": "剔除后折算为百分制"}
"""What an exemption does, as people read it."""


def portray(
    standard: Standard, name: str, readings: Readings, dimension: Dimension | None = None
) -> Portrait:
    """Give the portrait of a standard of an indicator of that name, read as 口径 says.

    `dimension` is that of the indicator's formula, where it has one.
    """
    unit = _unit(standard, name, dimension)
    whole = is_whole(unit_of(standard)) or _in_points(standard, readings)
    curves = straight_curves(standard, readings)
    samples: tuple[Sample, ...] = ()
    if curves is None:
        view = bent_view(standard, unit)
        curves = bent_curves(standard, readings, view)
        samples = samples_of(standard, readings, view)
    else:
        view = view_of(curves, unit, whole=whole)
    return Portrait(
        form=standard.form.code,
        takes=standard.form.takes,
        points=standard.points,
        canonical=standard.canonical(),
        unit=unit,
        whole=whole,
        asked=_asked(standard, readings, curves),
        guards=tuple(write_interval(guard.interval) for guard in standard.guards if not guard.full),
        facts=_facts(standard),
        floor=standard.floor,
        curves=curves,
        hull=hull_of(curves),
        view=(view.left, view.right),
        marks=view.marks,
        samples=samples,
        choices=choices_of(standard),
        rounding=_rounding(readings),
    )


def _unit(standard: Standard, name: str, dimension: Dimension | None) -> Unit:
    unit = shown_unit(standard, name)
    return PERCENT if unit == PLAIN and dimension is not None and dimension.is_ratio else unit


def _in_points(standard: Standard, readings: Readings) -> bool:
    """Whether a count's pieces are single numbers, so that nothing lies between them."""
    if standard.form.takes != "count":
        return False
    full, _ = next(ways_to_read(standard, readings))
    pieces = whole_pieces(standard, full)
    return any(piece.low is not None and piece.low == piece.high for piece in pieces)


def _facts(standard: Standard) -> tuple[Exempted, ...]:
    vetoes = tuple(Exempted(veto.fact, str(veto.effect)) for veto in standard.vetoes)
    return vetoes + tuple(Exempted(one.fact, EFFECTS[one.effect]) for one in standard.exemptions)


def _asked(standard: Standard, readings: Readings, curves: tuple[Curve, ...]) -> tuple[Asked, ...]:
    settled = dict(standard.settled)
    found = []
    for name in asks_of(standard):
        value, source = _decided(name, readings, settled)
        matters = source in ("given", "settled") or _matters(standard, readings, curves, name, value)
        found.append(Asked(name, READINGS[name], value, source, matters))
    return tuple(found)


def _decided(name: str, readings: Readings, settled: Readings) -> tuple[str, Source]:
    if name in settled:
        return settled[name], "settled"
    if name in readings:
        return readings[name], "given"
    return (DEFAULTS[name], "default") if name in DEFAULTS else ("", "open")


def _matters(
    standard: Standard, readings: Readings, curves: tuple[Curve, ...], name: str, value: str
) -> bool:
    """Whether a reading that 口径 leaves silent makes a difference to the score."""
    if not value:
        return len(curves) > 1
    others = (one for one in READINGS[name] if one not in (value, "报错"))
    return any(straight_curves(standard, {**readings, name: other}) != curves for other in others)


def _rounding(readings: Readings) -> str:
    places = readings.get("得分小数位")
    return "" if places is None else f"{rounding_of(readings)}到{places}位小数"
