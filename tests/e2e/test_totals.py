"""What a person and a program see of a total that is more than a sum."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ITEMS = """数据项:
  满意度: {单位: '%', 含义: 表示满意的人的比例}
  支出决算: {单位: 万元, 含义: 支出}
  年初预算: {单位: 万元, 含义: 预算}
"""
TABLE = """指标表: 某市部门整体支出指标表
代码: demo
版本: 2025
适用: {地区: 某省某市, 对象: 部门整体支出, 年度: 2025}
满分: 100
等级: {优: 90, 良: 80, 中: 60, 差: 0}
上限: {加分项: 5, 总分: 100}
扣分上限: {资产管理: 10}
任选:
  - {指标: [群众满意度, 服务对象满意度], 选用人: 被评价单位}
否决:
  - {事实: 提供虚假资料, 后果: 等级定为差}
  - {事实: 超预算支出, 后果: 资产管理不得分, 条件: 支出决算 > 年初预算}
指标:
  - {名称: 执行率, 代码: a, 分值: 50, 公式: 支出决算 / 年初预算, 归类: [过程], 评分标准: '得分=执行率×50，最高不超过50分。'}
  - {名称: 资产安全, 代码: b, 分值: 30, 归类: [过程, 资产管理], 评分标准: 每发现一例扣6分，扣完为止。存在弄虚作假的，总分为0分。}
  - {名称: 群众满意度, 代码: c, 分值: 20, 公式: 满意度, 归类: [效果], 评分标准: 大于等于90%的得满分，否则不得分。}
  - {名称: 服务对象满意度, 代码: d, 分值: 20, 归类: [效果], 评分标准: 满意的得20分；一般的得10分；不满意的得0分。}
  - {名称: 表彰, 代码: e, 分值: 8, 附加: 加分, 归类: [加分项], 评分标准: '获得表彰的，每项加2分，最高不超过分值。'}
  - {名称: 通报, 代码: g, 分值: 10, 附加: 减分, 评分标准: 每通报一次扣2分，扣完为止。}
"""
CASE = """案例: 甲单位 2025 年度部门整体支出
代码: jia
单位: 甲单位
地区: 某省某市
年度: 2025
对象: 部门整体支出
指标表: demo@2025
数据: {满意度: {值: 85%}, 支出决算: {值: 99, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}
评定:
  资产安全: {次数: 3, 评定人: 张三, 依据: 抽查}
  服务对象满意度: {等级: 满意, 评定人: 张三, 依据: 问卷}
  表彰: {次数: 4, 评定人: 张三, 依据: 文件}
  通报: {次数: 1, 评定人: 张三, 依据: 文件}
  总体: {事实: 提供虚假资料, 评定人: 李四, 依据: 发票核对}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    for name, text in (("rules/items.yaml", ITEMS), ("rules/demo.yaml", TABLE), ("case.yaml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def check(jixiao, folder: Path, *words: str) -> str:
    done = jixiao("check", str(folder / "case.yaml"), "--rules", str(folder / "rules"), *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_json_has_every_step_to_the_total(jixiao, folder: Path) -> None:
    """49.5, 12 + 8, 0 or 20, 8 − 3 and −2; the grade is what the veto says."""
    [result] = json.loads(check(jixiao, folder, "--format", "json"))["results"]
    assert result["score"]["low"] == "72.5"
    assert result["score"]["high"] == "92.5"
    assert result["grade"]["possible"] == ["差"]
    assert [(one["kind"], one["points"], one["low_points"]) for one in result["adjustments"]] == [
        ("choice", "0", "20"), ("limit", "-8", "-8"), ("limit", "3", "3"),
    ]  # fmt: skip
    assert [(one["fact"], one["holds"]) for one in result["vetoes"]] == [
        ("提供虚假资料", True), ("超预算支出", False), ("存在弄虚作假", False),
    ]  # fmt: skip
    assert [one["extra"] for one in result["indicators"]] == [None] * 4 + ["bonus", "penalty"]


def test_the_screen_tells_the_way_to_the_total(jixiao, folder: Path) -> None:
    """Each step with its points, each veto with who says so."""
    shown = check(jixiao, folder, "--full")
    for words in (
        "各指标合计 87.5 分，总分 72.5～92.5 分：",
        "“资产管理”合计扣18分，最多扣10分，多扣的8分不扣（+8分）",
        "“加分项”合计8分，最多得5分，超出的3分不计（-3分）",
        "否决 提供虚假资料的，等级定为差。成立（李四评定成立：发票核对）",
        "表彰（加分）",
    ):
        assert words in shown


def test_a_choice_that_is_made_shows_what_was_not_chosen(jixiao, folder: Path) -> None:
    """The other one is still there, marked."""
    (folder / "case.yaml").write_text(CASE + "选用: {群众满意度: 自评报告 三}\n", encoding="utf-8")
    assert "未选用" in check(jixiao, folder, "--full")
    [result] = json.loads(check(jixiao, folder, "--format", "json"))["results"]
    assert (result["score"]["low"], result["score"]["high"]) == ("72.5", "72.5")
    assert [one["name"] for one in result["indicators"] if one["set_aside"]] == ["服务对象满意度"]


def test_a_new_case_asks_for_what_the_total_needs(jixiao, folder: Path) -> None:
    """选用, the facts of 总体, and the items of a veto's condition."""
    done = jixiao("new", "case", "demo@2025", "--unit", "甲单位", "--rules", str(folder / "rules"))
    assert done.returncode == 0, done.stderr
    for words in ("选用:", "总体: {事实: 提供虚假资料", "用于：执行率、否决（超预算支出）"):
        assert words in done.stdout


def test_a_table_shows_what_it_says_of_its_total(jixiao, folder: Path) -> None:
    """任选, 上限, 扣分上限 and 否决 stand at its head."""
    done = jixiao("show", "demo", "--rules", str(folder / "rules"))
    assert done.returncode == 0, done.stderr
    for words in (
        "任选其一，由被评价单位选用",
        "加分项 5 分，总分 100 分",
        "资产管理 10 分",
        "超预算支出（支出决算 > 年初预算）的",
    ):
        assert words in done.stdout
