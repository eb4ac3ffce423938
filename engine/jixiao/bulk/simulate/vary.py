"""A table with some of its texts written otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from jixiao.bulk.simulate import words
from jixiao.bulk.simulate.knobs import NUMBERS, Knob, KnobKind
from jixiao.bulk.simulate.spots import Spot
from jixiao.dataclass import dataclass, replace
from jixiao.kept.keeper import digest_of
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Refused
from jixiao.model.messages import Bounded, filled
from jixiao.model.ruleset import Indicator, Ruleset, Text
from jixiao.quantity import NumberError, parse_number, points_text
from jixiao.scoring.scale.readings import READINGS, SCORE_READINGS


@dataclass(frozen=True, slots=True)
class Turn:
    """One place of a table and what is to stand there: a number without its unit, or words."""

    knob: Knob
    text: str

    @property
    def number(self) -> Fraction:
        """The number that is to stand there."""
        return parse_number(self.text).value

    @property
    def shown(self) -> str:
        """What stands there then, with its unit."""
        return f"{self.text}{self.knob.unit}" if self.knob.kind is KnobKind.NUMBER else self.text


def turn(knob: Knob, text: str) -> Turn:
    """Make a change of one place; raises BadQuestion where that can't stand there."""
    text = text.strip()
    if knob.kind in NUMBERS:
        return Turn(knob, _number(knob, text))
    if knob.kind is KnobKind.READING:
        known = {**READINGS, **SCORE_READINGS}[knob.name]
        if text not in known:
            raise BadQuestion(
                filled(words.READING_VALUE, name=knob.name, value=text, known=Bounded("、".join(known)))
            )
    return Turn(knob, text)


def _number(knob: Knob, text: str) -> str:
    """Give the digits of a number, whose unit, where it says one, must be that of the place."""
    units = (knob.unit,) if knob.kind is KnobKind.NUMBER else ("分",)
    bare = next((text.removesuffix(one) for one in units if one and text.endswith(one)), text).strip()
    try:
        number = parse_number(bare)
    except NumberError:
        is_other = knob.kind is KnobKind.NUMBER and text[:1].isdecimal()
        message = words.OTHER_UNIT if is_other else words.NOT_A_NUMBER
        raise BadQuestion(filled(message, path=knob.path, text=text, unit=Bounded(knob.now))) from None
    if number.value < 0 or (number.value == 0 and knob.kind in (KnobKind.FULL, KnobKind.POINTS)):
        raise BadQuestion(filled(words.NOT_POSITIVE, path=Bounded(knob.path)))
    return bare


def varied(ruleset: Ruleset, turns: Iterable[Turn]) -> Ruleset:
    """Give the table with every change made; raises Refused for what no table can be.

    Where points change and 满分 does not, 满分 becomes what the points add up to. Sentences are made ready elsewhere.
    """
    every = tuple(turns)
    if not every:
        return ruleset
    by_indicator: dict[str, list[Turn]] = {}
    for one in every:
        by_indicator.setdefault(one.knob.indicator, []).append(one)
    changed = replace(
        _whole(ruleset, by_indicator.get("", ())),
        indicators=tuple(
            _indicator(one, by_indicator[one.name]) if one.name in by_indicator else one
            for one in ruleset.indicators
        ),
        digest=digest_of((ruleset.digest, *(f"{one.knob.path}={one.text}" for one in every))),
    )
    if not any(one.knob.kind is KnobKind.FULL for one in every):
        changed = replace(changed, full=changed.full + changed.points - ruleset.points)
    _refuse(changed)
    most = changed.most
    return replace(changed, indicators=tuple(replace(one, ground=most) for one in changed.indicators))


def _whole(ruleset: Ruleset, turns: Iterable[Turn]) -> Ruleset:
    """Give the table with what changes of it at large."""
    for one in turns:
        match one.knob.kind:
            case KnobKind.FULL:
                ruleset = replace(ruleset, full=one.number)
            case KnobKind.GRADE:
                ruleset = replace(
                    ruleset,
                    grades=tuple(
                        (name, one.number if name == one.knob.name else lowest)
                        for name, lowest in ruleset.grades
                    ),
                )
            case KnobKind.READING:
                ruleset = replace(ruleset, readings={**ruleset.readings, one.knob.name: one.text})
            case KnobKind.EARNED | KnobKind.LOST:
                kind = "earned" if one.knob.kind is KnobKind.EARNED else "lost"
                ruleset = replace(
                    ruleset,
                    limits=tuple(
                        replace(limit, points=one.number)
                        if (limit.kind, limit.block) == (kind, one.knob.name)
                        else limit
                        for limit in ruleset.limits
                    ),
                )
    return ruleset


def _indicator(indicator: Indicator, turns: Iterable[Turn]) -> Indicator:
    edits: dict[Spot, str] = {}
    changed = indicator
    for one in sorted(turns, key=lambda one: one.knob.kind is not KnobKind.POINTS):
        edits |= dict.fromkeys(one.knob.spots, one.text)
        changed = _PUT[one.knob.kind](changed, one)
    if edits:
        changed = replace(changed, standard=_written(changed.standard, edits))
    return changed


_PUT: Mapping[KnobKind, Callable[[Indicator, Turn], Indicator]] = {
    KnobKind.POINTS: lambda row, one: replace(row, points=one.number),
    KnobKind.NUMBER: lambda row, _: row,
    KnobKind.READING: lambda row, one: replace(row, readings={**row.readings, one.knob.name: one.text}),
    KnobKind.TARGET: lambda row, one: replace(row, target=_put(row.target, one.text)),
    KnobKind.FORMULA: lambda row, one: replace(row, formula=_put(row.formula, one.text)),
    KnobKind.STANDARD: lambda row, one: replace(row, standard=_put(row.standard, one.text) or row.standard),
}


def _put(written: Text | None, text: str) -> Text | None:
    return None if written is None else Text(text, written.place)


def _written(sentence: Text, edits: Mapping[Spot, str]) -> Text:
    text = sentence.text
    for spot in sorted(edits, key=lambda one: -one.start):
        text = text[: spot.start] + edits[spot] + text[spot.end :]
    return Text(text, sentence.place)


def _refuse(ruleset: Ruleset) -> None:
    """Refuse what the reader of a file would."""
    if any(lower >= upper for (_, upper), (_, lower) in pairwise(ruleset.grades)):
        told = Bounded("、".join(f"{name} {points_text(lowest)}" for name, lowest in ruleset.grades))
        raise Refused(Diagnostic(ruleset.place, filled(words.GRADE_ORDER, grades=told)))
    points = {one.name: one.points for one in ruleset.indicators}
    for choice in ruleset.choices:
        if len({points.get(name) for name in choice.indicators}) > 1:
            named = Bounded("、".join(choice.indicators))
            raise Refused(Diagnostic(choice.place, filled(words.SHARED_POINTS, names=named)))
