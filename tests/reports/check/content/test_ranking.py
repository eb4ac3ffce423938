"""Places among scores that may be ranges."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st

from jixiao.reports.check.content.summary.ranking import place_text, places
from jixiao.reports.check.content.tree import numeral

spans = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda pair: tuple(map(Fraction, sorted(pair))))


@given(st.lists(spans, min_size=1, max_size=4))
def test_the_best_and_the_last_place_are_those_that_some_outcome_gives(drawn) -> None:
    """Every way in which the scores may turn out, at their ends, is tried."""
    outcomes = list(product(*drawn))
    for number, (best, last) in enumerate(places(drawn)):
        reached = {1 + sum(other > outcome[number] for other in outcome) for outcome in outcomes}
        assert (best, last) == (min(reached), max(reached))


@given(st.lists(st.integers(0, 5).map(Fraction), min_size=1))
def test_exact_scores_have_one_place_each_and_equal_ones_share_it(scores: list[Fraction]) -> None:
    found = places([(score, score) for score in scores])
    assert all(best == last for best, last in found)
    assert [best for best, _ in found] == [1 + sum(other > score for other in scores) for score in scores]


def test_places_in_words() -> None:
    assert (place_text(2, 2), place_text(1, 3)) == ("2", "1～3")


def test_heads_are_numbered_as_people_count() -> None:
    assert [numeral(number) for number in (1, 10, 11, 20, 21, 99, 100)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "九十九",
        "100",
    ]
