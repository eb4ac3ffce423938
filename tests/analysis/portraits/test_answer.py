"""What a sentence scores at values as people write them, under readings given or left open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.analysis.portraits.answer import answer
from jixiao.model.answer import Answer
from jixiao.model.portrait import Misread, Portrait
from shared.sentences.outside import needs_shared, shared_examples, title

STEPS = "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。"
CONTESTED = "100%：5分；90-100%：3分；70-90%：1分；70%以下：0分"


def ask(sentence: str, points: int, *ats: str, name: str = "", **readings: str) -> Answer:
    return answer(sentence, Fraction(points), name, readings, ats)


@needs_shared
@pytest.mark.parametrize("example", shared_examples(), ids=title)
def test_shared_examples_score_what_they_say(example: dict) -> None:
    """Every value gives exactly the points listed, or the sentence is refused as listed."""
    ats = example.get("at", {})
    given = answer(
        example["text"], Fraction(example["points"]), example["name"], example["reading"] or {}, list(ats)
    )
    if "error" in example:
        assert isinstance(given.understood, Misread)
        assert example["error"] in given.understood.message
        assert given.scores == ()
        return
    assert isinstance(given.understood, Portrait)
    assert given.understood.form == example["form"]
    for score, (at, wanted) in zip(given.scores, ats.items(), strict=True):
        low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
        assert (score.at, score.error, score.low, score.high) == (at, "", Fraction(low), Fraction(high))


def test_a_silent_reading_gives_a_range_that_names_its_readings() -> None:
    (score,) = ask(STEPS, 5, "100.9%").scores
    assert (score.low, score.high) == (Fraction("4.5"), 5)
    assert {way.reading: way.low for way in score.ways} == {
        "不足一步：不计": 5,
        "不足一步：按比例": Fraction("4.55"),
        "不足一步：按一步": Fraction("4.5"),
    }


def test_readings_that_agree_are_not_named() -> None:
    (score,) = ask(STEPS, 5, "103%").scores
    assert [(way.reading, way.low, way.high) for way in score.ways] == [
        ("", Fraction("3.5"), Fraction("3.5"))
    ]


@pytest.mark.parametrize(
    ("rounding", "score"),
    [("四舍五入", "4.97"), ("去尾", "4.97"), ("进一", "4.98"), ("四舍六入五成双", "4.97")],
)
def test_readings_round_the_score_and_say_so(rounding: str, score: str) -> None:
    given = ask("得分=执行率×10", 10, "49.71929825%", name="执行率", 得分小数位="2", 舍入=rounding)
    (way,) = given.scores[0].ways
    assert (way.low, way.high) == (Fraction(score), Fraction(score))
    assert f"按口径{rounding}到2位小数，得{score}分" in way.explanation


def test_readings_that_agree_once_rounded_are_one() -> None:
    (score,) = ask(STEPS, 5, "100.01%", 不足一步="按比例", 得分小数位="1").scores
    assert (score.low, score.high) == (5, 5)


def test_a_value_that_does_not_fit_has_an_error_and_the_others_a_score() -> None:
    given = ask("充分：3分；一般：1.5分；没有：0分", 3, "充分", "很好", "一般")
    assert [bool(one.error) for one in given.scores] == [False, True, False]
    assert "“很好”不是评分标准里的档次" in given.scores[1].error


def test_a_score_cut_to_its_bounds_is_said_once() -> None:
    found = answer("得分=指标值×10，最高不超过10分。", Fraction(10), "", {}, ("-3%", "120%"))
    assert [one.ways[0].explanation.partition("计得")[2] for one in found.scores] == [
        "0分（算得-0.3分，限于0至10分），扣10分。",
        "10分（算得12分，限于0至10分）。",
    ]


def test_a_level_with_a_range_takes_the_points_the_assessor_gives() -> None:
    sentence = "达成的，按分值的100%-80%（含80%）计分；部分达成的，按分值的80%-60%（含60%）计分；未达成的，按分值的60%-0%计分。"
    scores = ask(sentence, 50, "部分达成", "部分达成=35", "部分达成=45").scores
    assert (scores[0].low, scores[0].high) == (30, 40)
    assert (scores[1].low, scores[1].high) == (35, 35)
    assert "不在" in scores[2].error


def test_a_fact_decides_before_all_else() -> None:
    sentence = (
        "100%以下（含）计满分，每超出5%扣2分，扣完为止。没有楼堂馆所项目的，得满分。存在截留的，不得分。"
    )
    scores = ask(sentence, 5, "没有楼堂馆所项目", "存在截留").scores
    assert [(one.low, one.high) for one in scores] == [(5, 5), (0, 0)]


def test_a_fact_that_leaves_the_indicator_out_has_no_score() -> None:
    (score,) = ask("≥90%得满分，否则不得分。不适用的，剔除后折算。", 5, "不适用").scores
    assert score.left_out
    assert "不计入总分" in score.ways[0].explanation


def test_a_contested_number_is_refused_where_the_reading_says_so() -> None:
    """Scoring it as the better band would be a guess."""
    assert isinstance(ask(CONTESTED, 5, "90%").understood, Portrait)
    refused = ask(CONTESTED, 5, "90%", 边界归属="报错")
    assert isinstance(refused.understood, Misread)
    assert refused.scores == ()


def test_what_is_not_understood_names_the_forms_that_come_near() -> None:
    understood = ask("根据有关规定综合考虑给分。", 5).understood
    assert isinstance(understood, Misread)
    assert understood.near
    assert any(near.form for near in understood.near)


def test_without_a_name_a_sentence_speaks_of_the_value() -> None:
    assert isinstance(ask("执行率≥90%得5分；低于90%不得分", 5).understood, Portrait)
    assert isinstance(ask("甲率≥90%得5分；乙率<90%不得分", 5).understood, Misread)


def test_readings_that_make_no_difference_are_not_named() -> None:
    """At 70 % it is all one which band a shared number belongs to."""
    sentence = "80%以上的得满分；60%-80%的按比例计分；60%以下不得分。"
    inside, shared = ask(sentence, 10, "70%", "80%").scores
    assert {way.reading: way.low for way in inside.ways} == {
        "按比例计分：线性插值": 5,
        "按比例计分：按完成比例": 7,
        "按比例计分：按目标比例": Fraction("8.75"),
    }
    assert {way.reading: way.low for way in shared.ways} == {
        "其余读法": 10,
        "边界归属：低分，按比例计分：按完成比例": 8,
    }
