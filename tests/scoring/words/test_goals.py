"""Goals that words name are limits: at 100 % of what nobody says, or at what the table or the sentence says."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import Unsaid
from jixiao.language.standard import Interval
from jixiao.quantity import decimal_text
from jixiao.scoring.scale.said import Answer, Level, Value, own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.row import read_target
from jixiao.scoring.sentence.understand import understand
from jixiao.scoring.words.named.goals import at_goal, goal_in
from shared.sentences.standards import SILENT

AMOUNT = "造林面积"
MET = (
    "完成年度任务", "完成市级下达的年度造林任务", "达到目标值", "实现年度目标", "全面完成计划任务", "按期完成目标任务",
    "造林面积完成年度计划", "年度任务完成", "不低于上年水平", "达到规定的储备规模", "≥年度目标值",
)  # fmt: skip
MISSED = (
    "未完成年度任务", "没有完成年度计划", "未能完成任务", "低于年度任务", "达不到目标值", "完不成任务", "造林面积低于年度任务",
    "未完成", "未达到", "达不到", "不达标", "未达标", "没有完成", "未达到目标",
)  # fmt: skip
OVER = ("超额完成年度任务", "超过年度计划", "超额完成", "超过", "超额部分", "高于目标值")
WITHIN = (
    "不超过控制数", "小于或等于年度控制值", "控制在控制数以内", "在控制数以内", "不突破总量控制指标", "不高于上年实际数",
    "未超过年初预算",
)  # fmt: skip
SENTENCES = (
    "{met}得5分，每少1个百分点扣0.5分。",
    "{met}得5分；{missed}的，每差2%扣1分，扣完为止。",
    "{met}得基本分4分；{over}的，每超5%加0.5分，最多加1分；{missed}的每少3%扣1分。",
    "{met}得4分；{over}10%以上加1分；{missed}的每少5%扣1分。",
    "{met}得4分；每超5%加0.5分，最多加1分；{missed}的不得分。",
    "{met}得5分，达到90%以上得4分，达到80%以上得2分，80%以下不得分。",
    "{met}得5分，达到90%得4分，{missed}90%的不得分。",
)
IN_NUMBERS = {"met": "达到100%", "missed": "低于100%", "over": "高于100%"}
VALUES = st.fractions(0, 2, max_denominator=40)


def spans(sentence: str, value: Fraction, name: str = AMOUNT, target: str = "") -> tuple[Fraction, Fraction]:
    """Score a value of an indicator worth 5 points."""
    goal = read_target(target) if target else None
    understood = understand(sentence, name, Fraction(5), target=goal)
    return meaning_of(understood, SILENT).span(own(Value(value)))


def filled(sentence: str, words: dict[str, str]) -> str:
    """Put words or numbers in; 超额完成10% is 110 % in numbers."""
    return sentence.replace("高于100%10%", "达到110%") if not words else filled(sentence.format(**words), {})


@given(
    st.sampled_from(SENTENCES[:6]),
    st.sampled_from(MET),
    st.sampled_from(MISSED),
    st.sampled_from(OVER[:3]),
    VALUES,
)
def test_a_goal_without_a_number_is_met_at_the_whole_of_it(sentence, met, missed, over, value) -> None:
    """Whatever it is called, the sentence scores as the same one with 100 % in its place."""
    said = filled(sentence, {"met": met, "missed": missed, "over": over})
    assert spans(said, value) == spans(filled(sentence, IN_NUMBERS), value)


@given(st.sampled_from(WITHIN), st.sampled_from(("", "超过控制数的，", "超过的，")), VALUES)
def test_a_limit_that_is_not_to_be_passed_is_the_whole_of_it_too(within, beyond, value) -> None:
    said = f"{within}得5分；{beyond}每超1个百分点扣0.5分。"
    assert spans(said, value) == spans("不超过100%得5分；每超1个百分点扣0.5分。", value)


@given(st.sampled_from(MET[:5]), VALUES)
def test_a_goal_that_the_table_states_is_that_number(met, value) -> None:
    said = f"{met}得5分；每低于目标1个百分点扣0.5分；低于80%的不得分。"
    wanted = "达到90%得5分；每低1个百分点扣0.5分；低于80%的不得分。"
    assert spans(said, value, "污水处理率", "≥90%") == spans(wanted, value, "污水处理率")


@pytest.mark.parametrize(
    "first",
    [
        "目标90%，达到目标的",
        "目标值为90%。达到目标值的",
        "年度目标≥90%；完成目标的",
        "以90%为目标，完成目标的",
    ],
)
@given(VALUES)
def test_a_goal_that_the_sentence_states_is_that_number(first, value) -> None:
    said = f"{first}得4分，未达到目标的不得分，每超目标5个百分点加0.5分，最多加1分。"
    wanted = "达到90%的得4分，低于90%的不得分，每超过5个百分点加0.5分，最多加1分。"
    assert spans(said, value, "污水处理率") == spans(wanted, value, "污水处理率")


LIMITS = st.integers(1, 99).map(lambda whole: f"{whole}%")


@given(LIMITS, st.sampled_from(MISSED[7:-1]), VALUES)
def test_what_misses_a_limit_is_its_other_side(limit, missed, value) -> None:
    """Beside steps that add, and beside bands, 未达到的不得分 is no fact but a comparison."""
    for sentence in (
        "达到{limit}得4分，{missed}的不得分；每超过2个百分点加0.5分，最多加1分。",
        "达到100%得5分，达到{limit}得3分，{missed}的不得分。",
        "达到{limit}得5分，{missed}的不得分。",
    ):
        said = sentence.format(limit=limit, missed=missed)
        assert spans(said, value, "覆盖率") == spans(
            sentence.format(limit=limit, missed=f"低于{limit}"), value, "覆盖率"
        )


@given(LIMITS, st.sampled_from(("未达标", "超过", "不达标", "高于")), VALUES)
def test_what_passes_a_limit_from_above_is_its_other_side_too(limit, beyond, value) -> None:
    said, wanted = (
        f"不超过{limit}得5分；{words}的，每超1个百分点扣1分。" for words in (beyond, f"高于{limit}")
    )
    assert spans(said, value, "事故率") == spans(wanted, value, "事故率")


@pytest.mark.parametrize(
    "words",
    [
        "基本完成任务", "完成任务分解", "制定目标任务", "完成质量目标评审", "达到国家标准", "达到要求", "完成90%", "目标任务",
        "完成与计划每", "未完成工作", "按标准完成", "完成任务和验收",
    ],
)  # fmt: skip
def test_words_that_name_no_goal(words: str) -> None:
    assert goal_in(words) is None


@pytest.mark.parametrize("words", ["达到控制数", "未达到控制数", "完成控制目标"])
def test_which_side_of_a_control_number_is_reached_nobody_says(words: str) -> None:
    goal = goal_in(words)
    assert goal is not None
    assert at_goal(goal, None) is None


def test_a_range_as_a_goal_has_two_other_sides() -> None:
    known = read_target("40%-60%")
    met, missed = goal_in("达到目标值"), goal_in("未达到目标值")
    assert met is not None
    assert missed is not None
    assert at_goal(met, known) == Interval(known.low, known.high)
    assert at_goal(missed, known) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("达到目标值得5分，每低1个百分点扣1分。", "参保率"),
        ("完成年度任务得5分，达到90%得3分，其余不得分。", "绿化率"),
        ("达到目标值得5分；未达到的，每少2%扣1分。", "群众满意度"),
    ],
)
def test_of_a_rate_the_goal_must_be_known(sentence: str, name: str) -> None:
    """Whether points of the rate or of the goal are meant, nobody knows; the table can say it."""
    with pytest.raises(Unsaid, match="请在指标上写 目标"):
        understand(sentence, name, Fraction(5))
    understand(sentence, name, Fraction(5), target=read_target("≥95%"))


@pytest.mark.parametrize(
    "sentence",
    [
        "完成年度任务得5分；出勤率达到90%得3分。",
        "完成年度任务得5分，出勤率每低1%扣1分。",
        "完成任务且合格率达到95%得5分，否则不得分。",
    ],
)
def test_beside_a_goal_no_other_quantity_is_the_value(sentence: str) -> None:
    with pytest.raises(ValueError, match="无法理解|不符"):
        understand(sentence, "培训人数", Fraction(5))


@pytest.mark.parametrize(
    ("said", "points"),
    [
        (Answer(holds=True), 5),
        (Answer(holds=False), 0),
        (Level("未完成"), 0),
        (Level("完成"), 5),
        (Value(Fraction("0.99")), 0),
    ],
)
def test_a_goal_that_is_only_met_or_not_may_be_said_in_words(said, points) -> None:
    understood = understand("完成年度任务得5分，未完成的不得分。", AMOUNT, Fraction(5))
    assert meaning_of(understood, SILENT).span(own(said)) == (points, points)


@given(st.integers(1, 99), VALUES)
def test_taken_off_in_proportion_below_the_whole_may_mean_three_things(limit, value) -> None:
    """The rate itself, its share of the goal, or the points less what is missing to the goal."""
    low, high = spans(f"达到{limit}%得5分，未达到的按比例扣分。", value, "完好率")
    goal = Fraction(limit, 100)
    if value >= goal:
        assert low == high == 5
        return
    ways = [5 * value, 5 * value / goal, 5 - 5 * (goal - value)]
    assert (low, high) == (min(ways), max(ways)), decimal_text(value)
