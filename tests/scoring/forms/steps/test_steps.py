"""Steps: full marks up to a limit, then so much for each step beyond it."""

import pytest

from jixiao.scoring.scale.said import Value
from shared.sentences.standards import losses, meaning, outcome, refusal, standard, value, ways

EACH_POINT = "不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。"


def test_the_reason_counts_the_steps():
    """A deduction says how far the value is beyond the limit, how many steps that is, and by which clause."""
    assert losses(EACH_POINT, value("102.5%"), {"不足一步": "不计"}) == [
        (
            "1",
            "每超过1个百分点，扣0.5分",
            "超过100% 2.5个百分点，每步1个百分点，计2步，按条款“每超过1个百分点，扣0.5分”",
        )
    ]


ONE_RATE = "每步扣分只能有一种，从得满分的界限算起；其他的段请写明得几分"


@pytest.mark.parametrize(
    ("reading", "score", "steps"),
    [("不计", "4", "计2步"), ("按比例", "15/4", "计2.5步"), ("按一步", "7/2", "计3步")],
)
def test_part_of_a_step_is_open(reading, score, steps):
    """What part of a step costs the sentence does not say: each 口径 gives its score, named as it is read."""
    found = {one.assumption: one.outcome for one in ways(standard(EACH_POINT), value("102.5%"))}
    assert set(found) == {"不足一步：不计", "不足一步：按比例", "不足一步：按一步"}
    assert str(found[f"不足一步：{reading}"].high) == score
    assert steps in str(found[f"不足一步：{reading}"].note)


@pytest.mark.parametrize("at", ["100%", "60%", "103%", "115%", "115.5%"])
def test_where_all_readings_agree_nothing_is_open(at):
    """On whole steps, within the limit, and where nothing is left anyway, there is one outcome and no assumption."""
    [found] = ways(standard(EACH_POINT), value(at))
    assert found.assumption == ""


def test_within_the_limit_nothing_is_lost():
    """Full marks need no clause, only a word."""
    assert losses(EACH_POINT, value("100%")) == []
    assert str(outcome(EACH_POINT, value("100%")).note) == "在得满分的界限以内"


@pytest.mark.parametrize(
    ("sentence", "at", "reason"),
    [
        ("不超过30天的，得满分；每超过5天，扣1分。", Value(41), "超过30天 11天，每步5天，计2步"),
        (
            "不超过30万元的，得满分；每超过5万元，扣1分。",
            Value(410_000),
            "超过30万元 11万元，每步5万元，计2步",
        ),
        (
            "不低于0.9的，得满分；每低于0.05，扣1分。",
            value("0.79"),
            "低于0.9 11个百分点，每步5个百分点，计2步",
        ),
        ("100%的，得满分；每偏离5%，扣1分。", value("90%"), "低于100% 10个百分点，每步5个百分点，计2步"),
        ("100%的，得满分；每偏离5%，扣1分。", value("112%"), "超过100% 12个百分点，每步5个百分点，计2步"),
    ],
)
def test_distances_are_written_in_the_sentences_unit(sentence, at, reason):
    """Days stay days, amounts stay 万元, and ratios differ by percentage points."""
    [(_, _, found)] = losses(sentence, at, {"不足一步": "不计"})
    assert found.startswith(reason)


def test_relative_steps_are_a_share_of_the_limit():
    """口径 百分比步长: 相对 makes 每超过10% ten percent of the limit, but leaves 个百分点 alone."""
    relative = {"不足一步": "不计", "百分比步长": "相对"}
    assert outcome("不超过20%的，得满分；每超过10%，扣1分。", value("22%"), relative).high == 4
    assert outcome("不超过20%的，得满分；每超过10%，扣1分。", value("22%"), {"不足一步": "不计"}).high == 5
    assert outcome("不超过20%的，得满分；每超过10个百分点，扣1分。", value("22%"), relative).high == 5


def test_a_share_of_no_limit_is_counted_in_points():
    """Ten percent of 0 is nothing to count in, of −20% it is two points."""
    relative = {"不足一步": "不计", "百分比步长": "相对"}
    assert outcome("不超过0的，得满分；每超过10%，扣1分。", value("10%"), relative).high == 4
    assert outcome("不超过-20%的，得满分；每超过10%，扣1分。", value("-18%"), relative).high == 4
    assert outcome("不超过-20%的，得满分；每超过10%，扣1分。", value("-18.1%"), relative).high == 5


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (EACH_POINT, "≤100%的，得5分；每超过1个百分点，扣0.5分。"),
        ("95%以上得满分，每低于一个百分点扣一分", "≥95%的，得5分；每低于1个百分点，扣1分。"),
        ("以100%为标准，每超过1.125%扣0.125分", "=100%的，得5分；每超过1.125%，扣0.125分。"),
        ("100%计满分，每超过或低于5%扣2分", "=100%的，得5分；每超过或低于5%，扣2分。"),
        ("100%计满分，每超过5%扣2分，每低于5%扣2分", "=100%的，得5分；每超过或低于5%，扣2分。"),
        ("100%计满分，每超过5%扣2分，每低于5%扣1分", "=100%的，得5分；每低于5%，扣1分；每超过5%，扣2分。"),
        ("≥90%，≤110%的得满分；每偏离5%扣2分", "≥90%，≤110%的，得5分；每低于5%，扣2分；每超过5%，扣2分。"),
        ("实际完成与计划每相差3%，扣1分", "=100%的，得5分；每超过或低于3%，扣1分。"),
        ("“率”≤0，计5分；“率”>0，每超过1%扣1分", "≤0的，得5分；每超过1%，扣1分。"),
        ("率≥90%，计5分；率<90%，每低于1%扣1分", "≥90%的，得5分；每低于1%，扣1分。"),
    ],
)
def test_what_is_understood(sentence, canonical):
    """The canonical sentence shows the limit, each side's step and its cost, exactly."""
    assert standard(sentence).canonical() == canonical


def test_what_is_asked_and_compared():
    """The score depends on two 口径; its numbers are the limits and the steps of both sides."""
    found = meaning("≥90%，≤110%的得满分；每超过5%扣2分，每低于2%扣1分")
    assert set(found.asks) == {"不足一步", "百分比步长"}
    assert [f"{one.value}{one.unit.name}" for one in found.standard.form.amounts()] == [
        "90%",
        "110%",
        "2%",
        "5%",
    ]


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("每超过1%扣1分", 0, "无法理解“每超过1%扣1分”：不属于任何一种已知的评分写法"),
        ("≤100%得4分；每超过1%扣1分", 0, "分值5与句中4分不符"),
        ("≤100%得5分；每低于1%扣1分", 9, "“每低于1%”与得满分的条件方向不一致"),
        ("≤100%得5分；每超过1%扣1分；每超过2%扣2分", 18, "“每超过2%”与得满分的条件方向不一致"),
        ("≤100%得5分；每超过0%扣1分", 9, "步长和每步扣分必须大于零"),
        ("≤100%得5分；每超过1%得1分", 9, "每一步应写明扣几分，如“每超过1%扣1分”"),
        ("≤100%得5分；预算内每超过1%扣1分", 9, "无法理解“预算内”在这里的意思"),
        ("≤100%得5分；>90%，每超过1%扣1分", 9, f"无法理解“>90%”在这里的意思：{ONE_RATE}"),
        ("≤100%得5分；<100%，每超过1%扣1分", 9, f"无法理解“<100%”在这里的意思：{ONE_RATE}"),
        ("≤100%得5分；>100%，<120%，每超过1%扣1分", 9, f"无法理解“>100%，<120%”在这里的意思：{ONE_RATE}"),
        (
            "实际完成与计划每相差3天，扣1分",
            0,
            "无法理解“实际完成与计划每相差3天，扣1分”：不属于任何一种已知的评分写法",
        ),
        ("≤100%得5分；每超过1%扣1分，扣完6分为止", 18, "分值5与句中6分不符"),
    ],
)
def test_refusals(sentence, position, message):
    """Steps without a limit, the wrong way round, of nothing, or with words that mean nothing here are refused."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "≤100%得5分；每超过1%扣1分；质量好得2分",
    ],
)
def test_what_is_no_step(sentence):
    """A clause that says something else beside steps is not passed over."""
    assert refusal(sentence)[1].startswith("无法理解")


def test_what_goes_beyond_a_range_around_zero_goes_beyond_on_both_sides():
    """±5% has two ends that 每超过 counts from; a single 0 has one."""
    assert standard("-5%至5%得满分；每超过1%扣1分").canonical() == (
        "≥-5%，≤5%的，得5分；每低于1%，扣1分；每超过1%，扣1分。"
    )
    assert standard("=0%得满分；每超过1%扣1分").canonical() == "=0%的，得5分；每超过1%，扣1分。"
