"""A part of a breakdown is the item of that name; where they differ the item is stated in two ways."""

import pytest

from jixiao.files import open_library
from jixiao.files.case.same_items import _item_of
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import Collector
from jixiao.files.home import built_in_rules
from shared.cases.paper_cases import reviewed, small_case, values


def conflicts(**case: object) -> list[str]:
    [review] = reviewed(small_case(**case))
    return [one.message for one in review.findings if one.code == "statement-conflict"]


def spending(project: str) -> dict:
    return {
        "支出决算": {
            "基本支出": {"值": "210.00", "单位": "万元"},
            "项目支出": {"值": project, "单位": "万元", "出处": "附表 2"},
        }
    }


def test_a_part_that_differs_from_the_item_is_a_conflict():
    [told] = conflicts(数据=values(项目支出="100 万元"), 明细=spending("90.00"))
    assert told == "“项目支出”前后不一：100 万元（报告 1）；90.00 万元（附表 2）"


@pytest.mark.parametrize("project", ["100.00", "99.96", "1000000 元"])
def test_one_that_says_the_same_or_rounds_to_it_is_none(project: str):
    value, _, unit = project.partition(" ")
    parts = spending(value)
    parts["支出决算"]["项目支出"]["单位"] = unit or "万元"
    assert conflicts(数据=values(项目支出="100.0 万元"), 明细=parts) == []


def test_a_part_alone_states_nothing_of_the_item():
    """Only what is stated twice can differ: 明细 fills no gap that 数据 leaves."""
    assert conflicts(明细=spending("90.00")) == []


@pytest.mark.parametrize(
    ("part", "whole", "item"),
    [
        ("项目支出", "支出决算", "项目支出"),
        ("基本支出", "支出决算", "基本支出决算"),
        ("公务接待费", "三公经费决算", "公务接待费决算"),
        ("公务接待费", "三公经费预算", "公务接待费预算"),
        ("公务接待费", "三公经费决算较预算增减额", "公务接待费决算较预算增减额"),
        ("一般公共预算财政拨款支出", "支出决算", "一般公共预算财政拨款支出"),
        ("项目支出", "年初预算", "项目预算"),
        ("三公经费决算", "三公经费决算", None),
        ("专项业务经费", "项目支出", None),
    ],
)
def test_which_item_a_part_is(part: str, whole: str, item: str | None):
    known = Vocabulary.of(
        open_library(built_in_rules()).ruleset("huaihua-department@2022"), Collector(), 2022
    )
    assert _item_of(part, whole, known) == item
