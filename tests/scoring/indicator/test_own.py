"""Indicators that the evaluated unit set itself, inside a block of the table."""

from fractions import Fraction

import pytest

from jixiao.model.evaluation import Result
from shared.cases.small import refusals, run

TABLE = """[{名称: 产出指标, 分值: 10, 自设: 是, 归类: [产出], 评分标准: 达到目标值的得满分，未达到的按完成比例计分。,
    定性标准: 达成的，按分值的100%-80%（含80%）计分；未达成的，按分值的80%-0%计分。}]"""


def own(*indicators: str, ratings: str = "", claims: str = "") -> list[Result]:
    """Evaluate a block with these own indicators, each given without its braces."""
    listed = ", ".join(f"{{{one}}}" for one in indicators)
    case = f"{{自设指标: {{产出指标: [{listed}]}}, 评定: {{{ratings}}}, 自评: {{指标: {{{claims}}}}}}}"
    return list(run(TABLE, case).results)


def test_a_block_that_the_case_leaves_empty_is_one_open_indicator():
    """Own indicators are never invented: the block may earn anything from nothing to its points."""
    [found] = run(TABLE, "自评: {指标: {产出指标: {得分: 9}}}").results
    assert (found.indicator.name, found.status, found.low, found.high, found.claimed) == (
        "产出指标",
        "open",
        0,
        10,
        9,
    )
    assert [(one.name, one.could_move) for one in found.missing] == [("自设指标：产出指标", 10)]
    assert str(found.explanation) == "“产出指标”由单位自设指标，案例没有列出，得分在0至10分之间。"


def test_a_block_becomes_its_own_indicators():
    """Each is evaluated by the block's sentence, and stands under the block's name."""
    first, second = own(
        "名称: 数量, 分值: 6, 目标: ≥10 项, 实际: {值: 5, 单位: 项, 出处: 表一}",
        "名称: 质量, 分值: 4, 目标: ≥90%, 实际: {值: 95%}",
    )
    assert (first.indicator.id, first.indicator.category, first.score) == ("row-1.1", ("产出", "产出指标"), 3)
    assert (second.indicator.id, second.score, second.indicator.points) == ("row-1.2", 4, 4)
    assert str(first.explanation) == (
        "目标≥10 项，实际5 项。数量＝50%，没有达到目标，按条款“未达到的按完成比例计分”计得3分，扣3分（表一）。"
    )


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [
        ("≥10 项", "10 项", "10"),
        ("≥10 项", "12 项", "10"),
        ("≥10 项", "9 项", "9"),
        ("≥10 项", "0 项", "0"),
        ("≥10 万元", "-1 万元", "0"),
        ("≥0 万元", "-1 万元", "0"),
        ("≤10 天", "10 天", "10"),
        ("≤10 天", "8 天", "10"),
        ("≤10 天", "20 天", "5"),
        ("≤0 天", "1 天", "0"),
        ("≤0 天", "0 天", "10"),
        ("≤10 天", "0 天", "10"),
        ("=10 项", "10 项", "10"),
        ("=10 项", "8 项", "8"),
        ("=8 项", "10 项", "8"),
        ("=0 项", "1 项", "0"),
        ("=1 项", "0 项", "0"),
        ("=0 项", "0 项", "10"),
        ("≤325.51 万元", "3255100 元", "10"),
        ("≥100%", "93.38%", "4669/500"),
    ],
)
def test_a_target_is_met_or_missed_in_proportion(target, actual, score):
    """Actual over target for ≥, target over actual for ≤, the smaller over the larger for =; never above full."""
    [found] = own(f"名称: 数量, 分值: 10, 目标: {target}, 实际: {{值: {actual}}}")
    assert (found.status, str(found.score)) == ("scored", score)


def test_without_an_actual_value_the_indicator_is_open():
    """A target that nothing is said about may be met or missed."""
    [found] = own("名称: 数量, 分值: 10, 目标: ≥10 项")
    assert (found.status, found.low, found.high, [one.name for one in found.missing]) == (
        "open",
        0,
        10,
        ["实际值：数量"],
    )


def test_actual_values_that_differ_are_a_conflict():
    """Two actual values give a range; an adopted one decides, and the conflict stays on record."""
    [found] = own("名称: 数量, 分值: 10, 目标: ≥10 项, 实际: [{值: 5, 单位: 项}, {值: 8, 单位: 项}]")
    assert (found.status, found.low, found.high, found.conflicts) == ("open", 5, 8, ("数量",))
    assert [str(one.assumption) for one in found.alternatives] == [
        "目标≥10 项，实际5 项",
        "目标≥10 项，实际8 项",
    ]
    [found] = own(
        "名称: 数量, 分值: 10, 目标: ≥10 项, 实际: [{值: 5, 单位: 项}, {值: 8, 单位: 项, 采用: 与台账一致}]"
    )
    assert (found.status, found.score, found.conflicts) == ("scored", 8, ("数量",))
    assert str(found.explanation).startswith("目标≥10 项，实际8 项。")
    assert [one.used for one in found.figures] == [False, True]


REDUCED = "数量: {评定人: 张三, 依据: 上年已完成12项, 扣分: %s}"


def test_an_assessor_may_reduce_a_score():
    """Where a target was set plainly too low, with grounds; the reduction is a line of its own."""
    [found] = own("名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {值: 9 项}", ratings=REDUCED % 2)
    assert (found.status, found.score, [str(one.points) for one in found.deductions]) == (
        "judged",
        7,
        ["1", "2"],
    )
    assert found.deductions[1].clause == "目标值明显偏低"
    assert found.deductions[1].reason == "张三认为目标值明显偏低（上年已完成12项），扣2分"
    assert str(found.explanation).endswith("张三认为目标值明显偏低（上年已完成12项），扣2分。")


@pytest.mark.parametrize(
    ("actual", "reduced", "status", "low", "high", "missing"),
    [
        ("{值: 2 项}", 3, "judged", 0, 0, []),
        ("{值: 3 项}", 3, "judged", 0, 0, []),
        ("[{值: 2 项}, {值: 5 项}]", 3, "open", 0, 2, []),
        ("[{值: 1 项}, {值: 2 项}]", 3, "judged", 0, 0, []),
        ("[{值: 4 项}, {值: 5 项}]", 1, "open", 3, 4, []),
    ],
)
def test_a_reduction_ends_at_zero(actual, reduced, status, low, high, missing):
    """No score falls below zero, and a range that closes is judged."""
    [found] = own(f"名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {actual}", ratings=REDUCED % reduced)
    assert (found.status, found.low, found.high, list(found.missing)) == (status, low, high, missing)
    assert found.indicator.points - sum(one.points for one in found.deductions) == found.high


def test_a_reduction_of_what_is_not_known():
    """What is missing can then only move what is left."""
    [found] = own("名称: 数量, 分值: 10, 目标: ≥10 项", ratings=REDUCED % 4)
    assert (found.status, found.low, found.high, [one.could_move for one in found.missing]) == (
        "open",
        0,
        6,
        [6],
    )


def test_a_quantitative_indicator_takes_no_other_rating():
    """The score follows from the figures; an assessor may only reduce it."""
    case = (
        "自设指标: {产出指标: [{名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {值: 9 项}}]}\n"
        "评定: {数量: {评定人: 张三, 依据: 底稿, 等级: 达成}}"
    )
    assert refusals(TABLE, case) == ["“数量”是定量指标，评定只能写“扣分”和依据（目标值明显偏低时）"]


def test_a_qualitative_indicator_takes_a_level_and_a_score():
    """The level gives the range, the assessor the number; without a rating all is open."""
    first, second = own(
        "名称: 效果, 分值: 6, 定性: 是",
        "名称: 质量, 分值: 4, 定性: 是",
        ratings="效果: {评定人: 张三, 依据: 座谈, 等级: 达成, 得分: 5}",
        claims="效果: {得分: 6}",
    )
    assert (first.status, first.score, first.claimed) == ("judged", 5, 6)
    assert (second.status, second.low, second.high, [one.name for one in second.missing]) == (
        "open",
        0,
        4,
        ["评定：质量"],
    )


def test_a_qualitative_level_without_score_is_a_range():
    """达成 alone is from 80% to 100% of the points."""
    [found] = own("名称: 效果, 分值: 10, 定性: 是", ratings="效果: {评定人: 张三, 依据: 座谈, 等级: 达成}")
    assert (found.status, found.low, found.high) == ("open", 8, 10)


def test_points_must_add_up_to_the_blocks():
    """A unit may not give itself more points, or fewer, than the block has."""
    case = "自设指标: {产出指标: [{名称: 数量, 分值: 6, 目标: ≥1 项}, {名称: 质量, 分值: 3.5, 目标: ≥1 项}]}"
    assert refusals(TABLE, case) == ["“产出指标”的自设指标分值之和为9.5，与该部分分值10不符"]


def test_an_own_sentence_must_fit_a_target():
    """A target is compared with figures; a sentence that waits for a rating cannot do that."""
    case = "自设指标: {产出指标: [{名称: 数量, 分值: 10, 目标: ≥1 项, 评分标准: 好的得10分；差的得0分}]}"
    assert refusals(TABLE, case) == [
        "“数量”写了目标值，它的评分标准却由评定给分，请改写评分标准，或删去目标值"
    ]


def test_an_own_sentence_comes_before_the_blocks():
    """An indicator may bring its own sentence, over how far the target is met."""
    [found] = own(
        "名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {值: 9 项}, 评分标准: '≥95%得10分；≥80%得6分；<80%得0分'"
    )
    assert found.score == 6


def test_readings_of_the_block_apply():
    """口径 of the block, and of the table, round own indicators too."""
    table = TABLE.replace("自设: 是", "自设: 是, 口径: {得分小数位: 1}")
    [found] = run(
        table, "自设指标: {产出指标: [{名称: 数量, 分值: 10, 目标: ≥3 项, 实际: {值: 2 项}}]}"
    ).results
    assert str(found.score) == "67/10"
    assert [one.clause for one in found.deductions] == ["未达到的按完成比例计分", "舍入"]


@pytest.mark.parametrize(
    ("sentence", "score"),
    [
        ("完成的得满分，未完成的不得分", "0"), ("完成目标得满分，未完成的按比例得分", "9"), ("按完成率得分", "9"),
        ("得分=完成率×分值", "9"), ("全部完成得10分，完成80%以上得8分，其他不得分", "8"), ("完成10项得满分，每少1项扣1分", "9"),
        ("达到目标值得满分，每少2项扣5分", "7.5"), ("≥95%得满分，每低1个百分点扣1分", "5"),
    ],
)  # fmt: skip
def test_a_unit_says_in_its_own_words_how_its_indicator_scores(sentence, score):
    """9 of 10: over whether or how far it is done, and, where it counts what the target counts, over that."""
    readings = "口径: {不足一步: 按比例}"
    table = TABLE.replace("自设: 是", f"自设: 是, {readings}")
    case = f"自设指标: {{产出指标: [{{名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {{值: 9 项}}, 评分标准: {sentence}}}]}}"
    [found] = run(table, case).results
    assert found.score == Fraction(score), str(found.explanation)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("满意度≥95%得10分，每低1个百分点扣1分", 9, 9), ("≥95%得满分，每低1个百分点扣1分", 9, 9),
        ("完成80%以上得10分，否则不得分", 10, 10), ("按完成比例得分", Fraction(188, 19), Fraction(188, 19)),
        ("97%以上得10分，每低1个百分点扣1分", 7, 10), ("90%以上得10分，否则不得分", 10, 10),
    ],
)  # fmt: skip
def test_a_percentage_of_a_percentage_is_said_or_stays_open(sentence, low, high):
    """94 % of people where 95 % was the goal: 94 % by the value, 98.95 % by the goal; where nobody says which, both."""
    [found] = own(f"名称: 满意度, 分值: 10, 目标: ≥95%, 实际: {{值: 94%}}, 评分标准: {sentence}")
    assert (found.low, found.high) == (low, high), str(found.explanation)
    if low != high:
        assert "评分标准的百分数指实际值" in str(found.explanation)


def test_a_sentence_in_another_unit_than_the_target_is_refused():
    """Items are not percent; it used to be scored as nine tenths of an item."""
    case = (
        "自设指标: {产出指标: [{名称: 满意度, 分值: 10, 目标: ≥95%, 评分标准: 完成10项得满分，每少1项扣1分}]}"
    )
    assert refusals(TABLE, case) == ["“满意度”的评分标准以项计，目标却以%计，请核对单位"]


@pytest.mark.parametrize(
    ("actual", "told"),
    [("9", "没有达到目标，按条款“未完成的不得分”"), ("10", "达到目标，按条款“完成的得满分”")],
)
def test_what_the_target_decides_is_judged_by_nobody(actual, told):
    """Whether it is done follows from the figures; no 评定 is spoken of."""
    [found] = own(
        f"名称: 数量, 分值: 10, 目标: ≥10 项, 实际: {{值: {actual} 项}}, 评分标准: 完成的得满分，未完成的不得分"
    )
    assert told in str(found.explanation)
    assert "评定" not in str(found.explanation)
