"""Rows of a table that says much of its total: vetoes, choices, blocks, rests; by the program as by the engine."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from jixiao.desk.batch import batch, explain_row
from jixiao.quantity import decimal_text
from shared.bulk.files import read_any, write_text
from shared.cases.desk import ITEMS

TABLE = """\
指标表: 乙表
代码: yi
版本: 2022
适用: {地区: 甲省, 对象: 整体, 年度: 2022}
满分: 100
等级: {优: 90, 良: 80, 中: 60, 差: 0}
口径: {得分小数位: 2}
否决:
  - {事实: 提供虚假资料, 后果: 总分为0分}
  - {事实: 超编, 后果: 等级定为差, 条件: 在职人数 > 2 × 编制数}
任选: [{指标: [群众满意度, 服务满意度], 选用人: 单位}]
上限: {过程: 40}
指标:
  - {名称: 控制率, 代码: staff, 归类: [投入], 分值: 20, 公式: 在职人数 / 编制数, 评分标准: 不超过100%的，得满分；每超过1个百分点，扣2分，扣完为止。}
  - 名称: 执行率
    代码: execution
    归类: [过程]
    分值: 30
    公式: 决算数 / 年初预算
    评分标准: 得分=执行率×30，最高不超过30分。没有预算的，剔除后折算为百分制。
    免评: {没有预算: 年初预算 = 0}
  - {名称: 采购, 代码: buying, 归类: [过程], 分值: 20, 公式: 决算数 / 年初预算, 评分标准: 100%以下（含）计满分，每超出1%扣1分，扣完为止。没有采购的，得满分。}
  - {名称: 制度, 代码: rules, 归类: [过程], 分值: 20, 评分标准: ①有制度，10分；②执行好，10分。存在挪用的，总分不超过60分。}
  - {名称: 群众满意度, 代码: people, 归类: [效果], 分值: 10, 评分标准: 群众满意度达到90%及以上的得10分；低于90%的不得分。}
  - {名称: 服务满意度, 代码: service, 归类: [效果], 分值: 10, 评分标准: 服务满意度达到90%及以上的得10分；低于90%的得3分。}
"""
CELLS = {
    "在职人数": ["9", "10", "11", "25", "x", ""],
    "编制数": ["10", "10", "10", "0"],
    "年初预算": ["300", "0", "700", "333.33", ""],
    "年初预算（元）": ["", "", "", "3000000", "7000000"],
    "决算数": ["300", "200", "350.25", "无"],
    "执行率（%）": ["", "", "80"],
    "采购.事实.没有采购": ["", "", "", "是", "否"],
    "制度.达到": ["①②", "①", "无", ""],
    "制度.发现.存在挪用": ["", "", "", "否", "是"],
    "总体.发现.提供虚假资料": ["", "", "", "否", "无", "是", "也许"],
    "群众满意度（%）": ["95", "80", ""],
    "服务满意度": ["95%", "0.8", "89.9%", "93"],
    "选用": ["群众满意度", "服务满意度", "", "群众满意度、服务满意度", "控制率"],
    "自评总分": ["", "100", "83.33", "60"],
    "自评.执行率": ["", "30", "20", "28.57"],
}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules") / "rules"
    (folder / "甲").mkdir(parents=True)
    (folder / "items.yaml").write_text(ITEMS, "utf-8")
    (folder / "甲/table.yaml").write_text(TABLE, "utf-8")
    return folder


def rows(count: int, often: int) -> list[list[str]]:
    """Give rows, the same each time; the first of the cells stands `often` times."""
    chance = Random(often)
    cells = [[one[0]] * often + one for one in CELLS.values()]
    return [[chance.choice(one) for one in cells] for _ in range(count)]


@pytest.mark.parametrize("often", [0, 12])
def test_the_program_and_the_engine_agree(rules, tmp_path, often) -> None:
    """Whatever stands beside whatever; and mostly nothing unusual, which the program takes."""
    source = write_text(tmp_path / "a.csv", [list(CELLS), *rows(700, often)])
    found = {
        engine: batch("yi@2022", source, tmp_path / f"{engine}.csv", engine=engine, rules=rules, processes=1)
        for engine in ("local", "duckdb", "exact")
    }
    first, *others = (read_any(one.output) for one in found.values())
    for other in others:
        assert other == first
    bad = {one.bad.read_bytes() if one.bad else b"" for one in found.values()}
    assert len(bad) == 1
    assert found["local"].tally.bad > 0
    if often:
        assert found["local"].tally.program > 300


def test_rows_are_what_explain_says_of_them(rules, tmp_path) -> None:
    """`--explain` goes by way of `check`: a sample of rows, each as a case."""
    table = rows(60, 6)
    source = write_text(
        tmp_path / "a.csv", [["号", *CELLS], *([str(at), *row] for at, row in enumerate(table, 1))]
    )
    told = {
        row["号"]: row for row in read_any(batch("yi@2022", source, tmp_path / "o.csv", rules=rules).output)
    }
    assert len(told) > 30
    for number, row in list(told.items())[:25]:
        [review] = explain_row("yi@2022", source, int(number), rules=rules).reviews
        found = review.evaluation
        assert (row["score_low"], row["score_high"]) == (decimal_text(found.low), decimal_text(found.high))
        assert row["grade"] == "、".join(found.grades)
        for one in found.results:
            assert row[f"{one.indicator.id}_low"] == decimal_text(one.low)
            assert row[f"{one.indicator.id}_high"] == decimal_text(one.high)
