"""Scales: every value on just one stretch; held, mirrored and bounded as they say."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from jixiao.curve.stretch import Stretch
from jixiao.language.formula.calculate import Undefined
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.scale.scale import Scale, extremes, held, stretch_at, without_sign
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import Rule
from shared.sentences.examples import Example, examples
from shared.sentences.standards import meaning
from shared.sentences.strategies import VALUE_FORMS, bent_proportions, fractions, readings, rules, values
from shared.sentences.wording import NAME, write

value_rules = rules(*VALUE_FORMS, bent_proportions)
SCALED = [
    one for one in examples() if not (one.refused or one.gap) and one.meaning().terms[0].scale
]  # fmt: skip


@st.composite
def lowered(draw: st.DrawFn) -> tuple[Rule, Lowered]:
    """A rule, and a sentence for it under one of the ways to read it."""
    rule = draw(value_rules)
    standard = understand(draw(write(rule), label="sentence"), NAME, rule.points)
    return rule, draw(st.sampled_from(meaning_of(standard, draw(readings)).ways))


def covers_the_line(scale: Scale) -> None:
    """See that stretches follow each other from −∞ to +∞, and that each number between two has one of them."""
    assert (scale[0].low, scale[0].low_included) == (None, False)
    assert (scale[-1].high, scale[-1].high_included) == (None, False)
    for stretch, following in pairwise(scale):
        assert stretch.high == following.low is not None
        assert stretch.high_included != following.low_included
    for stretch in scale:
        assert stretch.low is None or stretch.high is None or stretch.low <= stretch.high
        assert not stretch.is_point or (stretch.low_included and stretch.high_included)


@given(lowered())
def test_every_value_lies_on_just_one_stretch(drawn: tuple[Rule, Lowered]) -> None:
    """Whatever stands around the form."""
    covers_the_line(drawn[1].own.scale)


@pytest.mark.parametrize("example", SCALED, ids=str)
def test_every_value_lies_on_just_one_stretch_of_an_example(example: Example) -> None:
    for way in example.meaning().ways:
        for term in way.terms:
            covers_the_line(term.scale) if term.scale else None


@given(st.data(), lowered())
def test_the_stretch_of_a_value_has_it(data: st.DataObject, drawn: tuple[Rule, Lowered]) -> None:
    rule, way = drawn
    value = data.draw(values(rule))
    assert [one for one in way.own.scale if one.contains(value)] == [stretch_at(way.own.scale, value)]


def points(scale: Scale, value: Fraction) -> Fraction | None:
    """Give what a scale earns at a value, held; None where a formula has no value there."""
    earned = stretch_at(scale, value).what
    exact = earned.earns.at(value)
    return None if isinstance(exact, Undefined) else earned.hold(exact)


@given(st.data(), lowered())
def test_a_mirrored_scale_is_the_scale_of_the_magnitude(
    data: st.DataObject, drawn: tuple[Rule, Lowered]
) -> None:
    """按绝对值计算: at −5% what is earned at 5%; turned once more nothing changes."""
    rule, way = drawn
    scale, turned = way.own.scale, without_sign(way.own.scale)
    covers_the_line(turned)
    for value in data.draw(st.lists(values(rule), min_size=2, max_size=5)):
        for signed in (value, -value):
            assert points(turned, signed) == points(scale, abs(value))
            assert points(without_sign(turned), signed) == points(turned, signed)


@given(st.data(), lowered(), st.fractions(0, 1, max_denominator=8))
def test_a_held_scale_stays_between_floor_and_cap(
    data: st.DataObject, drawn: tuple[Rule, Lowered], share: Fraction
) -> None:
    """Inside them it is the scale itself."""
    rule, way = drawn
    scale, floor = way.own.scale, rule.points * share
    for value in data.draw(st.lists(values(rule), min_size=2, max_size=5)):
        exact = stretch_at(scale, value).what.earns.at(value)
        if not isinstance(exact, Undefined):
            assert points(held(scale, floor, rule.points), value) == min(max(exact, floor), rule.points)


# ── Extremes ─────────────────────────────────────────────────────────────────────────────────────


@given(st.data(), lowered())
def test_no_score_lies_beyond_the_extremes(data: st.DataObject, drawn: tuple[Rule, Lowered]) -> None:
    rule, way = drawn
    low, high = way.extremes()
    for value in data.draw(st.lists(values(rule), min_size=2, max_size=5)):
        outcome = way.outcome(own(Value(value)))
        assert low <= outcome.low <= outcome.high <= high


def reached(way: Lowered) -> tuple[Fraction, Fraction]:
    """Give the lowest and the highest score that pieces reach, or come as near to as one likes."""
    spans = [piece.what.at(value) for piece in way.pieces() for value in (*piece.ends, piece.sample)]
    return min(low for low, _ in spans), max(high for _, high in spans)


@given(lowered())
def test_the_extremes_are_reached(drawn: tuple[Rule, Lowered]) -> None:
    """At a value, or at the end of a stretch that has all values up to it."""
    _, way = drawn
    if way.pieces():
        assert way.extremes() == reached(way)


@pytest.mark.parametrize("example", [one for one in SCALED if one.meaning().terms[0].choice is None], ids=str)
def test_the_extremes_of_an_example_are_reached(example: Example) -> None:
    for way in example.meaning().ways:
        if way.pieces():
            assert way.extremes() == reached(way)


def test_what_decides_reaches_below_the_floor() -> None:
    """扣完3分为止 ends what steps cost; 低于60%不得分 takes all."""
    [way] = meaning("100%计满分，每低于1%扣1分，扣完3分为止；低于60%不得分", {"不足一步": "不计"}).ways
    assert way.extremes() == (0, 5)
    assert extremes(way.own.scale, Fraction(2), Fraction(5)) == (0, 5)


@given(fractions(), lowered())
def test_a_single_value_of_a_scale_says_what_its_sample_does(
    value: Fraction, drawn: tuple[Rule, Lowered]
) -> None:
    """A stretch earns by one rule: its sample lies on it, and so does every value that it has."""
    stretch = stretch_at(drawn[1].own.scale, value)
    assert stretch.contains(stretch.sample)
    assert Stretch(value, value, True, True, None).sample == value
