"""Scores that are claimed of whole blocks of own indicators, and what these cost."""

from __future__ import annotations

from jixiao.files import load_case, open_library
from jixiao.model.finding import Finding
from shared.findings.reviews import RULES, review

CASE = """案例: 甲项目
代码: jia
单位: 甲单位
地区: 湖南省怀化市
年度: 2024
对象: 项目支出
指标表: project-expenditure@2024
数据:
  全年预算数: {值: 80, 单位: 万元}
  全年执行数: {值: %(spent)s, 单位: 万元}
自评: {总分: %(total)s, 指标: {预算执行率: {得分: %(rate)s}, 产出指标: {得分: %(output)s}, 效益指标: {得分: 30}, 满意度指标: {得分: 10}}}
自设指标:
  产出指标:
    - {名称: 走访, 分值: 35, 目标: ≥60 家, 实际: {值: 55, 单位: 家}}
    - {名称: 成本, 分值: 15, 目标: ≤90 万元, 实际: {值: %(cost)s, 单位: 万元}}
  效益指标:
    - {名称: 就业, 分值: 30, 目标: ≥300 人, 实际: {值: 300, 单位: 人}}
  满意度指标:
    - {名称: 满意, 分值: 10, 目标: ≥90%%, 实际: {值: 95, 单位: '%%'}}
"""


def findings(tmp_path, **said: str) -> list[Finding]:
    """Give the findings of a project of which 55 of 60 were visited: 32.08 of 35, and 47.08 of the block's 50."""
    given = {"spent": "80", "total": "97.08", "rate": "10", "output": "47.08", "cost": "80"} | said
    path = tmp_path / "case.yaml"
    path.write_text(CASE % given, "utf-8")
    [found] = review(*load_case(path, open_library(RULES)))
    return list(found.findings)


def above(found: list[Finding]) -> list[tuple[str | None, bool]]:
    return [
        (one.indicator, one.folded_under is not None)
        for one in found
        if one.code in ("claim-above-range", "claim-below-range")
    ]


def test_what_a_blocks_indicators_come_to_may_be_claimed_of_it(tmp_path) -> None:
    assert above(findings(tmp_path)) == []
    assert above(findings(tmp_path, output="47.083", total="97.083")) == []


def test_more_is_told_with_the_indicators_that_lose(tmp_path) -> None:
    """And once with the total that it makes impossible."""
    found = findings(tmp_path, output="50", total="100")
    assert above(found) == [(None, False), ("产出指标", True)]
    total, block = [one for one in found if one.code == "claim-above-range"]
    assert total.message.endswith("：“产出指标”自评50分，核算最高47.08分")
    assert block.message == "“产出指标”自评50分，所列指标核算合计47.08分：“走访”32.08分（满分35分）"


def test_blocks_cut_off_add_up_as_they_are_printed(tmp_path) -> None:
    """9.875 printed 9.87 and 47.083 printed 47.08 are 96.95, where the exact total is 96.958: no word of it."""
    said = {"spent": "79", "rate": "9.87", "cost": "79", "total": "96.95"}
    assert above(findings(tmp_path, **said)) == []


def test_a_cost_above_what_was_spent_is_asked_about(tmp_path) -> None:
    [one] = [one for one in findings(tmp_path, cost="82") if one.title == "“成本”超过执行数"]
    assert one.level == "medium"
    assert one.message == "“成本”实际82 万元，多于“全年执行数”80 万元，请说明多出的部分由哪里支付"
    assert not [one for one in findings(tmp_path) if "超过执行数" in one.title]
