"""A case scored by a table of another year, place or kind is told so, above all else."""

from __future__ import annotations

import pytest

from jixiao.model.ruleset import Scope
from shared.cases.small import loaded
from shared.findings.reviews import review

ROW = "[{名称: 甲, 分值: 100, 评分标准: 好的得100分；差的不得分}]"


def told(case: str):
    [found] = review(
        *loaded(ROW, f"{case}\n评定: {{甲: {{等级: 好, 评定人: 组, 依据: 底稿}}}}\n自评: {{总分: 100}}")
    )
    return found.findings


@pytest.mark.parametrize(
    ("case", "title", "level"),
    [
        ("年度: 2023", "指标表的年度与案例不合", "medium"),
        ("地区: 乙省", "指标表的地区与案例不合", "high"),
        ("对象: 项目支出", "指标表的对象与案例不合", "high"),
    ],
)
def test_what_does_not_fit_is_told_first(case: str, title: str, level: str):
    first, *others = told(case)
    assert (first.code, first.title, first.level) == ("wrong-table", title, level)
    assert "case-review" not in {one.code for one in others}


@pytest.mark.parametrize("case", ["地区: 甲省乙市", "年度: 2022", "对象: 整体", "地区: 待填"])
def test_what_fits_is_not(case: str):
    assert "wrong-table" not in {one.code for one in told(case)}


def test_what_does_not_fit_shows_no_claim_to_be_wrong():
    """Of a table that is not for the case, only what the report says against itself is told."""
    bad = "评定: {甲: {等级: 差, 评定人: 组, 依据: 底稿}}\n自评: {总分: 100}"
    for case, is_told in (("地区: 甲省乙市", True), ("地区: 乙省", False)):
        [found] = review(*loaded(ROW, f"{case}\n{bad}"))
        assert ("claim-above-range" in {one.code for one in found.findings}) is is_told


@pytest.mark.parametrize(
    ("region", "asked", "fits"),
    [
        ("湖南省", "湖南省怀化市", True),
        ("湖南省怀化市", "怀化市", True),
        ("全国", "广东省湛江市", True),
        ("湖南省怀化市", "湖南省", False),
        ("湖南省怀化市", "湖南省长沙市", False),
        ("湖南省怀化市", "", False),
    ],
)
def test_which_places_a_table_covers(region: str, asked: str, fits: bool):
    assert Scope(region, "整体", (2022,)).covers_place(asked) is fits
