"""A standard as it is shown: curves and their hull, what is worth drawing, what is asked."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.analysis.portraits.sentence import portray
from jixiao.model.portrait import Portrait
from jixiao.model.term import Graph
from jixiao.quantity import find_unit
from jixiao.reports.draw.pieces import choice_points
from jixiao.scoring.scale.said import Count, Value, own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Example, examples

DRAWN = [
    one for one in examples()
    if not one.refused and not one.gap and one.standard().form.takes in ("value", "count")
    and one.meaning().bounds()[0] is not None
]  # fmt: skip
"""What goes on falling without end (可扣至负分) has no steps that can be listed, and is not drawn."""
OPEN = [one for one in DRAWN if one.standard().form.takes == "value"]


def portrait(sentence: str, points: int, name: str = "指标值", **readings: str) -> Portrait:
    return portray(meaning_of(understand(sentence, name, Fraction(points)), readings), name, readings)


def graph(sentence: str, points: int, name: str = "指标值", **readings: str) -> Graph:
    drawn = portrait(sentence, points, name, **readings).graph
    assert drawn is not None
    return drawn


def of(example: Example) -> Portrait:
    return portray(meaning_of(example.standard(), example.reading), example.name, example.reading)


# ── Curves ───────────────────────────────────────────────────────────────────────────────────────


@given(st.sampled_from(OPEN), st.fractions(-1, 3, max_denominator=400) | st.integers(-2, 60).map(Fraction))
def test_the_hull_is_the_lowest_and_highest_score_over_all_readings(
    example: Example, value: Fraction
) -> None:
    drawn = of(example).graph
    if drawn is None or not drawn.hull.straight:
        return
    (stretch,) = (one for one in drawn.hull.stretches if one.contains(value))
    found = [one.outcome for one in example.meaning().outcomes(own(Value(value)))]
    assert stretch.what.at(value) == (min(one.low for one in found), max(one.high for one in found))


@pytest.mark.parametrize("example", DRAWN, ids=str)
def test_what_is_drawn_lies_within_the_points_and_the_view(example: Example) -> None:
    drawn = of(example).graph
    assert drawn is not None
    left, right = drawn.view
    assert left < right
    for curve in (*drawn.curves, drawn.hull):
        for stretch in curve.stretches:
            start = left if stretch.low is None else max(stretch.low, left)
            end = right if stretch.high is None else min(stretch.high, right)
            for value in (start, end):
                low, high = stretch.what.at(value)
                assert drawn.bottom <= low <= high <= drawn.top


@pytest.mark.parametrize("example", DRAWN, ids=str)
def test_thresholds_are_in_the_view(example: Example) -> None:
    drawn = of(example).graph
    assert drawn is not None
    assert drawn.marks == tuple(sorted(drawn.marks))
    assert all(drawn.view[0] <= mark <= drawn.view[1] for mark in drawn.marks)


def test_readings_that_give_one_curve_are_one() -> None:
    """A step of ten per cent of 100 % is the same read either way."""
    drawn = graph("不超过100%的，得满分；每超过1个百分点，扣1分。", 5)
    assert [curve.reading for curve in drawn.curves] == [
        "不足一步：不计",
        "不足一步：按比例",
        "不足一步：按一步",
    ]
    settled = graph("不超过100%的，得满分；每超过1个百分点，扣1分。", 5, 不足一步="不计")
    assert [curve.reading for curve in settled.curves] == [""]


def test_a_curve_that_is_not_straight_is_drawn_by_chords_and_told_by_samples() -> None:
    drawn = graph("不超过100%的，得满分；未达到的，按完成比例计分。", 6)
    assert not drawn.hull.straight
    assert all(
        sample.low == sample.high == min(Fraction(6), 6 / sample.value)
        for sample in drawn.samples
        if sample.value
    )
    for value in (Fraction("1.1"), Fraction("1.3"), Fraction("1.49")):
        near = [one.what.high.at(value) for one in drawn.hull.stretches if one.contains(value)]
        assert abs(near[0] - 6 / value) < Fraction("0.01")


# ── View ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "left", "right"),
    [
        ("得分=指标值×10，最高不超过10分。", 0, Fraction("1.15")),  # nothing is earned below 0
        (
            "≤0的，得10分；大于0的，不得分。",
            Fraction("-0.05"),
            Fraction("0.05"),
        ),  # full marks are earned below 0
        ("≥80%的，得10分；低于80%的，不得分。", Fraction("0.6"), 1),
        ("0次的得10分；1-3次的得5分；4次及以上的不得分。", Fraction("-0.5"), Fraction("5.5")),
        ("不超过30天的，得10分；每超过10天，扣5分，不足一步的不计。", 0, Fraction("51.5")),
    ],
)
def test_the_view_is_the_thresholds_with_room_beside_them(
    sentence: str, left: Fraction, right: Fraction
) -> None:
    assert graph(sentence, 10).view == (left, right)


# ── What is asked, and what units ────────────────────────────────────────────────────────────────


def asked(drawn: Portrait) -> dict[str, tuple[str, str, bool]]:
    return {one.name: (one.value, one.source, one.matters) for one in drawn.asked}


def test_every_reading_says_where_its_value_comes_from() -> None:
    sentence = "不超过100%的，得满分；每超过5%，扣1分。"
    assert asked(portrait(sentence, 5)) == {
        "不足一步": ("", "open", True),
        "百分比步长": ("百分点", "default", False),
    }
    assert asked(portrait(sentence, 5, 不足一步="不计"))["不足一步"] == ("不计", "given", True)
    said = "不超过100%的，得满分；每超过5%，扣1分；不足一步的按一步计算。"
    assert asked(portrait(said, 5))["不足一步"] == ("按一步", "settled", True)


def test_a_default_that_makes_a_difference_is_marked() -> None:
    """5 % of 50 % is not five points of the ratio."""
    assert asked(portrait("不超过50%的，得满分；每超过5%，扣1分。", 5))["百分比步长"] == (
        "百分点",
        "default",
        True,
    )


@pytest.mark.parametrize(
    ("sentence", "name", "unit", "whole"),
    [
        ("≥90%的，得满分，否则不得分。", "指标值", "%", False),
        ("得分=预算执行率×10，最高不超过10分。", "预算执行率", "%", False),
        ("得分=指标值×10，最高不超过10分。", "指标值", "", False),
        ("0次的得10分；1次及以上的不得分。", "迟报", "次", True),
        ("不超过30天的，得10分；每超过10天，扣5分。", "时长", "天", False),
        ("每发现一例扣2分，扣完为止。", "指标值", "例", True),
    ],
)
def test_values_are_shown_in_the_unit_of_the_sentence(
    sentence: str, name: str, unit: str, whole: bool
) -> None:
    assert portrait(sentence, 10, name).unit == find_unit(unit)
    assert (graph(sentence, 10, name).unit, graph(sentence, 10, name).whole) == (find_unit(unit), whole)


# ── Ratings ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "points", "choices"),
    [
        (
            "充分：3分；一般：1.5分；没有：0分",
            3,
            [("充分", 3, 3), ("一般", Fraction("1.5"), Fraction("1.5")), ("没有", 0, 0)],
        ),
        ("①有制度，1分；②有效执行，1分。", 2, [("有制度", 1, 1), ("有效执行", 1, 1)]),
        ("资料齐全的得2分，不齐全的扣2分。", 2, [("是：资料齐全", 2, 2), ("否", 0, 0)]),
        ("组织到位的得6分；执行不力的酌情扣分。", 6, [("组织到位", 6, 6), ("执行不力", 0, 6)]),
    ],
)
def test_a_rating_has_choices_and_no_curve(sentence: str, points: int, choices: list) -> None:
    drawn = portrait(sentence, points)
    assert [(one.words, one.low, one.high) for one in drawn.choices] == choices
    assert drawn.graph is None


def test_an_end_of_a_range_that_is_a_neighbours_is_left_out() -> None:
    sentence = "达成的，按分值的100%-80%（含80%）计分；部分达成的，按分值的80%-60%（含60%）计分；未达成的，按分值的60%-0%计分。"
    assert [choice_points(one) for one in portrait(sentence, 50).choices] == [
        "40～50",
        "30～40（不含40）",
        "0～30（不含30）",
    ]


@given(st.sampled_from([one for one in DRAWN if one.standard().form.takes == "count"]), st.integers(0, 50))
def test_a_count_has_a_curve_of_single_values(example: Example, count: int) -> None:
    drawn = of(example).graph
    assert drawn is not None
    found = [one.outcome.high for one in example.meaning().outcomes(own(Count(Fraction(count))))]
    value = count * drawn.unit.factor
    assert [one.what.high.at(value) for one in drawn.hull.stretches if one.contains(value)] == found[:1]
