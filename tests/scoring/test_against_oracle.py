"""The engine and a second, plain implementation score every sentence alike."""

from hypothesis import given, strategies as st

from jixiao.scoring.scale.said import At, Count, Level, Met, Value
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import Rule
from shared.sentences.standards import ways
from shared.sentences.strategies import ats, rated_rules, readings, value_rules
from shared.sentences.wording import NAME, write


def asked(rule: Rule, at) -> At:
    """Give what the engine's forms score."""
    if isinstance(at, frozenset):
        return Met(at)
    if isinstance(at, str):
        return Level(at)
    return Count(at) if isinstance(at, int) else Value(at)


def agree(data: st.DataObject, rule: Rule) -> None:
    """See that engine and oracle give the same scores for a sentence that means the rule."""
    sentence = data.draw(write(rule), label="sentence")
    standard = understand(sentence, NAME, rule.points)
    for at in data.draw(st.lists(ats(rule), min_size=3, max_size=6), label="values"):
        given_readings = data.draw(readings, label="口径")
        found = ways(standard, asked(rule, at), given_readings)
        assert {(one.outcome.low, one.outcome.high) for one in found} == rule.possible(at, given_readings)


@given(st.data(), value_rules)
def test_a_value_scores_what_the_sentence_means(data, rule):
    """A value scores the same by the engine and by plain arithmetic, under every 口径."""
    agree(data, rule)


@given(st.data(), rated_rules)
def test_a_finding_scores_what_the_sentence_means(data, rule):
    """Items met, breaches found and levels given score the same by the engine and by plain arithmetic."""
    agree(data, rule)
