"""Rounding a score: as 口径 says, and never above full marks."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, strategies as st

from jixiao.scoring.scale.readings import SCORE_READINGS, Reading
from jixiao.scoring.scale.rounding import rounded

fulls = st.fractions(1, 30, max_denominator=40)
places = st.sampled_from(SCORE_READINGS[Reading.DECIMALS])
ways = st.sampled_from(SCORE_READINGS[Reading.ROUNDING])


@given(fulls, st.fractions(0, 1, max_denominator=60), places, ways)
def test_a_rounded_score_lies_near_and_not_above_full_marks(
    full: Fraction, share: Fraction, decimals: str, way: str
) -> None:
    """It has no more decimals than asked for, unless it is full marks."""
    score, unit = full * share, Fraction(1, 10 ** int(decimals))
    found = rounded(score, full, {Reading.DECIMALS: decimals, Reading.ROUNDING: way})
    assert found <= full
    assert abs(found - score) < unit
    assert found == full or (found / unit).denominator == 1


@given(fulls, st.fractions(0, 1, max_denominator=60), ways)
def test_without_decimals_a_score_is_exact(full: Fraction, share: Fraction, way: str) -> None:
    assert rounded(full * share, full, {Reading.ROUNDING: way}) == full * share


@given(fulls, places, ways)
def test_full_marks_stay_full_marks_or_are_rounded_down(full: Fraction, decimals: str, way: str) -> None:
    """4.5 of 4.5 stays 4.5 but where it is cut off."""
    found = rounded(full, full, {Reading.DECIMALS: decimals, Reading.ROUNDING: way})
    assert found <= full
    assert way != "进一" or found == full
    assert way != "去尾" or found == full - full % Fraction(1, 10 ** int(decimals))
