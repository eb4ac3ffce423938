"""A case's file becomes a Case, with names in the spelling of its table."""

from fractions import Fraction
from pathlib import Path

import pytest

from jixiao.files import Library, load_case
from jixiao.files.collector import MAX_DIAGNOSTICS
from jixiao.model.case import Case, IndicatorClaim, Statement
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.expectation import ExpectedFigure, ExpectedFinding, ExpectedGrades
from jixiao.quantity import find_unit, parse_quantity


@pytest.fixture
def everything(good: Path, library: Library) -> Case:
    return load_case(good / "cases" / "everything.yaml", library)[0]


@pytest.fixture
def file(good: Path) -> str:
    return str(good / "cases" / "everything.yaml")


def test_the_head_of_a_case(everything: Case) -> None:
    assert (everything.id, everything.unit, everything.region) == ("jia-2022", "甲单位", "甲省乙市")
    assert (everything.year, everything.subject, everything.ruleset) == (2022, "部门整体支出", "small@2022")
    assert everything.sources == {"自评报告": "report.txt", "附件": "附件/表1.xlsx"}
    assert everything.evaluated == (everything.whole,)


def test_statements_have_quantity_source_and_the_place_of_their_value(everything: Case, file: str) -> None:
    statements = everything.whole.statements
    assert statements["编制数"] == (
        Statement("编制数", parse_quantity("19", "人"), "自评报告 一", Place(file, 12, 12)),
    )
    [staff] = statements["在职人员数"]
    assert staff.quantity == parse_quantity("19", "人")
    [budget] = statements["年初预算"]
    assert (budget.quantity.value, budget.quantity.decimals) == (Fraction("43.5"), 2)
    printed, adopted = statements["本年追加预算"]
    assert (printed.quantity.unit.name, printed.adopted) == ("元", None)
    assert (adopted.quantity.unit.name, adopted.adopted) == ("万元", "与合计一致")
    assert statements["支出决算"][0].quantity.value == 1_295_120


def test_a_stated_rate_stands_under_the_tables_spelling_of_its_indicator(everything: Case) -> None:
    [rate] = everything.whole.statements["“三公经费”变动率"]
    assert rate.item == "“三公经费”变动率"
    assert rate.quantity.base == Fraction("-0.035")


def test_breakdowns_have_parts_with_their_ratios(everything: Case, file: str) -> None:
    whole, some, staff = everything.whole.breakdowns
    assert (whole.item, whole.complete, whole.label, whole.place) == (
        "支出决算",
        True,
        "",
        Place(file, 23, 7),
    )
    people, operating = whole.parts
    assert (people.share, people.completion) == (parse_quantity("77.21%"), parse_quantity("102.5%"))
    assert [str(one.quantity) for one in operating.statements] == ["29.51 万元", "29.52 万元"]
    assert operating.statements[1].adopted == "与合计一致"
    assert (some.complete, some.label) == (False, "用途")
    assert staff.parts[0].statements[0].item == "全额编"


def test_claims_keep_to_the_tables_spelling(everything: Case, file: str) -> None:
    claim = everything.whole.claim
    assert (claim.total, claim.mean, claim.grade, claim.source) == (98, None, "优", "自评报告 七")
    assert claim.indicators["在职人员控制率"] == IndicatorClaim(
        indicator="在职人员控制率",
        place=Place(file, 33, 5),
        score=Fraction(21, 2),
        decimals=1,
        ratio=parse_quantity("100%"),
        working="19/19",
        reason="没有超编",
        source="自评报告 七",
    )
    assert claim.indicators["“三公经费”变动率"].deduction == Fraction(1, 2)
    assert claim.indicators["会议次数"].score == 20


def test_ratings_name_who_judged_and_on_what_grounds(everything: Case) -> None:
    ratings = everything.whole.ratings
    [institutions] = ratings["管理制度健全性"]
    assert (institutions.by, institutions.grounds) == ("复核人", "查阅制度汇编")
    assert [one.text for one in institutions.met or ()] == ["2", "1"]
    reviewer, leader = ratings["行政效能"]
    assert (reviewer.level, leader.level, leader.score) == ("一般", "较好", 10)
    [area] = ratings["建设面积控制率"]
    assert (area.fact, area.fact_holds) == ("没有建设项目", False)
    [own] = ratings["办结质量"]
    assert (own.answer, own.count, own.deduction, own.fact) == (False, 2, 1, None)


def test_own_indicators_have_a_target_with_its_direction(everything: Case) -> None:
    meetings, cost, quality, closing = everything.whole.own["产出指标"]
    assert (meetings.sense, meetings.target) == ("≥", parse_quantity("3", "项"))
    assert (cost.sense, cost.target) == ("≤", parse_quantity("325.51", "万元"))
    assert [one.quantity.base for one in cost.actual] == [3_255_100, 3_255_100]
    assert (quality.sense, quality.target) == ("=", parse_quantity("100%"))
    assert quality.standard is not None
    assert (closing.sense, closing.target, closing.actual) == ("", None, ())


def test_expectations_stay_as_written_under_the_tables_names(everything: Case) -> None:
    *figures, low = (one for one in everything.whole.expected if isinstance(one, ExpectedFigure))
    assert [(one.owner, one.key, one.written.text) for one in figures] == [
        ("总分", "最低", "30"),
        ("总分", "最高", "98.00"),
        ("总分", "采用", "90"),
        ("“三公经费”变动率", "状态", "核算"),
        ("“三公经费”变动率", "数值", "-3.5%"),
        ("“三公经费”变动率", "得分", "10"),
        ("“三公经费”变动率", "扣分", "0"),
        ("行政效能", "状态", "待定"),
        ("行政效能", "最低", "5"),
    ]
    assert (low.key, low.written.text, low.is_indicator) == ("最高", "10", True)
    [grades] = (one for one in everything.whole.expected if isinstance(one, ExpectedGrades))
    assert grades.grades == ("优", "良")
    present, absent = (one for one in everything.whole.expected if isinstance(one, ExpectedFinding))
    assert (present.is_wanted, present.code, present.indicator, present.level) == (
        True,
        "unit-conflict",
        "在职人员控制率",
        "high",
    )
    assert (absent.is_wanted, absent.code, absent.level) == (False, "claim-above-range", None)


def test_projects_are_evaluated_each_on_its_own(good: Path, library: Library) -> None:
    case, _ = load_case(good / "cases" / "projects.yaml", library)
    first, second = case.evaluated
    [expected] = first.expected
    assert (first.name, first.claim.total, expected.written.text) == ("甲项目", 98, "98")
    assert first.statements["年初预算"][0].quantity.unit == find_unit("亿元")
    assert first.own["产出指标"][0].sense == "≥"
    assert (second.name, second.breakdowns[0].complete) == ("乙项目", True)
    assert case.whole.claim.mean == Fraction("95.45")


def test_all_mistakes_of_a_case_are_told_in_the_order_of_the_file(
    good: Path, library: Library, tmp_path: Path
) -> None:
    text = (good / "cases" / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(
        text + "自评: {总分: 1e9}\n数据: {年初预算: {值: 1}, 编制数: {值: 1, 单位: 元}}\n", "utf-8"
    )
    with pytest.raises(Refused) as refused:
        load_case(path, library)
    assert [one.place.line for one in refused.value.diagnostics] == [8, 9, 9]


def test_a_flood_of_mistakes_is_cut(good: Path, library: Library, tmp_path: Path) -> None:
    text = (good / "cases" / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(text + "数据:\n" + "".join(f"  甲{n}: {{值: 一}}\n" for n in range(3_000)), "utf-8")
    with pytest.raises(Refused) as refused:
        load_case(path, library)
    *told, last = refused.value.diagnostics
    assert len(told) == MAX_DIAGNOSTICS
    assert told[0].place.line == 9
    assert last.message == f"错误已有 {MAX_DIAGNOSTICS} 处，其余未列出，请先改正以上各处"
