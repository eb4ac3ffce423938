"""A sentence as the small rules that it adds up, and what it asks for."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.portraits.sentence import portray
from jixiao.model.portrait import Portrait
from jixiao.model.term import Graph, TermKind, Unsaid
from jixiao.scoring.scale.said import Count, Takes, Value
from jixiao.scoring.sentence.at import read_at
from shared.sentences.examples import examples
from shared.sentences.several import AWARDS, BULLETINS, DUTY, LEDGERS, POSTS, RATE, RATES, SENTENCES, meant

ONE_RULE = [one for one in examples() if not one.refused and not one.gap and one.form != "sum"]


def portrait(sentence: tuple[str, int, str]) -> Portrait:
    return portray(meant(sentence), sentence[0], {})


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            BULLETINS,
            [
                ("得分项", "按时报送简报的得2分", "按时报送简报", "得2分"),
                ("计数", "每迟报一天扣0.5分", "迟报", "每1天扣0.5分"),
                ("得分项", "内容准确的得3分", "内容准确", "得3分"),
                ("计数", "每发现一处差错扣1分", "差错", "每1处扣1分，最多扣2分"),
            ],
        ),
        (
            LEDGERS,
            [
                ("基础分", "", "", "先计3分"),
                ("扣分情形", "无登记台账的扣0.5分", "无登记台账", "扣0.5分"),
                ("计数", "签字不全的，每处扣0.2分", "签字不全", "每1处扣0.2分"),
                ("否决情形", "弄虚作假的，该项不得分", "弄虚作假", "整个指标不得分"),
            ],
        ),
        (
            AWARDS,
            [
                (
                    "奖项",
                    "获国家级表彰的得4分，省级表彰的得2分，市级表彰的得1分",
                    "获国家级表彰等档次",
                    "获国家级表彰4分，省级表彰2分，市级表彰1分，无0分；有几个的按最高的计",
                )
            ],
        ),
        (
            DUTY,
            [
                ("得分项", "制定值班表的得2分", "制定值班表", "得2分；否则得0～2分，由评定人定"),
                ("得分项", "落实值班制度的得2分", "落实值班制度", "得2分；否则得0～2分，由评定人定"),
                ("酌情扣分", "存在脱岗情况的，酌情扣分", "存在脱岗情况", "由评定人扣0～4分"),
            ],
        ),
        (
            POSTS,
            [
                ("得分项", "严格执行岗位设置规定（4分）", "严格执行岗位设置规定", "得4分"),
                (
                    "计数",
                    "存在超岗聘用情况的，发现一次扣1分",
                    "存在超岗聘用情况",
                    "每1次扣1分；3次起整个指标不得分",
                ),
            ],
        ),
    ],
)
def test_every_rule_says_what_it_takes_and_what_it_earns(
    sentence: tuple[str, int, str], told: list[tuple[str, str, str, str]]
) -> None:
    terms = portrait(sentence).terms
    assert [(one.kind.word, one.clause, one.input, one.effect) for one in terms] == told


def test_a_cap_is_what_a_rule_earns_or_takes_at_most() -> None:
    assert [one.cap for one in portrait(BULLETINS).terms] == [None, None, None, Fraction(2)]
    assert [one.cap for one in portrait(DUTY).terms] == [None, None, Fraction(4)]


def test_sections_hold_their_rules_between_bounds() -> None:
    sections = [one.section for one in portrait(BULLETINS).terms]
    assert [one and (one.place, one.low, one.high) for one in sections] == [
        (1, 0, 2), (1, 0, 2), (2, 0, 3), (2, 0, 3),
    ]  # fmt: skip
    assert {one.section for one in portrait(LEDGERS).terms} == {None}


def test_the_indicators_own_value_has_its_name_and_what_is_not_said_is_told() -> None:
    inputs = portrait(RATE).inputs
    assert [(one.name, one.takes, one.unit.name, one.unsaid) for one in inputs] == [
        ("抽检合格率", "value", "%", Unsaid.NEEDED),
        ("按期整改", "answer", "", Unsaid.MET),
        ("逾期", "count", "项", Unsaid.NOTHING),
    ]
    assert [(one.name, one.unit.name) for one in portrait(RATES).inputs] == [
        ("群众满意度", "%"),
        ("投诉办结率", "%"),
    ]


def test_facts_are_asked_for_too() -> None:
    inputs = portrait(("控制率", 5, "不超过100%的，得满分，否则不得分。没有预算的，得满分。")).inputs
    assert [(one.name, one.takes, one.unsaid) for one in inputs] == [
        ("控制率", "value", Unsaid.NEEDED),
        ("没有预算", "answer", Unsaid.NOTHING),
    ]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0])
def test_what_is_shown_as_an_example_can_be_written(sentence: tuple[str, int, str]) -> None:
    for one in portrait(sentence).inputs:
        example = re.sub("（序号.*", "", one.how).removeprefix("指标值，如 ")
        assert read_at(example, meant(sentence)), one
        for number in re.findall(r"序号 (\d+)", one.how):
            assert read_at(chr(ord("①") + int(number) - 1), meant(sentence)), one


@given(st.sampled_from(SENTENCES), st.integers(0, 30), st.fractions(0, 2, max_denominator=200))
def test_a_graph_is_what_its_rule_gives_by_itself(
    sentence: tuple[str, int, str], count: int, value: Fraction
) -> None:
    """What a rule takes by itself is bounded by what there is to take."""
    (way, *_) = meant(sentence, 不足一步="不计").ways
    drawn = portray(meant(sentence, 不足一步="不计"), sentence[0], {})
    for term, one in zip(way.terms, drawn.terms, strict=True):
        if one.graph is None:
            assert term.takes not in (Takes.VALUE, Takes.COUNT)
            continue
        at = value if term.takes == Takes.VALUE else Fraction(count)
        outcome = term.outcome(Value(at) if term.takes == Takes.VALUE else Count(at))
        least = -way.room_of(term)
        expected = least if outcome.decided else max(outcome.high, least)
        assert _at(one.graph, at) == (expected, expected)
        assert one.graph.bottom <= expected <= one.graph.top


def _at(graph: Graph, value: Fraction) -> tuple[Fraction, Fraction]:
    (stretch,) = (one for one in graph.hull.stretches if one.contains(value))
    return stretch.what.at(value)


@pytest.mark.parametrize("example", ONE_RULE, ids=str)
def test_a_sentence_that_is_one_rule_has_its_terms_too(example) -> None:
    drawn = portray(example.meaning(), example.name, example.reading)
    assert len(drawn.terms) in (1, 2)
    first, *besides = drawn.terms
    assert first.input == drawn.inputs[0].name == example.name
    assert first.graph == drawn.graph
    assert first.clause
    assert [one.kind for one in besides] in ([], [TermKind.COUNT])
