"""Checks: each category found, not found and at the edge; what is missing; what is disputed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jixiao.audit.checks.compiled import compile_checks
from jixiao.audit.checks.run import Ran, run_check
from jixiao.audit.stated import stated
from jixiao.model.case import Statement
from jixiao.model.check import Category, Check, CheckResult, Widening
from jixiao.model.diagnostic import Place
from jixiao.model.finding import Finding
from jixiao.model.ruleset import Text
from jixiao.quantity import parse_quantity
from shared.cases.paper_cases import library, reviewed, small_case, values

HERE = Place("核查")


def text(content: str) -> Text:
    return Text(content, HERE)


def ran(
    relation: str,
    category: Category = Category.SUM,
    absent: tuple[str, ...] = (),
    widened: str = "",
    **said: str,
) -> Ran:
    """Run a check over what is stated; several values of one item stand apart by “|”."""
    widening = Widening(parse_quantity(widened), "理由", HERE) if widened else None
    check = Check("c", "例", category, text(relation), HERE, tuple(map(text, absent)), widening)
    [compiled] = compile_checks([check], library().items.items)
    return run_check(compiled, lambda name: stated(name, _statements(name, said.get(name, ""))))


def _statements(name: str, texts: str) -> Iterator[Statement]:
    for one in filter(None, texts.split("|")):
        shown = one.strip("* ")
        yield Statement(name, parse_quantity(shown), "报告", HERE, "核对过" if "*" in one else None)


def found(*codes: str, **case: object) -> list[Finding]:
    """Give the findings of a case with these codes."""
    [review] = reviewed(small_case(**case))
    return [finding for finding in review.findings if finding.code in codes]


def told(**case: object) -> list[tuple[str, str]]:
    """Give code and level of every finding but the two that say what to do with the case."""
    [review] = reviewed(small_case(**case))
    left_out = ("case-review", "case-incomplete", "rule-provisional")
    return [(one.code, one.level) for one in review.findings if one.code not in left_out]


# ── How a check comes out ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("spent", "result"),
    [("8.00 万元", CheckResult.HOLDS), ("8.01 万元", CheckResult.HOLDS), ("8.02 万元", CheckResult.FAILS), ("7.98 万元", CheckResult.FAILS), ("8 万元", CheckResult.HOLDS), ("8.6 万元", CheckResult.FAILS), ("80200 元", CheckResult.FAILS)],
)  # fmt: skip
def test_a_sum_may_differ_by_half_a_unit_of_each_of_its_figures(spent: str, result: str) -> None:
    """Three figures of two decimals: 0.015 万元; of none, half a 万元 more."""
    relation = "支出决算 = 基本支出决算 + 项目支出"
    assert ran(relation, 支出决算=spent, 基本支出决算="5.00 万元", 项目支出="3.00 万元").result == result


@pytest.mark.parametrize(
    ("whole", "parts", "result"),
    [
        ("9.5 万元", ("4 万元", "5 万元"), CheckResult.FAILS),
        ("9.50 万元", ("4 万元", "5.5 万元"), CheckResult.HOLDS),
        ("9 万元", ("4 万元", "5 万元"), CheckResult.HOLDS),
        ("10 万元", ("4 万元", "5 万元"), CheckResult.HOLDS),
        ("59.97 万元", ("30 万元", "29.99 万元"), CheckResult.FAILS),
        ("59.98 万元", ("30 万元", "29.99 万元"), CheckResult.HOLDS),
        ("95000 元", ("4 万元", "5 万元"), CheckResult.HOLDS),
    ],
)
def test_a_whole_number_among_decimals_lost_its_zeros(
    whole: str, parts: tuple[str, str], result: str
) -> None:
    """4 beside 9.50 is 4.00; among whole numbers, or in another unit, it may be anything printed so."""
    basic, project = parts
    found = ran("支出决算 = 基本支出决算 + 项目支出", 支出决算=whole, 基本支出决算=basic, 项目支出=project)
    assert found.result == result


def test_a_missing_operand_leaves_a_check_undecided_and_is_named() -> None:
    one = ran("支出决算 = 基本支出决算 + 项目支出", 支出决算="8 万元")
    assert (one.result, one.absent) == (CheckResult.NO_FIGURES, ("基本支出决算", "项目支出"))


def test_an_operand_that_may_be_absent_counts_as_nothing() -> None:
    relation = "支出决算 ≤ 收入决算 + 上年结转"
    figures = {"支出决算": "9 万元", "收入决算": "89000 元"}
    assert ran(relation, **figures).result == CheckResult.NO_FIGURES
    assert ran(relation, absent=("上年结转",), **figures).result == CheckResult.HOLDS, "within half a 万元"
    short = ran(relation, absent=("上年结转",), 支出决算="9.00 万元", 收入决算="8.90 万元")
    assert (short.result, short.absent) == (CheckResult.FAILS, ("上年结转",))
    assert ran(relation, absent=("上年结转",), **figures, 上年结转="0.2 万元").result == CheckResult.HOLDS


def test_a_widening_is_added_to_what_printing_allows() -> None:
    figures = {"支出决算": "9.00 万元", "收入决算": "8.00 万元"}
    results = [
        ran("支出决算 = 收入决算", widened=by, **figures).result
        for by in ("", "0.98 万元", "0.99 万元", "10000 元")
    ]
    assert results == [CheckResult.FAILS, CheckResult.FAILS, CheckResult.HOLDS, CheckResult.HOLDS]


def test_zero_that_is_printed_bare_is_nothing_and_not_a_little() -> None:
    relation = "收入决算 = 财政拨款收入"
    assert ran(relation, 收入决算="0 万元", 财政拨款收入="0.3 万元").result == CheckResult.FAILS
    assert ran(relation, 收入决算="1 万元", 财政拨款收入="13000 元").result == CheckResult.HOLDS


def test_a_zero_that_divides_decides_nothing() -> None:
    relation = "中小企业合同金额占比 = 授予中小企业合同金额 / 实际政府采购金额"
    figures = {"中小企业合同金额占比": "0%", "授予中小企业合同金额": "0 万元", "实际政府采购金额": "0 万元"}
    assert ran(relation, Category.SHARE, **figures).result == CheckResult.UNDECIDED


def test_conditions_are_decided_on_the_numbers_as_they_stand() -> None:
    relation = "新增车辆数 = 0 或 公务用车购置费决算 > 0"
    assert (
        ran(relation, Category.CORROBORATION, 新增车辆数="2 辆", 公务用车购置费决算="0.00 万元").result
        == CheckResult.FAILS
    )
    assert (
        ran(relation, Category.CORROBORATION, 新增车辆数="2 辆", 公务用车购置费决算="0.01 万元").result
        == CheckResult.HOLDS
    )
    assert (
        ran(relation, Category.CORROBORATION, 新增车辆数="0 辆", 公务用车购置费决算="0 万元").result
        == CheckResult.HOLDS
    )


# ── Disputed figures ─────────────────────────────────────────────────────────────────────────────


def test_a_value_that_others_bear_out_leaves_the_check_open_either_way() -> None:
    one = ran("支出决算 = 收入决算", 支出决算="8.0 万元|9.0 万元", 收入决算="9.0 万元")
    assert one.result == CheckResult.DISPUTED
    assert [str(way["支出决算"].quantity) for way in one.fitting] == ["9.0 万元"]
    assert one.disputed == ("支出决算",)


def test_a_check_that_no_value_satisfies_is_missed() -> None:
    assert (
        ran("支出决算 = 收入决算", 支出决算="7.0 万元|8.0 万元", 收入决算="9.0 万元|10.0 万元").result
        == CheckResult.FAILS
    )


@pytest.mark.parametrize("spent", ["7 万元|8 万元|*9.5 万元", "*9.5 万元|8 万元|7 万元"])
def test_a_miss_is_told_of_the_adopted_value(spent: str) -> None:
    one = ran("支出决算 = 收入决算", 支出决算=spent, 收入决算="12 万元")
    assert (one.result, str(one.taken["支出决算"].quantity)) == (CheckResult.FAILS, "9.5 万元")


def test_the_order_of_statements_does_not_change_the_result() -> None:
    for one, other in (
        ("8.0 万元|9.0 万元", "9.0 万元|8.0 万元"),
        ("7.0 万元|8.0 万元", "8.0 万元|7.0 万元"),
    ):
        results = {
            ran("支出决算 = 收入决算", 支出决算=said, 收入决算="9.0 万元").result for said in (one, other)
        }
        assert len(results) == 1


def test_a_figure_printed_coarsely_excuses_nothing_where_it_is_printed_finely_too() -> None:
    """But what is calculated may be calculated from either."""
    one = ran(
        "收入总计 = 支出总计", Category.BALANCE, 收入总计="1104 万元|11039390 元", 支出总计="11039309 元"
    )
    assert (one.result, str(one.taken["收入总计"].quantity)) == (CheckResult.FAILS, "11039390 元")
    assert (
        ran(
            "收入总计 = 支出总计", Category.BALANCE, 收入总计="1104 万元|11039390 元", 支出总计="1103.94 万元"
        ).result
        == CheckResult.HOLDS
    )
    relation = "三公经费预算完成率 = 三公经费决算 / 三公经费预算"
    assert (
        ran(
            relation,
            Category.RATIO,
            三公经费决算="3 万元|2.6 万元",
            三公经费预算="6 万元",
            三公经费预算完成率="50%",
        ).result
        != CheckResult.FAILS
    )


def test_too_many_combinations_of_disputed_values_are_left_undecided() -> None:
    many = "|".join(f"{n} 万元" for n in range(1, 11))
    assert (
        ran("支出决算 = 收入决算 + 上年结转", 支出决算=many, 收入决算=many, 上年结转=many).result
        == CheckResult.UNDECIDED
    )


# ── As findings ──────────────────────────────────────────────────────────────────────────────────

FINDINGS = [
    ("sum-mismatch", "medium", {"支出决算": "9 万元", "基本支出决算": "5 万元", "项目支出": "1.0 万元"}),
    ("sum-mismatch", "high", {"固定资产原值": "900.00 元", "累计折旧": "300.00 元", "固定资产净值": "599.00 元"}),
    ("balance-mismatch", "high", {"收入总计": "9.0 万元", "支出总计": "8.0 万元"}),
    ("balance-mismatch", "medium", {"支出决算": "9.0 万元", "收入决算": "8.0 万元"}),
    ("balance-mismatch", "high", {"支出决算": "9.0 万元", "收入决算": "8.0 万元", "上年结转": "0.5 万元"}),
    ("part-exceeds-whole", "high", {"财政拨款收入": "9.0 万元", "收入决算": "8.0 万元"}),
    ("part-exceeds-whole", "medium", {"公务用车保有量": "3 辆", "车辆数": "2 辆"}),
    ("facts-disagree", "medium", {"新增车辆数": "1 辆", "公务用车购置费决算": "0 万元"}),
    ("share-mismatch", "medium", {"一般公共预算财政拨款支出": "40.0 万元", "支出决算": "80.0 万元", "一般公共预算财政拨款支出占比": "51%"}),
    ("share-mismatch", "medium", {"财政资金支出完成率": "90%", "财政资金结转结余率": "5%"}),
    ("growth-misstated", "high", {"三公经费决算": "8.0 万元", "三公经费预算": "9.0 万元", "三公经费决算较预算增减额": "1.0 万元"}),
    ("growth-misstated", "medium", {"三公经费决算较预算增减额": "-1.0 万元", "三公经费预算": "9.0 万元", "三公经费决算较预算增减率": "-15%"}),
    ("ratio-misstated", "medium", {"三公经费决算": "8.0 万元", "三公经费预算": "9.0 万元", "三公经费预算完成率": "98%"}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "level", "items"), FINDINGS)
def test_every_category_has_its_code_and_level(code: str, level: str, items: dict[str, str]) -> None:
    """High where figures contradict each other, medium where one that is not stated may explain it."""
    [finding] = found(code, 数据=values(**items))
    assert (finding.code, finding.level) == (code, level)
    assert set(finding.items) == set(items) - {"上年结转"} | ({"上年结转"} & {*finding.items})
    for name, shown in items.items():
        assert any(name in reason and shown in reason for reason in finding.because), name


@pytest.mark.parametrize(
    ("rate", "expected"),
    [("10.24%", []), ("10.23%", [("growth-misstated", "low")]), ("10.2%", []), ("10.4%", [("growth-misstated", "medium")])],
)  # fmt: skip
def test_a_rate_that_only_rounding_explains_is_low(rate: str, expected: list) -> None:
    """Source: issue 4. 43.5 on 424.7 is 10.24 %; printed 10.23 %, the true figures may be others."""
    items = values(
        三公经费决算较预算增减额="43.5 万元", 三公经费预算="424.7 万元", 三公经费决算较预算增减率=rate
    )
    assert told(数据=items) == expected


def test_what_is_missing_is_no_finding_and_stands_in_the_list() -> None:
    [review] = reviewed(small_case(数据=values(收入总计="9.0 万元")))
    assert [finding.code for finding in review.findings] == ["case-incomplete"]
    [check] = [one for one in review.checks or () if one.id == "恒等式·收入总计"]
    assert (check.result, check.text) == (CheckResult.NO_FIGURES, "报告没有给出支出总计")


def test_a_figure_that_looks_like_a_mistaken_unit_says_so_and_explains_the_miss() -> None:
    """The miss is told under the unit, once."""
    [review] = reviewed(small_case(数据=values(收入总计="69.94 元", 支出总计="69.94 万元")))
    unit, miss = (one for one in review.findings if one.code in ("unit-suspect", "balance-mismatch"))
    assert {unit.code, miss.code} == {"unit-suspect", "balance-mismatch"}
    unit, miss = sorted((unit, miss), key=lambda one: one.code, reverse=True)
    assert (unit.level, miss.folded_under, unit.folded_under) == ("high", unit.id, None)


# ── Breakdowns ───────────────────────────────────────────────────────────────────────────────────


def part(shown: str, **beside: str) -> dict[str, str]:
    return {"值": shown, "出处": "报告", **beside}


def test_parts_make_the_whole() -> None:
    parts = {"公务接待费": part("10.43 万元"), "公务用车运行维护费": part("16.69 万元")}
    assert told(数据=values(三公经费决算="27.12 万元"), 明细={"三公经费决算": parts}) == []
    [finding] = found("sum-mismatch", 数据=values(三公经费决算="25.12 万元"), 明细={"三公经费决算": parts})
    assert (finding.level, finding.items) == ("high", ("三公经费决算",))
    assert "只有一位数字不同，可能抄错了一位，也可能是其中一个分项写错、漏列或多列" in finding.message


def test_parts_that_are_not_all_may_be_less_but_not_more() -> None:
    for shown, codes in (("6 万元", []), ("6.1 万元", []), ("7.6 万元", ["part-exceeds-whole"])):
        parts = {"其中": "是", "公务接待费": part("1.0 万元"), "公务用车运行维护费": part(shown)}
        case = {"数据": values(三公经费决算="7.0 万元"), "明细": {"三公经费决算": parts}}
        assert [code for code, _ in told(**case)] == codes, shown


def test_shares_are_those_of_the_parts_and_make_a_hundred_per_cent() -> None:
    def parts(one: str, other: str) -> dict:
        return {"支出决算": {"教育": part("3.00 万元", 占比=one), "卫生": part("7.00 万元", 占比=other)}}

    assert told(明细=parts("30%", "70%")) == []
    assert told(明细=parts("30%", "73%")) == [("share-mismatch", "medium")] * 2, "the share, and their sum"
    assert told(明细=parts("70%", "30%")) == [("share-mismatch", "medium")] * 2


def test_a_rate_of_completion_is_compared_with_the_budget_of_that_part() -> None:
    def case(rate: str) -> dict:
        done = {"设备": part("9.00 万元", 完成率=rate)}
        return {"明细": {"全年执行数": done, "全年预算数": {"设备": part("10.00 万元")}}}

    assert told(**case("90%")) == []
    assert ("ratio-misstated", "medium") in told(**case("91%"))


def test_breakdowns_that_nothing_tells_apart_are_each_checked() -> None:
    """Two lists under one item: both misses are told."""
    lists = [
        {"甲": part("1.0 万元"), "乙": part("2.0 万元")},
        {"丙": part("7.0 万元"), "丁": part("2.0 万元")},
    ]
    wrong = found("sum-mismatch", 数据=values(支出决算="5.0 万元"), 明细={"支出决算": lists})
    assert len({one.id for one in wrong}) == len(wrong) == 2


def test_two_breakdowns_of_an_item_without_a_total_must_agree_with_each_other() -> None:
    def case(last: str) -> dict:
        return {
            "明细": {"支出决算": [
                {"按": "功能", "教育": part("1.0 万元"), "卫生": part("2.0 万元")},
                {"按": "经济分类", "工资": part("1.0 万元"), "商品": part(last)},
            ]}
        }  # fmt: skip

    assert told(**case("2.0 万元")) == told(**case("2.1 万元")) == told(**case("2.2 万元")) == []
    [finding] = found("sum-mismatch", **case("3.0 万元"))
    assert (finding.level, finding.items) == ("high", ("支出决算",))
    assert "功能" in "".join(finding.because)


# ── Statements ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("43.5 万元", "43.50 万元", []), ("43.5 万元", "43.46 万元", []), ("43.5 万元", "43.55 万元", []),
        ("43.50 万元", "43.51 万元", [("statement-conflict", "low")]), ("43.50 万元", "43.52 万元", [("statement-conflict", "high")]),
        ("12 人", "13 人", [("statement-conflict", "high")]), ("435000 元", "43.5 万元", []),
    ],
)  # fmt: skip
def test_statements_conflict_where_neither_is_the_other_rounded(one: str, other: str, expected: list) -> None:
    """The last digit alone is low."""
    name = "在职人员数" if "人" in one else "收入决算"
    for said in (f"{one}|{other}", f"{other}|{one}"):
        assert told(数据=values(**{name: said})) == expected


def test_the_other_unit_is_told_as_such_and_the_conflict_folded_under_it() -> None:
    [review] = reviewed(small_case(数据=values(本年追加预算="69.94 元|69.94 万元")))
    findings = {one.code: one for one in review.findings}
    assert findings["unit-suspect"].level == "high"
    assert findings["statement-conflict"].folded_under == findings["unit-suspect"].id
    assert "相差正好一万倍" in findings["unit-suspect"].message


def test_it_says_which_of_the_values_other_figures_bear_out() -> None:
    case = {"数据": values(支出总计="8.5 万元|9.5 万元", 收入总计="9.5 万元")}
    [finding] = found("statement-conflict", **case)
    assert "按“收入总计 = 支出总计”核对：9.5 万元相符，其余的数不符" in finding.because
    assert found("balance-mismatch", **case) == [], "a value bears it out, so the check is not missed"


def test_parts_of_one_name_in_two_breakdowns_are_one_thing() -> None:
    lists = [{"按": "一", "教育": part("1.0 万元")}, {"按": "二", "教育": part("2.0 万元")}]
    [finding] = found("statement-conflict", 明细={"支出决算": lists})
    assert finding.title == "“支出决算中的教育”有2个不同的数"
    rest = [{"按": "一", "其他": part("1.0 万元")}, {"按": "二", "其他": part("2.0 万元")}]
    assert found("statement-conflict", 明细={"支出决算": rest}) == [], "其他 means something else each time"


@pytest.mark.parametrize(
    ("item", "year", "expected"),
    [("年初预算", 2022, []), ("年初预算", 2021, ["low"]), ("年初预算", 2023, ["medium"]), ("上年三公经费预算", 2021, []), ("上年三公经费预算", 2022, ["medium"])],
)  # fmt: skip
def test_a_year_that_is_not_the_items_own_is_suspect(item: str, year: int, expected: list[str]) -> None:
    """The case is of 2022; what begins with 上年 belongs to the year before. An earlier figure alone is a hint."""
    said = {item: {"值": "5 万元", "出处": "报告 一", "年度": year}}
    suspects = found("year-suspect", 数据=said)
    assert [(one.level, one.items) for one in suspects] == [(level, (item,)) for level in expected]


# ── Several projects ─────────────────────────────────────────────────────────────────────────────


def test_projects_add_up_to_the_case_at_large() -> None:
    def case(total: str) -> dict:
        projects = [{"名称": name, "数据": values(全年预算数="5.0 万元")} for name in "甲乙"]
        return small_case(数据=values(全年预算数=total), 项目=projects)

    for total, codes in (("10.0 万元", []), ("10.1 万元", []), ("10.2 万元", ["sum-mismatch"])):
        first, second = reviewed(case(total))
        assert [
            one.code for one in first.findings if one.code not in ("case-review", "case-incomplete")
        ] == codes
        assert [one.code for one in second.findings] == ["case-incomplete"], (
            "what concerns the case stands with the first"
        )


def test_what_only_the_projects_state_is_not_missed_at_large() -> None:
    """Income and carry-over: the carry-over stands with the projects."""
    whole = values(支出决算="12.0 万元", 收入决算="10.0 万元")
    parts = [
        {"名称": name, "数据": values(支出决算="6.0 万元", 收入决算="5.0 万元", 上年结转="1.0 万元")}
        for name in "甲乙"
    ]
    first, _ = reviewed(small_case(数据=whole, 项目=parts))
    assert [one.code for one in first.findings] == ["case-incomplete"]
    alone, _ = reviewed(small_case(数据=whole, 项目=[{"名称": name} for name in "甲乙"]))
    assert "balance-mismatch" in [one.code for one in alone.findings]


def shares(item: str, printed: dict[str, tuple[str, str]]) -> dict:
    """A breakdown with the share that is printed beside each part."""
    return {"明细": {item: {name: part(value, 占比=share) for name, (value, share) in printed.items()}}}


@pytest.mark.parametrize(
    "printed",
    [
        {"一": ("1.00 万元", "33.3%"), "二": ("1.00 万元", "33.3%"), "三": ("1.00 万元", "33.4%")},
        {str(number): ("3.00 万元", "14.28%") for number in range(7)},
        {"一": ("1.00 万元", "16.66%"), "二": ("2.00 万元", "33.33%"), "三": ("3.00 万元", "50%")},
    ],
)
def test_cut_off_shares_are_one_habit_and_one_hint(printed: dict[str, tuple[str, str]]) -> None:
    """33.4 so that all make 100, seven times 14.28: last digits, told once."""
    [finding] = found("share-mismatch", **shares("支出决算", printed))
    assert (finding.level, finding.title) == ("low", "占比不符：“支出决算”各部分占比的末位")
    assert "是去尾或凑成100%的写法" in finding.message


def test_a_share_that_is_more_than_its_last_digit_off_is_told_for_itself() -> None:
    """14.18 is no cut-off 14.2857, and then nothing is put down to habit."""
    printed = {str(number): ("3.00 万元", "14.28%") for number in range(6)} | {"6": ("3.00 万元", "14.18%")}
    told_each = found("share-mismatch", **shares("支出决算", printed))
    titles = {one.title for one in told_each if one.level == "medium"}
    assert titles == {"占比不符：“6”占“支出决算”的比例", "占比不符：“支出决算”各部分的占比合计"}
    assert any("14.18%" in one.message for one in told_each)


def test_a_part_whose_name_holds_a_dot_is_of_its_breakdown() -> None:
    """A breakdown is known by what it is, not by the text before a dot."""
    printed = {"一·甲": ("1.00 万元", "33.3%"), "一·乙": ("1.00 万元", "33.3%"), "二": ("1.00 万元", "33.4%")}
    [finding] = found("share-mismatch", **shares("支出决算", printed))
    assert (finding.level, finding.title) == ("low", "占比不符：“支出决算”各部分占比的末位")


# ── Exceptions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("nature", "told_of"), [("", True), ("公益一类事业单位", False), ("行政单位", True)])
def test_a_check_holds_for_no_unit_that_it_excepts(nature: str, told_of: bool) -> None:
    """机关运行经费 is 公用经费 of an office; a 公益一类 unit has none, and the case says that it is one."""
    data = values(机关运行经费决算="139.65 万元", 公用经费决算="168.15 万元")
    more = {"性质": nature} if nature else {}
    assert bool(found("balance-mismatch", 数据=data, **more)) is told_of
