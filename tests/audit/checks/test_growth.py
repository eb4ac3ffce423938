"""What is said to have changed is held against this year's and last year's figures, as they are printed."""

import pytest

from jixiao.model.finding import Finding
from shared.cases.paper_cases import reviewed, small_case


def findings(**case: object) -> list[Finding]:
    """Give what is wrong with the figures of a case of 2022."""
    [review] = reviewed(small_case(**case))
    codes = ("growth-misstated", "statement-conflict", "year-suspect", "sum-mismatch", "facts-disagree")
    return [one for one in review.findings if one.code in codes]


def said(value: str, **more: object) -> dict:
    """Give one statement."""
    return {"值": value, "出处": "报告 一", **more}


@pytest.mark.parametrize(
    ("beside", "levels"),
    [
        ({"上年": "10.00", "增减额": "2.55"}, []), ({"上年": "10.00", "增减额": "2.56"}, ["low"]), ({"上年": "10.00", "增减额": "2.57"}, ["high"]),
        ({"上年": "10.00", "增减额": "减少2.55"}, ["high"]), ({"上年": "10.00", "增减率": "25.5%"}, []), ({"上年": "10.00", "增减率": "24.5%"}, ["medium"]),
        ({"上年": "10.00", "增减率": "下降25.5%"}, ["medium"]), ({"增减额": "2.55", "增减率": "25.5%"}, []), ({"增减额": "2.55", "增减率": "20.3%"}, ["medium"]),
        ({"上年": "10.00"}, []), ({"增减额": "2.55"}, []), ({"增减率": "99%"}, []), ({"上年": "0", "增减率": "99%"}, []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("item", ["培训费决算", "三公经费决算"])
def test_a_change_follows_from_both_years(item: str, beside: dict, levels: list[str]) -> None:
    """An item of last year's own in items.yaml, or a plain one: 12.55 after 10.00 is 2.55 more, or 25.5 %."""
    found = findings(数据={item: said("12.55 万元", **beside)})
    assert [(one.code, str(one.level)) for one in found] == [("growth-misstated", level) for level in levels]


def test_last_years_figure_is_no_conflict_with_this_years_but_with_itself() -> None:
    """Two places that say different things of last year contradict each other."""
    [one] = findings(
        数据={"培训费决算": [said("12 万元", 上年="10"), said("12 万元"), said("8 万元", 年度=2021)]}
    )
    assert (one.code, one.title) == ("statement-conflict", "“上年培训费决算”有2个不同的数")


def test_formulas_that_need_last_years_figure_find_it() -> None:
    """The identity of the twin item holds for what stands beside this year's."""
    [review] = reviewed(small_case(数据={"三公经费决算": said("12 万元", 上年="10")}))
    [last] = review.evaluation.project.statements["上年三公经费决算"]
    assert (last.item, str(last.quantity)) == ("上年三公经费决算", "10 万元")


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        ([said("12 万元"), said("10 万元", 年度=2021)], None),
        ([said("12 万元"), said("10 万元", 年度=2015)], None),
        ([said("12 万元"), said("12 万元", 年度=2021)], None),
        ([said("12.55 万元"), said("12.55 万元", 年度=2021)], "分毫不差"),
        ([said("12.55 万元", 上年="12.55")], None),
        ([said("12 万元"), said("10 万元", 年度=2023)], "晚于"),
        ([said("10 万元", 年度=2021)], "请单位核对年度"),
        ([said("10 万元", 年度=2021, 采用="误印")], "用作2022年的数"),
        ([said("12 万元", 年度=2022)], None),
    ],
)
def test_a_year_is_suspect_where_it_can_not_be_meant(statements: list[dict], why: str | None) -> None:
    """Last year's beside this year's is what it says; a figure alone, a copy or a year to come is not."""
    found = findings(数据={"培训费决算": statements})
    assert [one.code for one in found] == ([] if why is None else ["year-suspect"])
    assert why is None or why in found[0].message


def test_a_breakdown_is_a_figure_of_this_year_too() -> None:
    parts = {"甲": {"值": "4 万元"}, "乙": {"值": "5 万元"}}
    assert findings(数据={"培训费决算": said("10 万元", 年度=2021)}, 明细={"培训费决算": parts}) == []
