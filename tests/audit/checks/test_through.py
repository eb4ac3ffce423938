"""Sums whose parts are themselves sums are added up from the parts of their parts."""

from __future__ import annotations

import pytest

from shared.cases.paper_cases import reviewed, small_case, values

THREE = {"三公经费决算": "18.36 万元", "因公出国境费决算": "0 万元", "公务接待费决算": "8.36 万元"}
VEHICLES = {"公务用车购置费决算": "0 万元", "公务用车运行维护费决算": "12.00 万元"}


def sums(**figures: str) -> list[str]:
    """Give the messages of sums that do not come out."""
    [review] = reviewed(small_case(数据=values(**figures)))
    return [one.message for one in review.findings if one.code == "sum-mismatch"]


def test_the_parts_of_a_part_that_is_not_printed_are_added_up() -> None:
    [told] = sums(**THREE, **VEHICLES)
    parts = "因公出国境费决算 + 公务接待费决算 + 公务用车购置费决算 + 公务用车运行维护费决算"
    assert told.startswith(f"“三公经费决算”为18.36 万元，而“{parts}”算得20.36 万元，相差2 万元")
    assert sums(**{**THREE, "三公经费决算": "20.36 万元"}, **VEHICLES) == []


def test_a_part_that_is_printed_counts_as_it_is() -> None:
    """Its own sum does not come out either: that is another matter, told for itself."""
    told = sums(**THREE, **VEHICLES, 公务用车购置及运行维护费决算="10.00 万元")
    assert [one.partition("为")[0] for one in told] == ["“公务用车购置及运行维护费决算”"]


def test_what_lacks_a_part_of_a_part_is_not_added_up() -> None:
    assert sums(**THREE, 公务用车运行维护费决算="12.00 万元") == []


@pytest.mark.parametrize(("spent", "count"), [("435.00 万元", 0), ("445.00 万元", 1)])
def test_so_are_the_sums_of_the_check_files(spent: str, count: int) -> None:
    """支出 is 基本支出 and 项目支出; a report that gives 人员 and 公用 has given 基本支出."""
    figures = {"人员经费决算": "241.80 万元", "公用经费决算": "58.20 万元", "项目支出": "135.00 万元"}
    assert len(sums(支出决算=spent, **figures)) == count
