"""Rounding lives in one place: check, standard and test give the same score for the same value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.portraits.answer import answer
from jixiao.analysis.portraits.at_score import score_at
from jixiao.analysis.trials import figures
from jixiao.analysis.trials.examples import try_example
from jixiao.model.answer import AtScore
from jixiao.model.ruleset import LEFT_OUT, Example, Ruleset, Text
from jixiao.scoring.evaluate import evaluate_case
from jixiao.scoring.program.program import compile_ruleset
from shared.cases.strategies import HERE, case_of, printable, ruleset_of, table_readings
from shared.oracle.cases import Facts, Judged, Row, Said, Table
from shared.oracle.scores import Rule
from shared.sentences.strategies import FACTORS, VALUE_FORMS, full_marks, rules, values
from shared.sentences.wording import NAME, decimal, write

LINE = "得分=指标值×4.5，最高不超过4.5分。没有此项任务的，得满分。"


@pytest.mark.parametrize("at", ["100%", "120%", "没有此项任务"])
@pytest.mark.parametrize("rounding", ["四舍五入", "进一"])
def test_no_score_is_rounded_above_full_marks(at: str, rounding: str) -> None:
    """4.5 of 4.5 points with 得分小数位 0 stays 4.5, as check has it."""
    readings = {"得分小数位": "0", "舍入": rounding}
    [scored] = answer(LINE, Fraction("4.5"), "", readings, (at,)).scores
    assert (scored.low, scored.high) == (Fraction("4.5"), Fraction("4.5"))
    assert "按口径" not in scored.ways[0].explanation


def test_full_marks_by_a_fact_are_rounded_like_any_score() -> None:
    """What check rounds down, standard rounds down, and says so."""
    [scored] = answer(
        LINE, Fraction("4.5"), "", {"得分小数位": "0", "舍入": "去尾"}, ("没有此项任务",)
    ).scores
    assert (scored.low, scored.high) == (4, 4)
    assert "4.5分按口径去尾到0位小数，得4分" in scored.ways[0].explanation


rounding_readings = st.builds(
    lambda given_readings, places: {**given_readings, "得分小数位": places},
    table_readings,
    st.sampled_from(["0", "1"]),
)
"""口径 that round every score to no more decimals than full marks may have, and settle the rest or not."""


def table_of(rule: Rule, sentence: str, readings: dict[str, str]) -> tuple[Table, Ruleset]:
    """Give a table of one indicator that is valued by its sentence alone."""
    table = Table((Row(NAME, rule, True, readings=readings),), {}, (("优", rule.points), ("差", Fraction(0))))
    return table, ruleset_of(table, {NAME: sentence})


def passes(at: str, scored: AtScore, ruleset: Ruleset) -> bool:
    """Whether test accepts as an example what standard gave."""
    low, high = (Text(figures.rewritten("0.00", one), HERE) for one in (scored.low, scored.high))
    if scored.left_out:
        low = high = Text(LEFT_OUT, HERE)
    [rule] = compile_ruleset(ruleset).rules
    return try_example(
        Example(Text(at, HERE), low, low if low.text == high.text else high), rule, ruleset
    ).passed


@given(st.data(), rules(*VALUE_FORMS), rounding_readings)
def test_check_standard_and_test_give_the_same_score(data, rule, readings) -> None:
    """For any value, and for a fact that exempts, under any 口径 and rounding, to the last decimal."""
    table, ruleset = table_of(rule, data.draw(write(rule), label="sentence"), readings)
    [ready] = compile_ruleset(ruleset).rules
    drawn = [printable(value) for value in data.draw(st.lists(values(rule), min_size=3, max_size=4))]
    asked = [
        (f"{decimal(value / FACTORS[rule.unit])}{rule.unit}", Facts({NAME: (Said(value),)}))
        for value in drawn
    ]
    if rule.fact:
        asked.append((rule.fact, Facts(judged={NAME: (Judged(holds=True),)})))
    for at, facts in asked:
        [evaluation] = evaluate_case(case_of(table, facts), ruleset)
        [result] = evaluation.results
        scored = score_at(at, ready.meaning, ready.readings)
        assert (scored.error, scored.low, scored.high) == ("", result.low, result.high)
        assert passes(at, scored, ruleset)


@given(full_marks, rounding_readings)
def test_full_marks_are_never_exceeded(full, readings) -> None:
    """Whatever the points and the rounding, standard gives no more than full marks for a value of 100%."""
    [scored] = answer("按完成比例计分。", full, "完成率", readings, ("100%",)).scores
    assert scored.high <= full
