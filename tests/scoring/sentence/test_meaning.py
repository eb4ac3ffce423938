"""What a sentence means: what it asks for, the ways to read it, and which sentences mean the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.readings import DEFAULTS, values_of
from jixiao.scoring.scale.said import Count, Value, own
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import READINGS, Rule
from shared.sentences.examples import Example, examples
from shared.sentences.standards import meaning
from shared.sentences.strategies import any_rules, asked, ats, complete_readings, readings
from shared.sentences.wording import NAME, write

EXAMPLES = [one for one in examples() if not (one.refused or one.gap)]


def drawn_meaning(data: st.DataObject, rule: Rule, given_readings: dict[str, str]) -> Meaning:
    """Give the meaning of a sentence for a rule."""
    return meaning_of(understand(data.draw(write(rule), label="sentence"), NAME, rule.points), given_readings)


# ── What is asked ────────────────────────────────────────────────────────────────────────────────


@given(st.data(), any_rules, readings, complete_readings)
def test_a_reading_that_is_not_asked_for_changes_nothing(data, rule, given_readings, others) -> None:
    """Whatever else 口径 say, the sentence means the same, in the same ways."""
    found = drawn_meaning(data, rule, given_readings)
    foreign = {name: value for name, value in others.items() if name not in found.asks}
    again = meaning_of(found.standard, {**given_readings, **foreign})
    assert (again.ways, again.asks) == (found.ways, found.asks)


@given(st.data(), any_rules, readings)
def test_only_what_is_silent_and_has_no_usual_value_is_read_in_several_ways(
    data, rule, given_readings
) -> None:
    """Every way names what was chosen for it: asked for, not given, not settled, and each way another."""
    found = drawn_meaning(data, rule, given_readings)
    known = {*given_readings, *DEFAULTS, *dict(found.standard.settled)}
    chosen = [dict(way.chosen) for way in found.ways]
    assert all(set(one) <= set(found.asks) - known for one in chosen)
    assert len({tuple(one.items()) for one in chosen}) == len(chosen)
    assert all(value in values_of(name) for one in chosen for name, value in one.items())


@given(st.data(), any_rules, complete_readings)
def test_complete_readings_leave_one_way(data, rule, given_readings) -> None:
    [way] = drawn_meaning(data, rule, given_readings).ways
    assert way.chosen == ()


@given(st.data(), any_rules, complete_readings)
def test_what_changes_a_score_is_asked_for(data, rule, one) -> None:
    """By the oracle: where another reading of one 口径 scores otherwise, the sentence asks for it."""
    found = drawn_meaning(data, rule, {})
    at = data.draw(ats(rule))
    for name, given_values in READINGS.items():
        scores = {rule.score(at, {**one, name: value}) for value in given_values}
        assert len(scores) == 1 or name in found.asks


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_asks_for_nothing_that_its_words_settle(example: Example) -> None:
    """Each way of an example is read by its own choice, and together they are all there are."""
    found = example.meaning()
    settled = dict(example.standard().settled)
    assert not any(name in settled or name in example.reading for way in found.ways for name, _ in way.chosen)
    assert len({way.chosen for way in found.ways}) == len(found.ways)


# ── The same meaning ─────────────────────────────────────────────────────────────────────────────


@given(st.data(), any_rules, readings)
def test_a_sentence_means_what_it_means(data, rule, given_readings) -> None:
    """However it is worded, and so does its canonical text."""
    found = drawn_meaning(data, rule, given_readings)
    assert found.is_same(found)
    canonical = understand(found.standard.canonical(), NAME, rule.points)
    assert canonical == found.standard
    worded = replace(canonical, words=found.standard.words)
    assert found.is_same(meaning_of(worded, given_readings))


@given(st.data(), any_rules, readings, readings)
def test_what_is_called_the_same_scores_the_same(data, rule, one_reading, other_reading) -> None:
    """Read otherwise, a sentence is called the same only where no value scores otherwise."""
    found = drawn_meaning(data, rule, one_reading)
    again = meaning_of(found.standard, other_reading)
    assert found.is_same(again) == again.is_same(found)
    for at in data.draw(st.lists(ats(rule), min_size=2, max_size=6), label="values"):
        same = found.span(own(asked(at))) == again.span(own(asked(at)))
        assert same or not found.is_same(again)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("≥90%的，得5分；<90%的，得0分", "≥95%的，得5分；≥90%，<95%的，得5分；<90%的，得0分", True),
        ("≥90%的，得5分；<90%的，得0分", "≥90%，得满分；低于90%，不得分；低于30%，不得分", True),
        # where two pieces meet with the same score, it does not matter whose the number is
        ("达到100%得满分，未达到的按完成比例计分", "高于100%得满分，未达到的按完成比例计分", True),
        ("达到90%得满分，未达到的按完成比例计分", "高于90%得满分，未达到的按完成比例计分", False),
        # whether a goal is reached may also be said by whoever assesses
        ("≥90%的，得5分；<90%的，得0分", "达到90%的得满分，否则不得分", False),
        ("≥90%的，得5分；<90%的，得0分", "≥90%的，得5分；<90%的，得1分", False),
        ("≤100%得满分；每超过1%扣1分", "≤100%得满分；每超过2%扣2分", False),
        ("得分=预算控制率×预算控制率×5", "得分=预算控制率×预算控制率×5；低于60%不得分", False),
        ("好的得5分；差的得2分", "好的得5分；差的得1分", False),
        ("好的得5分；差的得2分", "好的得5分；差的得2分；没有任务的，得满分", False),
    ],
)
def test_which_sentences_mean_the_same(one: str, other: str, same: bool) -> None:
    """The same scores of all that can be said make the same meaning, by whatever form."""
    assert meaning(one).is_same(meaning(other)) is same


def test_examples_that_mean_the_same_score_the_same() -> None:
    """Of any two examples that are called the same, every value that one is tried at scores alike."""
    valued = [one for one in EXAMPLES if one.meaning().takes in ("value", "count")]
    meanings = [one.meaning() for one in valued]
    pairs = 0
    for place, found in enumerate(meanings):
        for other in meanings[place + 1 :]:
            if found.standard.points != other.standard.points or not found.is_same(other):
                continue
            pairs += 1
            for number in range(-2, 40):
                number_at = Fraction(number, 20)
                at = Value(number_at) if found.takes == "value" else Count(Fraction(abs(number)))
                assert found.span(own(at)) == other.span(own(at))
    assert pairs
