"""Values that can't be are told once, each at its place, and what uses them waits."""

import pytest

from jixiao.model.evaluation import Status
from jixiao.model.impossible import Impossible, why_impossible
from jixiao.quantity import parse_quantity
from shared.cases.paper_cases import reviewed, small_case, values
from shared.cases.small import result

STAFF = "公式: 在职人数 / 编制数, 评分标准: 不超过100%的得满分；每超过1个百分点扣0.5分，扣完为止。"


@pytest.mark.parametrize(
    ("name", "printed", "why"),
    [
        ("在职人员数", "-3 人", Impossible.NEGATIVE),
        ("车辆数", "-1 辆", Impossible.NEGATIVE),
        ("在职人员数", "12.5 人", Impossible.BROKEN),
        ("接待批次", "3.2 批次", Impossible.BROKEN),
        ("服务对象满意度", "105%", Impossible.ABOVE_WHOLE),
        ("设施完好率", "100.01%", Impossible.ABOVE_WHOLE),
        ("服务对象满意度", "-5%", Impossible.BELOW_NOTHING),
        ("服务对象满意度", "95", Impossible.NO_PERCENT),
        ("一般公共预算财政拨款支出占比", "33.3", Impossible.NO_PERCENT),
        ("预算追加率", "31.06", Impossible.NO_PERCENT),
    ],
)
def test_what_no_unit_can_have(name: str, printed: str, why: Impossible):
    assert why_impossible(name, parse_quantity(printed)) is why


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("在职人员数", "0 人"),
        ("年平均在校生人数", "1203.5 人"),
        ("在职人员较上年增减人数", "-3 人"),
        ("净增就业人数", "-20 人"),
        ("惠及人数", "1.2 万人"),
        ("提前完成天数", "2.5 天"),
        ("服务对象满意度", "100%"),
        ("服务对象满意度", "0.95"),
        ("满意度较上年提高", "-2%"),
        ("预算完成率", "134.12%"),
        ("预算追加率", "1.34"),
        ("三公经费决算较上年增减率", "-180%"),
        ("年末结余", "-3.20 万元"),
    ],
)
def test_what_may_be(name: str, printed: str):
    assert why_impossible(name, parse_quantity(printed)) is None


def test_an_indicator_waits_where_its_figure_can_not_be():
    found = result(
        STAFF,
        "数据: {在职人数: {值: -3, 单位: 人, 出处: 报告 一}, 编制数: {值: 20, 单位: 人, 出处: 报告 一}}",
    )
    assert (found.status, found.low, found.high) == (Status.OPEN, 0, 5)
    assert [one.name for one in found.missing] == ["在职人数"]
    assert "“在职人数”所写-3 人（报告 一）不可能：个数、人数不能是负数，不作计算" in str(found.explanation)


def test_another_place_that_states_it_rightly_is_enough():
    """-12 beside 12: the one that can be is scored, and the other one told."""
    found = result(
        STAFF,
        "数据: {在职人数: [{值: -12, 单位: 人, 出处: 报告 一}, {值: 12, 单位: 人, 出处: 报告 二}], "
        "编制数: {值: 20, 单位: 人, 出处: 报告 一}}",
    )
    assert (found.status, found.low) == (Status.SCORED, 5)
    assert "所写-12 人（报告 一）不可能" in str(found.explanation)


def test_a_stated_rate_that_can_not_be_scores_nothing():
    found = result(
        "评分标准: 得分=服务满意度×5。, 名称: 服务满意度", "数据: {服务满意度: {值: 105%, 出处: 报告}}"
    )
    assert (found.status, found.low, found.high) == (Status.OPEN, 0, 5)


def found(code: str, **case: object):
    [review] = reviewed(small_case(**case))
    return [one for one in review.findings if one.code == code]


def test_each_is_told_once_and_what_rests_on_it_is_folded_under_it():
    """31.06 for 31.06 %: the ratio that does not fit says nothing new."""
    case = values(本年追加预算="69.94 万元", 年初预算="225.18 万元", 预算追加率="31.06")
    [told] = found("value-impossible", 数据=case)
    assert (told.level, told.title) == ("medium", "“预算追加率”的数值不可能")
    assert "像是漏写了百分号" in told.message
    assert all(one.folded_under == told.id for one in found("ratio-misstated", 数据=case))


def test_a_claimed_rate_and_a_share_are_looked_at_too():
    [claimed] = found("value-impossible", 自评={"指标": {"预算控制率": {"比率": "31.06"}}})
    assert claimed.level == "medium"
    parts = {
        "支出决算": {
            "一": {"值": "3.00", "单位": "万元", "占比": "133%"},
            "二": {"值": "6.00", "单位": "万元"},
        }
    }
    assert [one.level for one in found("value-impossible", 明细=parts)] == ["high"]
