"""Terms that add up: what is chosen and counted, held between floor and full marks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.said import Answer, Count, Inputs, Level, Met, RatingError, Taken, own
from shared.sentences.examples import Example, examples
from shared.sentences.standards import meaning

CHOSEN = [
    one
    for one in examples()
    if not (one.refused or one.gap) and one.meaning().takes in ("level", "met", "answer", "deduction")
]
LIST = "①建立了制度，1分；②制度完整，2分；③有效执行，2分。每发现一例问题扣0.5分。"
BESIDE = "每发现一例"
MANY = 1_000
"""More cases than any floor is away."""


def choices(way: Lowered) -> Iterator[Inputs]:
    """Yield what an assessor may say, at the ends of each range."""
    options = way.own.options
    match way.own.takes:
        case "met":
            every = frozenset(range(1, len(options) + 1))
            for met in (frozenset[int](), every, *(every - {place} for place in every)):
                for count in (0, 1, MANY) if len(way.terms) > 1 else (0,):
                    beside = {term.name: Count(Fraction(count)) for term in way.terms[1:]}
                    yield {**own(Met(met)), **beside}
        case "level":
            for option in options:
                yield own(Level(option.words))
        case "answer":
            yield from (own(Answer(holds)) for holds in (True, False))
        case _:
            for option in options:
                ends = (option.low, option.high) if option.costs else (Fraction(0),)
                yield from (own(Taken(end)) for end in ends if end not in option.excluded)


@pytest.mark.parametrize("example", CHOSEN, ids=str)
def test_the_extremes_of_what_can_be_chosen_are_reached(example: Example) -> None:
    """No choice scores beyond them, and some choices score just them."""
    for way in example.meaning().ways:
        outcomes = [way.outcome(inputs) for inputs in choices(way)]
        low, high = min(one.low for one in outcomes), max(one.high for one in outcomes)
        assert way.extremes() == (low, high)


@pytest.mark.parametrize("example", CHOSEN, ids=str)
def test_the_ledger_of_what_is_chosen_adds_up(example: Example) -> None:
    """What is found when nothing is left to lose stays in it, with no points."""
    for way in example.meaning().ways:
        for outcome in (way.outcome(inputs) for inputs in choices(way)):
            assert example.points - sum(loss.points for loss in outcome.losses) == outcome.high
            assert all(loss.points >= 0 and str(loss.reason) for loss in outcome.losses)


@given(st.frozensets(st.integers(1, 3)), st.integers(0, 12))
def test_each_term_has_its_own_input(items: frozenset[int], count: int) -> None:
    """What is met earns, what is found costs, and together they do not go below nothing."""
    [way] = meaning(LIST).ways
    outcome = way.outcome({**own(Met(items)), BESIDE: Count(Fraction(count))})
    earned = sum(Fraction(points) for place, points in enumerate((1, 2, 2), 1) if place in items)
    assert outcome.low == outcome.high == max(earned - Fraction(count, 2), Fraction(0))
    assert 5 - sum(loss.points for loss in outcome.losses) == outcome.high


@given(st.frozensets(st.integers(1, 3)))
def test_what_is_not_named_was_not_found(items: frozenset[int]) -> None:
    [way] = meaning(LIST).ways
    said = own(Met(items))
    assert way.outcome(said) == way.outcome({**said, BESIDE: Count(Fraction(0))})


def test_the_sentences_own_input_must_be_said() -> None:
    [way] = meaning(LIST).ways
    with pytest.raises(RatingError, match="没有写要核算什么"):
        way.outcome({BESIDE: Count(Fraction(1))})
