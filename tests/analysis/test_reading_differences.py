"""A change of how sentences are read is a change of meaning just where a score changes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.differences.table import compare_tables
from jixiao.model.difference import IndicatorDifference
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import Value, own
from shared.cases.strategies import ruleset_of
from shared.oracle.cases import Row, Table
from shared.oracle.scores import Edge, Guard, Proportion, Rule as Meant
from shared.sentences.strategies import (
    LITTLE,
    VALUE_FORMS,
    bent_proportions,
    readings,
    rules,
    thresholds,
    values,
)
from shared.sentences.wording import NAME, write

TEN = Fraction(10)
SQUARE = "得分=预算控制率×预算控制率×10；60%以下不得分"
AT_60 = Guard(Edge(Fraction("0.6"), "statute"), below=True)
SQUARED = Meant(Proportion(TEN, Fraction(0), TEN, squared=True), AT_60)


def program(rule: Meant, sentence: str, given_readings: dict[str, str]) -> Program:
    """Make a table of one indicator ready to run."""
    grades = (("优", rule.points), ("差", Fraction(0)))
    table = Table((Row(NAME, rule, True, readings=given_readings),), {}, grades)
    return compile_ruleset(ruleset_of(table, {NAME: sentence}))


def compared(old: Program, new: Program) -> IndicatorDifference:
    [difference] = compare_tables(old, new).indicators
    return difference


def score_of(rule: Rule, value: Fraction) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest score at a value, as scoring has it."""
    outcomes = [way.outcome for way in rule.meaning.outcomes(own(Value(value)))]
    return min(one.low for one in outcomes), max(one.high for one in outcomes)


@pytest.mark.parametrize(("old", "new"), [("是", "否"), ("否", "是"), ("", "否")])
def test_a_guard_read_otherwise_is_a_change_of_meaning(old: str, new: str) -> None:
    """At 60% itself 0 points become 3.6: never 不变, though the bent formula cannot be compared in pieces."""
    before, after = (
        program(SQUARED, SQUARE, {"以上以下含本数": reading} if reading else {}) for reading in (old, new)
    )
    [old_rule], [new_rule] = before.rules, after.rules
    at = Fraction("0.6")
    assert {score_of(old_rule, at)[0], score_of(new_rule, at)[0]} == {Fraction(0), Fraction("3.6")}
    difference = compared(before, after)
    assert (difference.kind, difference.meaning_changed, difference.proven) == ("changed", True, False)
    assert f"口径“以上以下含本数”由{old or '是'}改为{new}" in difference.notes


def test_a_usual_reading_written_down_changes_nothing() -> None:
    """以上以下含本数 is 是 where nothing is said."""
    before, after = (program(SQUARED, SQUARE, given) for given in ({}, {"以上以下含本数": "是"}))
    assert (compared(before, after).kind, compared(before, after).proven) == ("same", True)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Meant, Meant]:
    """A rule, and the same rule or one whose guard claims its own number otherwise."""
    rule = draw(rules(*VALUE_FORMS, bent_proportions) | rules(bent_proportions))
    if rule.guard is None or draw(st.booleans()):
        return rule, rule
    edge = replace(rule.guard.edge, right=draw(st.sampled_from(["outright", "no", "statute"])))
    return rule, replace(rule, guard=replace(rule.guard, edge=edge))


@given(st.data(), changes(), readings, readings)
def test_what_diff_calls_unchanged_scores_the_same(data, meant, old_readings, new_readings) -> None:
    """Where diff sees no change of meaning, every end and what lies beside it scores alike on both sides."""
    sentences = [data.draw(write(rule), label="sentence") for rule in meant]
    before = program(meant[0], sentences[0], old_readings)
    after = program(meant[1], sentences[1], new_readings)
    [old_rule], [new_rule] = before.rules, after.rules
    ends = {end + beside for rule in meant for end in thresholds(rule) for beside in (-LITTLE, 0, LITTLE)}
    ends |= set(data.draw(st.lists(values(meant[0]), max_size=4), label="values"))
    alike = all(score_of(old_rule, end) == score_of(new_rule, end) for end in ends)
    difference = compared(before, after)
    assert alike or difference.meaning_changed
    for region in difference.regions:
        if region.start is not None and region.end is not None:
            inside = (region.start + region.end) / 2
            assert score_of(old_rule, inside) != score_of(new_rule, inside)


@given(st.data(), rules(*VALUE_FORMS, bent_proportions), readings)
def test_reading_a_sentence_as_is_usual_changes_nothing(data, rule, given_readings) -> None:
    """A table that writes down the usual readings means what it meant."""
    sentence = data.draw(write(rule), label="sentence")
    usual = {"百分比步长": "百分点", "以上以下含本数": "是", **given_readings}
    difference = compared(program(rule, sentence, given_readings), program(rule, sentence, usual))
    assert (difference.kind, difference.meaning_changed) == ("same", False)
