"""Whose report it is, as its first lines say."""

from __future__ import annotations

import pytest

from jixiao.documents.head import head_of
from jixiao.documents.readers.text import paper_of_text


@pytest.mark.parametrize(
    ("text", "unit", "place"),
    [
        ("甲溪县市场监督管理局2023年度部门决算公开", "甲溪县市场监督管理局", "甲溪县"),
        ("甲溪市市场监督管理局2023年度部门决算公开", "甲溪市市场监督管理局", "甲溪市"),
        ("广州市民政局2023年度部门决算公开", "广州市民政局", "广州市"),
        ("湖南省怀化市某局2022年度部门整体支出绩效自评报告", "湖南省怀化市某局", "湖南省怀化市"),
        ("2023年石头乡人民政府决算编制说明\n\n512003-乙川县石头乡人民政府2023年部门决算公开",
         "乙川县石头乡人民政府", "乙川县"),
        ("丙津市水务局防汛抗旱科项目支出绩效自评", "丙津市水务局", "丙津市"),
        ("项目支出绩效自评表\n主管部门 实施单位 丙津市水务局", "丙津市水务局", "丙津市"),
        ("根据预决算公开的要求，现将丁山区青石镇2022年度“三公”经费决算公布如下：", "丁山区青石镇", "丁山区"),
        ("某师范学院附属中学2016年度部门决算公开", "某师范学院附属中学", None),
    ],
)  # fmt: skip
def test_the_unit_and_its_place(text: str, unit: str, place: str | None) -> None:
    head = head_of(paper_of_text(text, "报告.txt"))
    assert (head.unit, head.place) == (unit, place)


def test_the_kind_is_what_is_named_first() -> None:
    """A report of the whole unit may hold forms of its projects."""
    text = "丙津市水务局2022年度部门整体支出绩效自评报告\n附件\n项目支出绩效自评表"
    assert head_of(paper_of_text(text, "报告.txt")).kind == "部门整体支出"


@pytest.mark.parametrize(
    "title",
    [
        "丙津市图书馆免费开放补助资金绩效自评报告",
        "丙津市城市管理局\n环卫保洁服务外包项目2022年度绩效自评报告",
    ],
)
def test_money_of_a_project_makes_a_report_of_it(title: str) -> None:
    assert head_of(paper_of_text(title, "报告.txt")).kind == "项目支出"


def test_a_year_over_a_column_is_not_the_reports_own() -> None:
    text = "部门整体支出绩效评价基础数据表\n项目\t2020年决算数\t2021年预算数\n公用经费\t7\t6\n\n丙津市水务局2021年部门整体支出绩效自评报告"
    assert head_of(paper_of_text(text, "报告.txt")).year == 2021
