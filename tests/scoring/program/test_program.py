"""A table is made ready to run, or refused with everything that is wrong in it."""

import pickle
from fractions import Fraction

import pytest

from jixiao import __version__
from jixiao.scoring.program.program import compile_ruleset
from shared.cases.small import loaded, refusals, run

GOOD = "评分标准: 得分=控制率×5"
BANDS = "评分标准: 90%以上得5分；80%-90%得3分；80%以下得0分"


def why(indicator: str) -> list[str]:
    return refusals(f"[{{名称: 控制率, 分值: 5, {indicator}}}]")


@pytest.mark.parametrize(
    ("indicator", "message"),
    [
        (
            f"公式: 追加预算 / 年初预算数, {GOOD}",
            "没有名为“年初预算数”的数据项，是否为“年初预算”或“决算数”；新的数据项请先写进 items.yaml（第8字“年初预算数”处）",
        ),
        (
            f"公式: 追加预算 / 毫不相干, {GOOD}",
            "没有名为“毫不相干”的数据项；新的数据项请先写进 items.yaml（第8字“毫不相干”处）",
        ),
        (f"公式: 追加预算 + 编制数, {GOOD}", "“+”两边单位不符：元 与 人（第6字“+ 编制数”处）"),
        (f"公式: 追加预算 /, {GOOD}", "公式没有写完，这里应为数据项、数字、左括号"),
        (f"公式: 追加预算 > 0, {GOOD}", "这里应是一个数，不是条件（第6字“> 0”处）"),
        (
            "公式: 追加预算, 评分标准: '≤100%得5分；每超过1%扣1分'",
            "评分标准里的“%”与公式的单位（元）不符（第1字“≤100%得”处）",
        ),
        (
            "公式: 迟报天数, 评分标准: '≤5得5分；每超过1扣1分'",
            "评分标准里的“没有单位的数”与公式的单位（天）不符（第1字“≤5得5分；”处）",
        ),
        (
            "公式: 满意度, 评分标准: '≤5天得5分；每超过1天扣1分'",
            "评分标准里的“天”与公式的单位（比率）不符（第1字“≤5天得5分”处）",
        ),
        (
            "评分标准: '≤30天得5分；高于50%的不得分；每超过1天扣1分'",
            "句中的数单位不一致：“50%”、“30天”不是同一种数，请分成几个指标，或把其中一个写成事实（存在…的）（第1字“≤30天得5”处）",
        ),
        (
            "公式: 满意度, 评分标准: 好的得5分；差的得0分",
            "评分标准由评定给分，不按数据计算，请删去公式或改写评分标准（第1字“满意度”处）",
        ),
        (
            "公式: 满意度, 评分标准: ①甲，2分；②乙，3分",
            "评分标准由评定给分，不按数据计算，请删去公式或改写评分标准（第1字“满意度”处）",
        ),
        (
            "评分标准: 综合考虑给分",
            "无法理解“给分”：这里像是评分的规则，但写法不认识（第5字“给分”处）。",
        ),
        ("评分标准: '≤100%得8分；每超过1%扣1分'", "分值5与句中8分不符（第1字“≤100%得8分”处）"),
        (
            f"公式: 满意度, 口径: {{边界归属: 报错}}, {BANDS}",
            "相邻两档都写到同一个数，口径“边界归属”为报错：请用（含）写明它归哪一档",
        ),
        (
            f"公式: 满意度, 免评: {{没有项目: 编制数 = 0}}, {GOOD}",
            "免评的“没有项目”在评分标准里找不到（评分标准里有：没有免评的条款），请写成评分标准里“的”字前面的原话",
        ),
        (
            f"公式: 满意度, 免评: {{没有: 编制数 = 0}}, {GOOD}；没有项目的，得满分",
            "免评的“没有”在评分标准里找不到（评分标准里有：没有项目），请写成评分标准里“的”字前面的原话",
        ),
        (
            f"公式: 满意度, 免评: {{没有项目: 编制数}}, {GOOD}；没有项目的，得满分",
            "这里应是一个条件，如“批准建设面积 = 0”（第1字“编制数”处）",
        ),
        (
            f"公式: 满意度, 免评: {{没有项目: 编制 = 0}}, {GOOD}；没有项目的，得满分",
            "没有名为“编制”的数据项，是否为“编制数”；新的数据项请先写进 items.yaml（第1字“编制 = 0”处）",
        ),
    ],
)
def test_what_is_wrong_in_an_indicator(indicator, message):
    """Each message says what is wrong, where, and what may stand there."""
    [found] = why(indicator)
    assert found.startswith(message)


def test_everything_that_is_wrong_is_said_at_once():
    """Whoever mends a table need not run it once for each mistake."""
    rows = f"[{{名称: 甲率, 分值: 5, 评分标准: 看着给分}}, {{名称: 乙率, 分值: 5, 公式: 没有, {GOOD}}}]"
    found = refusals(rows, table={"满分": "100"})
    assert len(found) == 3
    assert found[2] == "各指标分值之和为10，与满分100不符，请核对分值"


def test_places_are_those_of_the_file():
    """The column of a message is that of the word in the file, for a sentence on one line."""
    with pytest.raises(Exception, match="无法理解") as refused:
        run("[{名称: 控制率, 分值: 5, 评分标准: '得满分的，得5分；看着给分'}]")
    [one] = refused.value.diagnostics
    assert (one.place.line, one.place.column > 0) == (1, True)


@pytest.mark.parametrize(
    "indicator",
    [
        f"公式: 满意度, 口径: {{边界归属: 高分}}, {BANDS}",
        f"公式: 满意度, {BANDS}",
        "公式: 满意度, 口径: {边界归属: 报错}, 评分标准: '≥90%得5分；<90%得0分'",
        "公式: 满意度, 评分标准: '≤0得5分；每超过1%扣1分'",
        "公式: 天数, 评分标准: '=0得5分；1天以上得0分'",
        "公式: 迟报天数, 评分标准: 每迟报一天扣1分",
        "公式: 追加预算 / 年初预算, 免评: {没有项目: 非 (编制数 > 0)}, 评分标准: '得分=控制率×5；没有“项目”的，得满分'",
        "公式: 满意度, 口径: {不足一步: 不计}, 评分标准: '≤1得5分；每超过0.01扣1分'",
    ],
)
def test_what_runs(indicator):
    """A bare 0 fits any unit, a plain number any ratio, and counts may come from figures."""
    assert run(f"[{{名称: 控制率, 分值: 5, {indicator}}}]").high == 5


def test_the_engine_says_its_version():
    """A result can be repeated: it carries the engine's version and the digests of table and case."""
    found = run(f"[{{名称: 控制率, 分值: 5, {GOOD}}}]")
    assert found.engine == __version__
    again = run(f"[{{名称: 控制率, 分值: 5, {GOOD}}}]")
    other = run(f"[{{名称: 控制率, 分值: 5, {GOOD}。}}]")
    assert (found.ruleset.digest, found.case.digest) == (again.ruleset.digest, again.case.digest)
    assert found.ruleset.digest != other.ruleset.digest
    assert len(loaded(f"[{{名称: 控制率, 分值: 5, {GOOD}}}]")[0].digest) >= 32


def test_a_program_can_be_sent_to_another_process():
    """It arrives as it was, and works: what was made ready is made ready again."""
    _, ruleset = loaded(
        "[{名称: 控制率, 分值: 5, 公式: 追加预算 / 年初预算, 评分标准: '得分=控制率×5；没有追加的，得满分。', 免评: {没有追加: 追加预算 = 0}}]"
    )
    program = compile_ruleset(ruleset)
    sent = pickle.loads(pickle.dumps(program))
    assert sent == program
    [rule] = sent.rules
    values = {"追加预算": Fraction(1), "年初预算": Fraction(4)}
    assert rule.value(values) == Fraction(1, 4)
    assert [(fact, exempts(values)) for fact, exempts in rule.exempting] == [("没有追加", False)]


@pytest.mark.parametrize("sentence", ["≤0得5分；每超过1天扣1分", "≤0得5分；>0天的得0分"])
@pytest.mark.parametrize("formula", ["公式: 迟报天数, ", ""])
def test_a_bare_nothing_has_any_unit(formula, sentence):
    """None is none in days, people or 万元; any other number needs its unit."""
    row = f"[{{名称: 控制率, 分值: 5, {formula}评分标准: '{sentence}'}}]"
    assert (run(row).low, run(row).high) == (0, 5)


def test_a_bare_number_that_is_not_nothing_needs_its_unit():
    """2 may be two days or two weeks."""
    assert "单位" in why("公式: 迟报天数, 评分标准: '≤2得5分；每超过1天扣1分'")[0]
    assert "单位" in why("评分标准: '≤2得5分；每超过1天扣1分'")[0]


def test_a_rate_is_not_what_a_sentence_counts_beside_it():
    """合格率达到100% and each case found cannot both be the value of a formula, whatever else is required."""
    sentence = "评分标准: '控制率达到100%得满分；手续完整的得满分；每发现一例扣1分'"
    assert "评分标准按次数扣分，而公式算的是比率" in why(f"公式: 追加预算 / 年初预算, {sentence}")[0]
