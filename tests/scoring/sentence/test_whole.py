"""A standard as pieces: they cover every value once, and say what scoring says."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from jixiao.curve.piece import Piece
from jixiao.scoring.sentence.whole import MAX_PIECES, whole_pieces

from jixiao.scoring.scale.said import Count, Value
from jixiao.scoring.scale.readings import complete
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Example, examples

VALUED = [
    one for one in examples() if not one.refused and not one.gap and one.standard().form.takes == "value"
]
COUNTED = [
    one for one in examples() if not one.refused and not one.gap and one.standard().form.takes == "count"
]


def curves(example: Example) -> list[tuple[Standard, dict[str, str], tuple[Piece, ...]]]:
    """Give the pieces under each complete set of readings, where they are straight."""
    standard = example.standard()
    found = [
        (standard, dict(full), whole_pieces(standard, full))
        for full, _ in complete(standard.form.asks, {**example.reading, **dict(standard.settled)})
    ]
    return [one for one in found if one[2]]


@pytest.mark.parametrize("example", VALUED, ids=str)
def test_pieces_cover_the_line_without_gap_or_overlap(example: Example) -> None:
    for _, _, pieces in curves(example):
        assert pieces[0].low is None
        assert pieces[-1].high is None
        for one, other in pairwise(pieces):
            assert one.high == other.low
            assert one.high_included != other.low_included


def agree(example: Example, value: Fraction) -> None:
    """See that the pieces give the score at a value, in every reading."""
    for standard, readings, pieces in curves(example):
        at = Count(value) if standard.form.takes == "count" else Value(value)
        (outcome,) = (one.outcome for one in standard.outcomes(at, readings))
        (piece,) = (one for one in pieces if one.contains(value))
        high = piece.points_at(value)
        assert (high - piece.spread, high) == (outcome.low, outcome.high), (readings, value)


@pytest.mark.parametrize("example", VALUED, ids=str)
def test_pieces_say_what_scoring_says_where_they_meet(example: Example) -> None:
    ends = {end for _, _, pieces in curves(example) for one in pieces for end in (one.low, one.high)}
    for end in sorted(one for one in ends if one is not None):
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
    readings, _ = next(complete(standard.form.asks, {}))
    assert [(one.low, one.high, one.slope) for one in whole_pieces(standard, readings)] == [
        (None, Fraction("0.6"), 0),
        (Fraction("0.6"), 1, 8),
        (1, None, 0),
    ]


def test_more_pieces_than_are_of_use_are_not_formed() -> None:
    """每超过1%扣0.000001分 would fill the memory."""
    standard = understand("不超过100%的，得满分；每超过1%，扣0.000001分。", "率", Fraction(100))
    for readings, _ in complete(standard.form.asks, {}):
        assert len(whole_pieces(standard, readings)) <= MAX_PIECES
