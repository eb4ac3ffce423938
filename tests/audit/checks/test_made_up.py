"""What one item exceeds another by may be made up for by others (补足), and is asked about only where it is not."""

from __future__ import annotations

import pytest

from jixiao.model.finding import Finding
from shared.cases.paper_cases import reviewed, small_case, values

OVER = {"项目支出": "135.00 万元", "项目预算": "120.00 万元"}
ADDED, CARRIED = {"本年追加预算": "12.00 万元"}, {"上年结转": "5.00 万元"}


def told(figures: dict[str, str], code: str = "part-exceeds-whole", **more: object) -> list[Finding]:
    [review] = reviewed(small_case(数据=values(**figures), **more))
    return [one for one in review.findings if one.code == code]


def test_what_is_stated_and_enough_leaves_nothing_to_ask() -> None:
    assert told(OVER | ADDED | CARRIED) == []


@pytest.mark.parametrize(
    ("figures", "level", "asks"),
    [
        (OVER, "medium", "请说明本年追加预算或上年结转的数额"),
        (OVER | ADDED, "medium", "请说明本年追加预算或上年结转的数额"),
        (
            OVER | {"本年追加预算": "30.00 万元"},
            "low",
            "本年追加预算30.00 万元可以补足，请说明用在这里的数额",
        ),
    ],
)
def test_else_the_unit_is_asked_how_much_there_was(figures: dict[str, str], level: str, asks: str) -> None:
    """By how much, and what share of the budget that is; less gravely where one of them would do."""
    [one] = told(figures)
    assert one.level == level
    assert one.message == f"“项目支出”为135 万元，“项目预算”为120 万元，超出15 万元（12.5%），{asks}"


def test_more_work_done_than_planned_is_no_fault() -> None:
    [one] = told({"重点工作完成数": "12 项", "重点工作计划数": "10 项"})
    assert one.level == "low"


RUNNING = {"机关运行经费决算": "139.65 万元", "公用经费决算": "168.15 万元"}
OTHER = {"收入决算": {"其他收入": {"值": "28.50", "单位": "万元"}, "拨款": {"值": "400", "单位": "万元"}}}


def test_a_check_that_does_not_hold_for_a_unit_is_a_hint_where_its_difference_is_told_elsewhere() -> None:
    """机关运行经费 is no matter of 公益一类; a difference that is another figure to the last digit is no chance."""
    assert told(RUNNING, "balance-mismatch", 性质="公益一类事业单位") == []
    [one] = told(RUNNING, "balance-mismatch", 性质="公益一类事业单位", 明细=OTHER)
    assert one.level == "low"
    assert "差额正好等于“其他收入”28.50 万元" in one.message
    [plain] = told(RUNNING, "balance-mismatch", 性质="行政单位", 明细=OTHER)
    assert plain.level == "medium"


def test_more_added_than_there_was_at_first_is_a_hint() -> None:
    """235 added to 72.34: nothing wrong by itself, but targets and budget are hardly those of the beginning."""
    said = {"年初预算": "72.34 万元", "本年追加预算": "235.00 万元"}
    [one] = told(said, "facts-disagree")
    assert (one.level, one.title) == ("low", "对不上：追加预算与年初预算")
    assert told(said | {"本年追加预算": "72.00 万元"}, "facts-disagree") == []
