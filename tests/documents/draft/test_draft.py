"""Readings become a case: grouped by item, everything with its place, nothing lost and nothing guessed."""

from __future__ import annotations

import pytest

from jixiao.dataclass import replace
from jixiao.documents.draft.draft import draft_of
from jixiao.documents.draft.text import draft_text
from jixiao.language.span import Span
from jixiao.model.draft import Draft, DraftHeading, Source
from jixiao.model.reading import ClaimKind, Measure, ReadClaim, ReadFigure, Reading, ReportHead
from jixiao.model.ruleset import Item
from jixiao.quantity import find_unit

MONEY, PEOPLE = find_unit("万元"), find_unit("人")
ITEMS = {
    name: Item(name, unit, "", aliases)
    for name, unit, aliases in (
        ("年初预算", MONEY, ("年初预算数",)),
        ("收入决算", MONEY, ()),
        ("其他收入", MONEY, ()),
        ("事业收入", MONEY, ()),
        ("编制数", PEOPLE, ()),
        ("在职人员数", PEOPLE, ("在职人员",)),
    )
}


def figure(
    item: str, value: str, unit: str = "万元", *, of: str | None = None, measure: Measure = Measure.VALUE,
    year: int | None = 2022, place: str = "一", doubts: tuple[str, ...] = (),
) -> ReadFigure:  # fmt: skip
    """Give a figure at the beginning of a report."""
    return ReadFigure(item, measure, value, unit, year, Span(0, 1), value, place, of, item in ITEMS, doubts)


def draft(*figures: ReadFigure, claims: tuple[ReadClaim, ...] = (), year: int | None = 2022) -> Draft:
    """Give the draft of a case of 2022 of one report."""
    reading = Reading("报告", "某局的报告。", ReportHead(), figures, claims)
    heading = DraftHeading("某局", "x", "某局", "甲省乙市", year, "部门整体支出")
    return draft_of([Source("自评报告", "报告.txt", reading)], heading, ITEMS, ("预算控制率", "资金管理"))


def said(one: Draft) -> dict[str, list[tuple[str, str, int | None]]]:
    """Give what is stated, by name."""
    return {entry.name: [(fig.value, fig.unit, fig.year) for fig in entry.figures] for entry in one.entries}


def test_statements_of_one_item_stand_together_with_their_places() -> None:
    one = draft(
        figure("年初预算", "5", place="一"),
        figure("编制数", "3", "人"),
        figure("年初预算数", "6", place="二"),
    )
    assert said(one) == {
        "年初预算": [("5", "万元", None), ("6", "万元", None)],
        "编制数": [("3", "人", None)],
    }
    assert [fig.place for fig in one.entries[0].figures] == ["自评报告 一", "自评报告 二"]


def test_a_value_repeated_at_one_place_is_one_statement() -> None:
    assert len(draft(figure("年初预算", "5"), figure("年初预算", "5")).figures) == 1


def test_last_year_stands_beside_this_year_else_under_its_own_name() -> None:
    last = figure("年初预算", "4", year=2021)
    assert said(draft(figure("年初预算", "5"), last))["年初预算"] == [
        ("5", "万元", None),
        ("4", "万元", 2021),
    ]
    assert said(draft(last)) == {"上年年初预算": [("4", "万元", None)]}
    assert said(draft(figure("结转上年余额", "4", year=2021))) == {"结转上年余额": [("4", "万元", None)]}
    assert said(draft(figure("年初预算", "4", year=2019))) == {"年初预算": [("4", "万元", 2019)]}


def test_changes_and_rates_stand_under_the_names_of_the_case_format() -> None:
    one = draft(
        figure("年初预算", "-2", measure=Measure.CHANGE),
        figure("年初预算", "3", "%", measure=Measure.GROWTH),
        figure("年初预算", "99", "%", measure=Measure.COMPLETION),
        figure("预算控制率", "31", "%", measure=Measure.COMPLETION),
        figure("车辆占比", "3", "%", measure=Measure.SHARE),
    )
    assert list(said(one)) == [
        "年初预算较上年增减额",
        "年初预算较上年增减率",
        "年初预算完成率",
        "车辆占比",
    ]


def test_a_rate_that_the_report_gives_of_an_indicator_is_claimed_and_scores_nothing() -> None:
    one = draft(
        figure("预算控制率", "100", "%", place="一"),
        figure("预算控制率", "98.68", "%", place="二"),
        figure("预算控制率", "7", "%", doubts=("不清楚",)),
    )
    assert [(claim.indicator, claim.said) for claim in one.claims] == [("预算控制率", (("比率", "100%"),))]
    assert one.notes == ("预算控制率 比率 98.68%（自评报告 二）",)
    assert [(fig.value, fig.doubt) for fig in one.figures] == [("7", "不清楚")]


@pytest.mark.parametrize(
    ("places", "certain"), [(("一", "表1 第7行"), True), (("表1 第7行", "表2 第7行"), False)]
)
def test_rates_of_one_name_contradict_each_other_unless_two_tables_give_them(
    places: tuple[str, str], certain: bool
) -> None:
    first, second = places
    one = draft(
        figure("预算执行率", "100", "%", place=first), figure("预算执行率", "98.68", "%", place=second)
    )
    assert [not fig.doubt for fig in one.figures] == [certain, certain]


def test_parts_stand_under_their_whole_with_the_ratios_beside_them() -> None:
    one = draft(
        figure("收入决算", "10"),
        figure("事业收入", "7", of="收入决算"),
        figure("事业收入", "70", "%", of="收入决算", measure=Measure.SHARE),
        figure("其他收入", "3", of="收入决算"),
    )
    [breakdown] = one.breakdowns
    assert (breakdown.whole, breakdown.complete) == ("收入决算", True)
    assert [(part.name, part.figures[0].value, part.figures[0].share) for part in breakdown.parts] == [
        ("事业收入", "7", "70%"), ("其他收入", "3", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("second", "complete"), [("3", True), ("2.9", True), ("1", False), ("9", False)])
def test_parts_that_all_but_make_the_whole_are_meant_to_be_all(second: str, complete: bool) -> None:
    """A gap of a twentieth is a slip that a check shall find; parts of much less are only some."""
    one = draft(
        figure("收入决算", "10"),
        figure("事业收入", "7", of="收入决算"),
        figure("其他收入", second, of="收入决算"),
    )
    assert one.breakdowns[0].complete is complete


def test_two_ways_to_break_down_one_whole_are_two() -> None:
    one = draft(
        figure("收入决算", "10", place="一"), figure("事业收入", "7", of="收入决算", place="一"),
        figure("收入决算", "10", place="二"), figure("甲镇", "4", of="收入决算", place="二"),
        figure("收入决算", "10", place="三"), figure("事业收入", "7", of="收入决算", place="三"),
    )  # fmt: skip
    assert [[part.name for part in found.parts] for found in one.breakdowns] == [["事业收入"], ["甲镇"]]
    assert "按: 自评报告 二" in draft_text(one)


def test_counts_that_stand_side_by_side_are_no_parts() -> None:
    one = draft(
        figure("编制数", "19", "人"),
        figure("在职人员数", "12", "人", of="编制数"),
        figure("派遣", "9", "人", of="编制数"),
    )
    assert one.breakdowns == ()
    assert list(said(one)) == ["编制数", "在职人员数", "派遣"]


@pytest.mark.parametrize(
    ("value", "unit", "item", "doubt"),
    [
        ("5", "", "年初预算", "没有单位"),
        ("5", "人", "年初预算", "单位“人”与数据项的“万元”不合"),
        ("五百多", "万元", "年初预算", "“五百多”不是一个准确的数，请核对原文"),
        ("5", "坨", "没有的", "不认识的单位“坨”"),
        ("5", "", "没有的", "没有单位"),
        ("无", "", "年初预算", ""),
        ("38万", "", "年初预算", ""),
        ("2,135", "人", "编制数", ""),
        ("5", "名", "编制数", ""),
    ],
)
def test_what_a_case_could_not_hold_is_doubtful(value: str, unit: str, item: str, doubt: str) -> None:
    [found] = draft(figure(item, value, unit)).figures
    assert found.doubt == doubt


def test_doubts_of_the_reader_are_kept() -> None:
    one = draft(figure("年初预算", "5", doubts=("离名称太远", "没有单位")))
    assert [(name, fig.doubt) for name, fig in one.doubtful] == [("年初预算", "离名称太远；没有单位")]
    assert '存疑: "离名称太远；没有单位"' in draft_text(one)


def test_different_values_of_what_no_item_is_called_are_doubtful() -> None:
    """Of an item they are a conflict that the report answers for."""
    named = draft(figure("工作", "5"), figure("工作", "6"))
    assert len(named.doubtful) == 2
    assert draft(figure("年初预算", "5"), figure("年初预算", "6")).doubtful == ()


def test_one_name_in_two_units_is_two_things() -> None:
    one = draft(figure("接待", "33", "批次"), figure("接待", "97", "人次"))
    assert list(said(one)) == ["接待", "接待（人次）"]


def claim(
    what: str, value: str, kind: ClaimKind = ClaimKind.SCORE, indicator: str | None = None
) -> ReadClaim:
    """Give a claim."""
    return ReadClaim(what, value, kind, Span(0, 1), value, indicator, "五")


def test_claims_stand_under_the_indicators_of_the_table() -> None:
    one = draft(
        claims=(
            claim("total", "98"),
            claim("total", "98.0"),
            claim("grade", "优", ClaimKind.GRADE),
            claim("indicator", "5", indicator="预算控制率指标"),
            claim("indicator", "0", ClaimKind.DEDUCTION, "预算控制率"),
            claim("indicator", "31%", ClaimKind.RATE, "预算控制率"),
            claim("indicator", "5", indicator="没有的指标"),
        )
    )
    assert one.whole is not None
    assert one.whole.said == (("总分", "98"), ("等级", "优"))
    assert [(found.indicator, found.said) for found in one.claims] == [
        ("预算控制率", (("得分", "5"), ("比率", "31%")))
    ]
    assert one.notes == ("没有的指标 得分 5（自评报告 五）",)


def test_of_several_totals_none_is_taken_however_often_it_is_said() -> None:
    """As in a report of five projects, two of which have 98."""
    totals = (claim("total", "98"), claim("total", "98"), claim("total", "94"))
    one = draft(claims=(*totals, claim("grade", "优", ClaimKind.GRADE)))
    assert one.whole is not None
    assert one.whole.said == (("等级", "优"),)
    assert one.notes == ("总分 98（自评报告 五）", "总分 94（自评报告 五）")


def test_of_grades_that_are_said_equally_often_none_is_taken() -> None:
    grades = (claim("grade", "优秀", ClaimKind.GRADE), claim("grade", "第一等级", ClaimKind.GRADE))
    one = draft(claims=(claim("total", "97"), *grades))
    assert one.whole is not None
    assert one.whole.said == (("总分", "97"),)
    assert len(one.notes) == 2


def test_of_two_grades_the_one_beside_the_total_is_taken() -> None:
    elsewhere = replace(claim("grade", "优秀", ClaimKind.GRADE), place="二")
    one = draft(claims=(elsewhere, claim("total", "97"), claim("grade", "第一等级", ClaimKind.GRADE)))
    assert one.whole is not None
    assert one.whole.said == (("总分", "97"), ("等级", "第一等级"))
    assert one.notes == ("等级 优秀（自评报告 二）",)


def test_a_deduction_stands_with_its_rate_and_its_reason() -> None:
    said = (
        claim("indicator", "0", ClaimKind.DEDUCTION, "预算控制率"),
        claim("indicator", "73.97%", ClaimKind.RATE, "预算控制率"),
        claim("indicator", "属每年常规增加", ClaimKind.REASON, "预算控制率"),
    )
    [one] = draft(claims=said).claims
    assert one.said == (("扣分", "0"), ("比率", "73.97%"), ("理由", "属每年常规增加"))


def test_what_was_read_is_never_a_number_by_accident() -> None:
    text = draft_text(
        draft(figure("年初预算", "2,135"), figure("编制数", "007", "人"), figure("其他收入", "1e5"))
    )
    assert '值: "2,135"' in text
    assert '值: "007"' in text


def test_a_case_without_a_year_says_so() -> None:
    assert "年度: 待填" in draft_text(draft(figure("年初预算", "4", year=2021), year=None))


@pytest.mark.parametrize(
    ("values", "places", "disputed"),
    [
        (("59.26", "62.5"), ("三", "四"), ["62.5%"]),
        (("59.26", "59.3"), ("三", "四"), []),  # rounded
        (("59.26", "62.5"), ("表1 第3行", "表2 第3行"), []),  # may be of two projects
        (("59.26", "59.26"), ("三", "四"), []),
    ],
)
def test_a_rate_of_an_indicator_that_is_told_otherwise_is_disputed(
    values: tuple[str, str], places: tuple[str, str], disputed: list[str]
) -> None:
    one = draft(
        *(figure("预算控制率", value, "%", place=place) for value, place in zip(values, places, strict=True))
    )
    assert [dispute.second[0] for dispute in one.disputes] == disputed
    assert [dict(claim.said) for claim in one.claims] == [{"比率": "59.26%"}]
