"""A standard as pieces: they cover every value once, and say what scoring says."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.pieces import MAX_PIECES
from jixiao.scoring.scale.said import Count, Value, own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Example, examples

VALUED = [
    one for one in examples() if not one.refused and not one.gap and one.standard().form.takes == "value"
]
COUNTED = [
    one for one in examples() if not one.refused and not one.gap and one.standard().form.takes == "count"
]


def straight(example: Example) -> list[Lowered]:
    """Give the sentence under each complete set of readings, where it is straight."""
    return [way for way in example.meaning().ways if way.pieces()]


@pytest.mark.parametrize("example", VALUED, ids=str)
def test_pieces_cover_the_line_without_gap_or_overlap(example: Example) -> None:
    for way in straight(example):
        pieces = way.pieces()
        assert pieces[0].low is None
        assert pieces[-1].high is None
        for one, other in pairwise(pieces):
            assert one.high == other.low
            assert one.high_included != other.low_included


def agree(example: Example, value: Fraction) -> None:
    """See that the pieces give the score at a value, in every reading."""
    for way in straight(example):
        at = Count(value) if example.meaning().takes == "count" else Value(value)
        number = value * way.own.unit.factor if isinstance(at, Count) and way.own.unit else value
        outcome = way.outcome(own(at))
        (piece,) = (one for one in way.pieces() if one.contains(number))
        assert piece.what.at(number) == (outcome.low, outcome.high), (way.chosen, value)


@pytest.mark.parametrize("example", VALUED, ids=str)
def test_pieces_say_what_scoring_says_where_they_meet(example: Example) -> None:
    ends = {end for way in straight(example) for one in way.pieces() for end in one.ends}
    for end in sorted(ends):
        for value in (end - Fraction(1, 10**6), end, end + Fraction(1, 10**6)):
            agree(example, value)


@given(
    st.sampled_from(VALUED), st.fractions(-2, 3, max_denominator=2000) | st.integers(-5, 200).map(Fraction)
)
def test_pieces_say_what_scoring_says_anywhere(example: Example, value: Fraction) -> None:
    agree(example, value)


@given(st.sampled_from(COUNTED), st.integers(0, 200).map(Fraction))
def test_pieces_of_counts_say_what_scoring_says(example: Example, count: Fraction) -> None:
    agree(example, count)


def test_a_guard_earns_nothing_inside_a_form() -> None:
    """Whatever the form gives there, and whatever the floor is."""
    standard = understand("按完成比例计算得分，低于60%不得分。", "完成率", Fraction(8))
    (way,) = meaning_of(standard, {}).ways
    assert [(one.low, one.high, one.what.high.slope) for one in way.pieces()] == [
        (None, Fraction("0.6"), 0),
        (Fraction("0.6"), 1, 8),
        (1, None, 0),
    ]


def test_more_pieces_than_are_of_use_are_not_formed() -> None:
    """每超过1%扣0.000001分 would fill the memory."""
    standard = understand("不超过100%的，得满分；每超过1%，扣0.000001分。", "率", Fraction(100))
    for way in meaning_of(standard, {}).ways:
        assert len(way.pieces()) <= MAX_PIECES
