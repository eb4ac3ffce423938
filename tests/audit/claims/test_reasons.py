"""Reasons for losing no points: those the standard does not know, and those that are no excuse at all.

In doubt nobody is accused: a reason must ask for an exemption in so many words.
"""

import pytest

from jixiao.model.finding import Finding
from shared.cases.small import loaded
from shared.findings.reviews import review

TABLE = """[
    {名称: 采购率, 分值: 60, 公式: 追加预算 / 年初预算, 口径: {不足一步: 不计},
     评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分。没有政府采购的，得满分。'},
    {名称: 控制率, 分值: 40, 公式: 追加预算 / 年初预算, 口径: {不足一步: 不计},
     评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分。'}]"""
OVER = "数据: {追加预算: {值: 25, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}\n"

EXCUSES = [
    "追加属每年常规增加，不能列入年初预算",
    "每年常规增加，不扣分",
    "属正常追加，不扣分",
    "政策性追加，不应扣分",
    "政策性增资",
    "因客观原因造成，不予扣分",
    "受疫情影响属不可抗力",
    "历史原因形成的缺口",
    "特殊情况，免于扣分",
    "上级部门要求临时增加任务，追加了预算",
    "本项对我单位不适用",
    "视同达到100%",
    "追加资金不计入本指标",
    "人员工资不纳入计算",
    "按惯例追加",
    "应免予扣分",
    "可不扣分",
    "专项资金不列入考核",
    "由于特殊因素增加支出",
    "年中新增人员经费，不作扣分",
]
PLAIN = [
    "严格按预算执行，没有超支",
    "控制率25%，在合理范围以内",
    "控制在10%以内，不扣分",
    "全部按计划完成，不扣分",
    "日常常规工作全部完成",
    "已落实政策性文件的要求",
    "按上级要求完成全部任务",
    "没有特殊情况",
    "无不可抗力情形",
    "避免于年底突击花钱",
    "制度健全，执行有效",
    "支出合规，没有截留挪用",
    "未超预算，不扣分",
    "低于上年，不扣分",
    "按时公开，不扣分",
    "两年预算相同",
    "主要工作全部完成",
    "效果明显",
    "低于100%",
    "群众认可不断提高",
]


def findings(name: str, reason: str, data: str = OVER) -> list[Finding]:
    claim = f"自评: {{指标: {{{name}: {{扣分: 0, 理由: '{reason}', 出处: 报告 五}}}}}}"
    [found] = review(*loaded(TABLE, data + claim))
    return [one for one in found.findings if one.code == "exemption-unknown"]


@pytest.mark.parametrize("reason", EXCUSES)
def test_a_reason_that_asks_for_an_exemption_which_there_is_not(reason: str) -> None:
    [finding] = findings("控制率", reason)
    assert (finding.level, finding.indicator) == ("medium", "控制率")
    assert f"（案例所录：{reason}）（报告 五）" in finding.message
    assert "没有规定任何免扣的情形" in finding.message
    assert finding.because[0].startswith("评分标准：不超过10%的，得满分")


@pytest.mark.parametrize("reason", PLAIN)
def test_a_reason_that_states_how_things_stand_is_no_excuse(reason: str) -> None:
    """Whether it is true is for other findings to say."""
    assert findings("控制率", reason) == []


@pytest.mark.parametrize(
    "reason",
    ["没有政府采购，不扣分", "本年未发生政府采购，视同100%", "无采购项目，不适用", "不涉及政府采购，免于扣分", "没有“政府采购”，不予扣分"],
)  # fmt: skip
def test_an_exemption_that_the_standard_has_may_be_named_in_any_words(reason: str) -> None:
    assert findings("采购率", reason) == []
    assert findings("控制率", reason) != [], "this standard does not have it"


def test_another_excuse_is_told_what_the_standard_exempts() -> None:
    [finding] = findings("采购率", "每年常规增加，不扣分")
    assert "只有“没有政府采购”可以免扣" in finding.message


def test_where_full_marks_are_certain_no_reason_is_looked_at() -> None:
    within = "数据: {追加预算: {值: 5, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}\n"
    assert findings("控制率", "每年常规增加，不扣分", within) == []


def test_who_takes_points_off_asks_for_no_exemption() -> None:
    claim = "自评: {指标: {控制率: {扣分: 20, 理由: 每年常规增加}}}"
    [found] = review(*loaded(TABLE, OVER + claim))
    assert "exemption-unknown" not in [one.code for one in found.findings]
