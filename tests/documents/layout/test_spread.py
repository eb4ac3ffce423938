"""Heads of several lines are laid over the columns: by words that tell it, else by what adds up."""

from decimal import Decimal

from jixiao.documents.layout.spread import Head, parted, spread


def rows(*lines: str) -> list[list[Decimal]]:
    return [[Decimal(one) for one in line.split()] for line in lines]


def columns(laid: list[list[Head]] | None) -> list[list[tuple[int, int]]]:
    assert laid is not None
    return [[(one.column, one.width) for one in line] for line in laid]


def test_a_head_of_names_stands_before_the_columns() -> None:
    assert columns(spread([["项目", "预算数", "决算数"]], 2)) == [[(0, 1), (1, 1), (2, 1)]]


def test_years_reach_over_what_stands_below_them() -> None:
    lines = [["项目", "2021年", "2022年"], ["预算", "决算", "预算", "决算"]]
    assert columns(spread(lines, 4))[0] == [(0, 1), (1, 2), (3, 2)]


def test_what_adds_up_tells_which_head_has_others_below_it() -> None:
    lines = [["科目", "合计", "基本支出", "项目支出"], ["小计", "人员经费", "公用经费"]]
    laid = columns(spread(lines, 5, rows("100 70 50 20 30", "10 6 4 2 4")))
    assert laid == [[(0, 1), (1, 1), (2, 3), (5, 1)], [(2, 1), (3, 1), (4, 1)]]


def test_heads_that_do_not_fit_are_not_laid() -> None:
    assert spread([["项目", "预算数", "决算数"]], 5) is None


def test_words_one_below_the_other_are_parted_where_sums_prove_it() -> None:
    words = ["2021年", "2022年", "合计", "接待", "用车", "合计", "接待", "用车"]
    found = parted(words, 6, rows("9 4 5 7 3 4", "3 1 2 2 1 1"))
    assert found is not None
    start, laid = found
    assert (start, columns(laid)[0]) == (0, [(1, 3), (4, 3)])


def test_words_that_nothing_proves_are_not_parted() -> None:
    words = ["可用预算", "本年支出", "执行率", "上年结转", "年初预算", "年中追加"]
    assert parted(words, 5, rows("1 2 3 4 5")) is None


def test_a_head_reaches_over_those_that_repeat_its_words() -> None:
    """Where nothing adds up: 增减额 stands below 比上年增减, 基本支出 below 本年支出 and not below 本年收入."""
    changes = [["项目", "2021年决算数", "2022年决算数", "比上年增减"], ["增减额", "增减幅度"]]
    assert columns(spread(changes, 4))[0] == [(0, 1), (1, 1), (2, 1), (3, 2)]
    fund = [["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"], ["小计", "基本支出", "项目支出"]]
    assert columns(spread([["", *fund[0]], fund[1]], 6))[0][1:] == [(1, 1), (2, 1), (3, 3), (6, 1)]
