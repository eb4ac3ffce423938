"""Proportion: the score is a formula of the value, held between 0 and full marks."""

from fractions import Fraction

import pytest

from jixiao.curve.line import Line
from jixiao.curve.stretch import Stretch
from shared.sentences.standards import SILENT, losses, meaning, outcome, refusal, standard, value

RATE = "得分=预算控制率×5"


def test_the_reason_says_what_was_worked_out():
    """A deduction shows the score to four decimals and, where it was held, what came out before."""
    assert losses(RATE, value("83.33%")) == [("1667/2000", RATE, f"按条款“{RATE}”计得4.1665分")]
    assert str(outcome(RATE, value("120%")).note) == f"按条款“{RATE}”计得5分（算得6分，限于0至5分）"
    assert losses(RATE, value("-100%")) == [("5", RATE, f"按条款“{RATE}”计得0分（算得-5分，限于0至5分）")]


def test_a_division_by_zero_leaves_the_score_open():
    """5÷率 has no value at 0: the score may be anything."""
    found = outcome("得分=5÷预算控制率", value("0"))
    assert (found.low, found.high, str(found.note)) == (0, 5, "除数“指标值”为零，算不出数值")


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (RATE, "得分=指标值 × 5。"),
        ("得分=“预算控制率”×满分", "得分=指标值 × 分值。"),
        ("得分=控制率×100%×分值", "得分=指标值 × 100% × 分值。"),
        ("得分=（1-10×比率）×分值", "得分=(1 - 10 × 指标值) × 分值。"),
        ("得分=-x+1×5", "得分=-指标值 + 1 × 5。"),
        ("得分=最大（该比率，0.125）×5", "得分=最大(指标值, 0.125) × 5。"),
        ("按完成比例计分", "得分=指标值 × 分值。"),
        ("得分=指标值×2+3", "得分=指标值 × 2 + 3。"),
        ("得分=指标值×10-5，最高不超过5分", "得分=指标值 × 10 - 5。"),
        ("得分=指标值×10，最高不超过5分", "得分=指标值 × 10；最高不超过分值。"),
    ],
)
def test_what_is_understood(sentence, canonical):
    """The indicator's name, or a word for its value, becomes 指标值; 满分 becomes 分值."""
    assert standard(sentence).canonical() == canonical


def line(sentence: str) -> tuple[str, str] | None:
    """Give intercept and slope, where the score is linear."""
    [term] = standard(sentence).form.lower(SILENT)
    [stretch] = term.scale
    assert stretch == Stretch(None, None, False, False, stretch.what)
    earns = stretch.what.earns
    return (str(earns.intercept), str(earns.slope)) if isinstance(earns, Line) else None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (RATE, ("0", "5")),
        ("得分=分值×率", ("0", "5")),
        ("得分=（1-2×率）×分值", ("5", "-10")),
        ("得分=分值-率×10÷2", ("5", "-5")),
        ("得分=率×500%", ("0", "5")),
        ("得分=-率×2+5", ("5", "-2")),
        ("得分=率÷（1÷5）", ("0", "5")),
        ("得分=率×2+3", ("3", "2")),
        ("得分=（率+1）×（4-2）", ("2", "2")),
        ("得分=率×率×5", None),
        ("得分=5÷率", None),
        ("得分=最大（率，1）×5", None),
        ("得分=（率+率÷率）×5", None),
    ],
)
def test_lines(sentence, found):
    """A score that is linear in the value is one piece; another has none."""
    assert line(sentence) == found


def test_values_are_compared_with_nothing():
    """The form asks no 口径 and compares with no numbers; it may give anything."""
    found = meaning(RATE)
    assert (found.asks, found.standard.form.amounts(), found.bounds()) == ((), (), (0, 5))


def test_full_marks_may_have_decimals():
    """率×2.5 fits 2.5 points exactly."""
    assert outcome("得分=率×2.5", value("50%"), points="2.5").high == Fraction(5, 4)


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("得分=预算控制率×8", 0, "分值5与句中8分不符"),
        ("得分=（1-2×预算控制率）×4", 0, "分值5与句中4分不符"),
        ("得分=4-2×预算控制率", 0, "分值5与句中4分不符"),
        ("按比例计分，最高不超过8分", 6, "分值5与句中8分不符"),
        ("得分=其他比例×5", 0, "算式里的“其他比例”既不是本指标的值，也不是分值"),
        (
            "得分=（预算控制率＞0）×5",
            0,
            "算式里的“指标值 > 0”既不是本指标的值，也不是分值".replace("指标值", "预算控制率"),
        ),
        ("得分=率÷0×5", 0, "算式“率 ÷ 0 × 5”除以零，得不出分数"),
        ("得分=率÷（5-5）×5", 0, "算式“率 ÷ (5 - 5) × 5”除以零，得不出分数"),
        ("得分=预算控制率×", 9, "公式没有写完，这里应为数据项、数字、左括号"),
    ],
)
def test_refusals(sentence, position, message):
    """Formulas that do not give full marks at 100%, or speak of something else, are refused."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "达到目标的得满分；未达到的，得分=预算控制率×5",
        "效果好的得满分，未达到的按比例计分",
        "得分=预算控制率×5；得分=预算控制率×5",
    ],
)
def test_what_is_no_proportion(sentence):
    """Two formulas, or a formula for some only, are not passed over."""
    assert refusal(sentence)[1].startswith("无法理解")


def test_the_value_beyond_which_nothing_changes_is_said_once():
    """A formula that names the value twice is one of the value as far as it counts."""
    sentence = "得分=x×x×5（超过100%按100%计算）"
    assert standard(sentence).canonical() == "得分=指标值 × 指标值 × 5；超过100%的按100%计算。"


@pytest.mark.parametrize("quotient", ["计划数÷目标数", "完成数÷年度实际数", "计划数÷完成数"])
def test_a_quotient_of_two_goals_or_two_results_is_no_rate(quotient):
    """Only what was done over what was planned is a rate of completion."""
    assert "既不是本指标的值" in refusal(f"得分={quotient}×5", name="任务完成率")[1]
    assert standard("得分=完成数÷计划数×5", name="任务完成率").canonical() == (
        "指标值=完成数÷计划数；得分=指标值 × 5。"
    )
    assert "既不是本指标的值" in refusal("得分=完成率÷计划率×5", name="完成率")[1]


def test_words_before_a_proportion_name_the_value():
    """Twenty characters may be a long name of it; more may say anything."""
    words = "项目资金按照上级文件规定的用途使用完成情况"
    clause = "，按比例计分；低于60%不得分"
    assert standard(words[:20] + clause).form.code == "proportion"
    assert refusal(words[:21] + clause)[1].startswith(f"无法理解“{words}")
