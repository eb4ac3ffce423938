"""Twenty slips set into clean cases are found, and twenty honest ways of writing the same are let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.files import load_case, open_library
from jixiao.model.finding import Finding
from shared.findings.reviews import RULES, project_checks, review

FOLDER = Path(__file__).parent / "planted"

SLIPS = (
    ("04", "年初预算: {值: 280.00", "年初预算: {值: 208.00", "balance-mismatch"),
    ("04", "基本支出决算: {值: 238.00", "基本支出决算: {值: 283.00", "sum-mismatch"),
    ("04", "人员经费决算: {值: 201.60", "人员经费决算: {值: 210.60", "sum-mismatch"),
    ("04", "收入决算: {值: 308.00", "收入决算: {值: 300.80", "balance-mismatch"),
    ("04", "在职人员数: {值: 14", "在职人员数: {值: -14", "value-impossible"),
    ("04", "编制数: {值: 16", "编制数: {值: 15.5", "value-impossible"),
    ("04", "满意度: {值: 96", "满意度: {值: 196", "value-impossible"),
    ("04", "老年大学: {值: 10.00", "老年大学: {值: 11.00", "sum-mismatch"),
    ("04", "场馆维修: {值: 10.00, 单位: 万元, 出处: 自评报告 二（二）, 占比: 14.28%",
     "场馆维修: {值: 10.00, 单位: 万元, 出处: 自评报告 二（二）, 占比: 18.24%", "share-mismatch"),
    ("04", "预算控制率: {得分: 4", "预算控制率: {得分: 5", "claim-above-range"),
    ("04", "等级: 优", "等级: 良好", "grade-mismatch"),
    ("04", "总分: 99 ", "总分: 96 ", "claim-below-range"),
    ("04", "对象: 部门整体支出", "对象: 专项资金", "wrong-table"),
    ("04", "比率: 96.00%", "比率: 69.00%", "claim-value-differs"),
    ("09", "结转结余: {值: 26.66", "结转结余: {值: 36.66", "balance-mismatch"),
    ("09", "在用固定资产: {值: 96.4", "在用固定资产: {值: 99.4", "part-exceeds-whole"),
    ("09", "比率: 98.43%", "比率: 89.43%", "claim-value-differs"),
    ("15", "{值: 79.40, 单位: 万元", "{值: 74.90, 单位: 万元", "statement-conflict"),
    ("15", "实际到位资金: {值: 80.00", "实际到位资金: {值: 70.00", "part-exceeds-whole"),
    ("15", "预算执行率: {值: 99.25", "预算执行率: {值: 92.95", "ratio-misstated"),
)  # fmt: skip
"""The clean case, what stands there, what is written for it, and the code that must be told."""
HONEST = (
    ("04", "年初预算: {值: 280.00", "年初预算: {值: 280"),
    ("04", "人员经费决算: {值: 201.60, 单位: 万元", "人员经费决算: {值: 2016000, 单位: 元"),
    ("04", "占比: 14.28%", "占比: 14.29%"),
    ("04", "占比: 14.28%", "占比: 14.3%"),
    ("04", "占比: 14.28%", "占比: 14%"),
    ("04", "总分: 99 ", "总分: 99.0 "),
    ("04", "等级: 优", "等级: 优秀"),
    ("04", "等级: 优", "等级: 第一等级"),
    ("04", "满意度: {值: 96,", "满意度: {值: 96.00,"),
    ("04", "比率: 10.00%", "比率: 10%"),
    ("04", "公用经费决算: {值: 36.40", "公用经费决算: {值: 36.4"),
    ("04", "实际政府采购金额: {值: 0,", "实际政府采购金额: {值: 无,"),
    ("04", "支出决算: {值: 308.00", "支出决算: {值: 307.997"),
    ("09", "比率: 93.38%", "比率: 93.3%"),
    ("09", "比率: 98.43%", "比率: 98%"),
    ("09", "得分: 4.67", "得分: 4.66"),
    ("09", "总分: 99.61", "总分: 99.6"),
    ("09", "项目支出: {值: 147.64, 单位: 万元", "项目支出: {值: 1476403.21, 单位: 元"),
    ("15", "{值: 794000.00, 单位: 元", "{值: 794003.18, 单位: 元"),
    ("15", "预算执行率: {值: 99.25", "预算执行率: {值: 99.3"),
)
"""The clean case, and the same written in another way."""


def findings(folder: Path, number: str, before: str, after: str) -> list[Finding]:
    text = (FOLDER / f"clean-{number}.yaml").read_text("utf-8")
    assert before in text
    path = folder / "case.yaml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    case, ruleset = load_case(path, open_library(RULES))
    return [one for found in review(case, ruleset, project_checks()) for one in found.findings]


@pytest.mark.parametrize(("number", "before", "after", "code"), SLIPS)
def test_a_slip_is_found(tmp_path: Path, number: str, before: str, after: str, code: str) -> None:
    told = findings(tmp_path, number, before, after)
    assert code in {one.code for one in told if one.folded_under is None}


@pytest.mark.parametrize(("number", "before", "after"), HONEST)
def test_an_honest_way_of_writing_is_let_be(tmp_path: Path, number: str, before: str, after: str) -> None:
    told = findings(tmp_path, number, before, after)
    assert [(one.code, one.message) for one in told if one.level != "low"] == []
