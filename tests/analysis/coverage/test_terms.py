"""Every rule of a sentence has parts of its own, and what reaches them is its own number."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.coverage.measure import cover_table
from jixiao.model.coverage import IndicatorCoverage
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.scale.said import Answer, Count, Level, Taken, Takes, Value
from jixiao.scoring.scale.term import Term
from shared.cases.small import loaded
from shared.sentences.several import BULLETINS, LEDGERS, RATE, SENTENCES, meant


def covered(sentence: tuple[str, int, str], rating: str, data: str = "", **more: object) -> IndicatorCoverage:
    """Give the coverage of a sentence by one case."""
    name, points, text = sentence
    row = {"名称": name, "分值": str(points), "评分标准": text, **more}
    case = f"评定: {{{name}: {{评定人: 复核组, 依据: 核查记录, {rating}}}}}\n{data}"
    found, ruleset = loaded(json.dumps([row], ensure_ascii=False), case)
    program = compile_ruleset(ruleset)
    [one] = cover_table(program, run_program(found, program)).indicators
    return one


def reached(found: IndicatorCoverage) -> set[str]:
    return {str(one.part) for one in found.parts if one.cases}


def test_what_a_case_finds_reaches_the_rule_that_it_is_of() -> None:
    assert reached(covered(BULLETINS, "发现: {迟报: 1, 差错: 1}")) == {
        "“按时报送简报的得2分”：达到",
        "“每迟报一天扣0.5分”：有",
        "“内容准确的得3分”：达到",
        "“每发现一处差错扣1分”：有，扣一部分",
    }
    assert "“每发现一处差错扣1分”：有，扣完" in reached(covered(BULLETINS, "发现: {差错: 7}"))


def test_what_others_take_from_is_nothing_to_reach() -> None:
    parts = [str(one.part) for one in covered(LEDGERS, "发现: 无").parts]
    assert parts == [
        "“无登记台账的扣0.5分”：成立",
        "“签字不全的，每处扣0.2分”：没有发现",
        "“签字不全的，每处扣0.2分”：有",
        "“弄虚作假的，该项不得分”：成立",
    ]


def test_a_value_reaches_its_own_end_whatever_else_is_earned() -> None:
    data = "数据: {抽检合格率: {值: 60, 单位: '%', 出处: 报告 一}}"
    found = covered(RATE, "发现: 无", data)
    assert "“每低1个百分点扣0.5分”：扣完" in reached(found)
    assert "“每低1个百分点扣0.5分”：扣一部分" not in reached(found)
    assert [one.text for one in found.thresholds] == ["89%", "90%", "94%", "95%"]
    assert [one.below for one in found.thresholds] == [True, False, False, False]


def said(draw: st.DrawFn, term: Term):
    match term.takes:
        case Takes.COUNT:
            return Count(draw(st.integers(0, 30)))
        case Takes.VALUE:
            return Value(draw(st.fractions(0, 2, max_denominator=100)))
        case Takes.LEVEL:
            return Level(draw(st.sampled_from(term.options)).words)
        case Takes.DEDUCTION:
            return Taken(draw(st.sampled_from([0, 1, 2])))
        case _:
            return Answer(draw(st.booleans()))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0])
@given(st.data())
def test_whatever_is_found_reaches_parts_that_are_counted(
    sentence: tuple[str, int, str], data: st.DataObject
) -> None:
    meaning = meant(sentence)
    terms = [term for term in meaning.terms if not term.is_given]
    inputs = {term.name: data.draw(st.composite(said)(term)) for term in terms}
    parts = set(meaning.standard.parts())
    for one in meaning.outcomes(inputs):
        assert set(one.outcome.parts) <= parts
