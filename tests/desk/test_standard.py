"""One sentence: what it is asked with, and which readings do nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from jixiao.desk.standard import idle_readings, read_points, standard
from jixiao.model.diagnostic import BadQuestion

STEPS = "不超过100%的，得满分；每超过1%，扣1分。"


@pytest.mark.parametrize("points", [5, "5", " 5分", "５", Fraction(5), Decimal("5.0")])
def test_points_are_the_same_however_they_are_written(points) -> None:
    assert read_points(points) == 5


def test_a_third_stays_a_third() -> None:
    assert standard("大于90%的，得满分。", Fraction(1, 3)).understood.points == Fraction(1, 3)


@pytest.mark.parametrize(
    "points", [0, -1, "-1", "0分", "", "五五", True + 0.5, float("nan"), Decimal("Infinity")]
)
def test_what_is_no_points_is_refused(points) -> None:
    with pytest.raises(BadQuestion):
        read_points(points)


def test_values_are_a_text_a_number_or_several() -> None:
    for at in ("102%", ["102%"], Decimal("1.02"), [Fraction(102, 100)], ("1.02",)):
        [scored] = standard(STEPS, 5, at=at).scores
        assert scored.low == scored.high == 3


def test_readings_that_do_nothing_are_named() -> None:
    given = {"不足一步": "不计", "边界归属": "高分", "得分小数位": "2", "舍入": "去尾"}
    assert idle_readings(standard(STEPS, 5, readings=given), given) == ["边界归属"]
    del given["得分小数位"]
    assert idle_readings(standard(STEPS, 5, readings=given), given) == ["边界归属", "舍入"]
    assert idle_readings(standard("看着给分。", 5, readings=given), given) == []


def test_a_goal_that_the_sentence_does_not_say_may_be_given() -> None:
    sentence = "达到目标值得5分，每低于目标1个百分点扣1分。"
    found = standard(sentence, 5, "污水处理率", "93%", {"不足一步": "不计"}, "≥95%")
    assert (found.scores[0].low, found.scores[0].high) == (3, 3)
    assert "请在指标上写 目标" in standard(sentence, 5, "污水处理率").understood.message


@pytest.mark.parametrize("target", ["较好", "≥", "95%到"])
def test_what_is_no_goal_is_refused(target: str) -> None:
    with pytest.raises(BadQuestion, match="目标应是"):
        standard("达到目标值得5分，否则不得分。", 5, target=target)
