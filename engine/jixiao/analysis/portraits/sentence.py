"""A standard as people are shown it: in canonical words, as pieces, as a curve."""

from __future__ import annotations

from fractions import Fraction

from jixiao.analysis.portraits.choices import choices_of
from jixiao.analysis.portraits.curves import straight_curves
from jixiao.analysis.portraits.graphs import graph_of
from jixiao.analysis.portraits.terms import inputs_of, terms_of
from jixiao.model.portrait import Asked, Exempted, Portrait, Source
from jixiao.model.ruleset import Readings
from jixiao.quantity import PLAIN, Dimension, Unit
from jixiao.scoring.scale.readings import DEFAULTS, READINGS, Reading, values_of
from jixiao.scoring.scale.rounding import rounding_of
from jixiao.scoring.scale.said import Takes
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
    measured = meaning.takes in (Takes.VALUE, Takes.COUNT)
    graph = graph_of(meaning, 0, unit, whole=whole) if measured else None
    return Portrait(
        form=standard.form.code,
        form_name=standard.form.title,
        takes=standard.form.takes,
        points=standard.points,
        canonical=standard.canonical(),
        unit=unit,
        asked=_asked(meaning, readings),
        guards=tuple(
            write_interval(guard.interval) for guard in standard.guards if not (guard.full or guard.left > 0)
        ),
        facts=_facts(standard),
        floor=_lowest(meaning),
        spills=standard.bounds.clause,
        graph=graph,
        choices=choices_of(meaning) if meaning.takes != Takes.SEVERAL else (),
        terms=terms_of(meaning, name, unit, graph),
        inputs=inputs_of(meaning, name, unit),
        remarks=tuple(map(str, standard.remarks)),
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
    vetoes = tuple(Exempted(veto.fact, veto.effect_text) for veto in standard.vetoes)
    return vetoes + tuple(Exempted(one.fact, EFFECTS[one.effect]) for one in standard.exemptions)


def _asked(meaning: Meaning, readings: Readings) -> tuple[Asked, ...]:
    settled = dict(meaning.standard.settled)
    asked = []
    for name in meaning.asks:
        value, source = _decided(name, readings, settled)
        matters = source in ("given", "settled") or _matters(meaning, readings, name, value)
        asked.append(Asked(name, READINGS[name], value, source, matters))
    return tuple(asked)


def _decided(name: str, readings: Readings, settled: Readings) -> tuple[str, Source]:
    if name in settled:
        return settled[name], "settled"
    if name in readings:
        return readings[name], "given"
    return (DEFAULTS[name], "default") if name in DEFAULTS else ("", "open")


def _matters(meaning: Meaning, readings: Readings, name: str, value: str) -> bool:
    """Whether a reading that 口径 leaves silent makes a difference to the score."""
    mine = _functions(meaning)
    if not value:
        return any(len(functions) > 1 for functions in mine)
    others = (other for other in values_of(name) if other != value)
    ways = (meaning_of(meaning.standard, {**readings, name: other}) for other in others)
    return any(_functions(way) != mine for way in ways)


def _functions(meaning: Meaning) -> list[tuple[object, ...]]:
    """Give of every term what it earns, once for each way to read the sentence that differs."""
    return [_functions_of(meaning, place) for place in range(len(meaning.terms))]


def _functions_of(meaning: Meaning, place: int) -> tuple[object, ...]:
    curves = straight_curves(meaning, place)
    return curves or tuple(dict.fromkeys(way.terms[place].essence for way in meaning.ways))


def _rounding(readings: Readings) -> str:
    places = readings.get(Reading.DECIMALS)
    return "" if places is None else f"{rounding_of(readings)}到{places}位小数"
