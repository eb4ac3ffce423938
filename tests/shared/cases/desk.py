"""A small folder of rules and cases, with an expectation of every kind."""

from __future__ import annotations

from pathlib import Path

TABLE = """\
指标表: 甲表
代码: jia
版本: 2022
适用: {地区: 甲省, 对象: 整体, 年度: 2022}
满分: 30
等级: {优: 27, 良: 24, 差: 0}
指标:
  - 名称: 人员控制率
    代码: staff
    分值: 10
    公式: 在职人数 / 编制数
    评分标准: 不超过100%的，得满分；每超过1个百分点，扣2分，扣完为止。
    口径: {不足一步: 不计}
    例:
      100%: 10      # 满分
      101.3%: 8
      200%: 0
  - 名称: 执行率
    代码: execution
    分值: 9
    公式: 决算数 / 年初预算
    评分标准: 得分=执行率×9，最高不超过9分。没有预算的，得满分。
    免评: {没有预算: 年初预算 = 0}
    例: {50%: 4.5, 没有预算: 9}
  - 名称: 制度
    代码: rules
    分值: 6
    评分标准: ①建立了制度，2分；②制度完整，2分；③制度得到执行，2分。
    例: {①③: 4, 无: 0}
  - 名称: 效能
    代码: effect
    分值: 5
    评分标准: 效果好的得4-5分；效果一般的得2分；没有效果的得0分。
    例: {效果好: [4, 5], 一般: 2}
"""
ITEMS = """\
数据项:
  编制数: {单位: 人, 含义: 编制数}
  在职人数: {单位: 人, 含义: 在职人数}
  年初预算: {单位: 万元, 含义: 年初预算}
  决算数: {单位: 万元, 含义: 决算数}
"""
CASE = """\
案例: 甲办
代码: jia-ban
单位: 甲办
地区: 甲省
年度: 2022
对象: 整体
来源: {自评报告: 报告.txt}
数据:
  编制数: {值: 10, 单位: 人, 出处: 自评报告 一}
  在职人数: {值: 11, 单位: 人, 出处: 自评报告 一}
  年初预算: {值: 3, 单位: 万元, 出处: 自评报告 二}
  决算数: {值: 2, 单位: 万元, 出处: 自评报告 二}
评定:
  制度: {达到: [1, 2], 依据: 看了制度, 评定人: 复核人}
自评: {总分: 30, 等级: 优}
预期:      # 手算
  总分: {最低: 10, 最高: 15}
  等级: [差]
  指标:
    人员控制率: {状态: 核算, 数值: 110%, 得分: 0, 扣分: 10}
    执行率: {数值: 66.67%, 得分: "6"}      # 2/3 × 9
    制度: {状态: 评定, 得分: 4}
    效能: {状态: 待定, 最低: 0, 最高: 5}
  疑点:
    必有: [{代码: claim-above-range, 级别: 严重}]
    必无: [{代码: statement-conflict}]
"""


def write_desk(folder: Path, table: str = TABLE, case: str = CASE) -> tuple[Path, Path]:
    """Write rules and a case; give the table's path and the case's."""
    rules, cases = folder / "rules", folder / "cases"
    (rules / "甲").mkdir(parents=True)
    cases.mkdir()
    (rules / "items.yaml").write_text(ITEMS, "utf-8")
    (rules / "甲" / "table.yaml").write_text(table, "utf-8")
    (cases / "case.yaml").write_text(case, "utf-8")
    return rules / "甲" / "table.yaml", cases / "case.yaml"
