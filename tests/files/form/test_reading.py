"""What people and office programs do to a form, and what is read of it all the same, or said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jixiao.quantity import Quantity
from shared.office.forms import blank, bytes_of, fill, filled, head_row, only, read_bytes, told


def stated(value: Any, number_format: str, tmp_path: Path, item: str = "年初预算") -> Quantity:
    """Give what is read of a value in a cell."""
    book = filled()
    fill(book, "数据", item, "本年", value, number_format=number_format)
    case = only(bytes_of(book), tmp_path).case
    return case.whole.statements[item][0].quantity


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (225.18, "General", "225.18"),
        (225.18, "0", "225.18"),
        (1225.18, "#,##0.00", "1225.18"),
        ("1,225.18", "@", "1225.18"),
        ("１２２５．１８", "@", "1225.18"),
        (" 225.18 ", "@", "225.18"),
        (-5, "#,##0.00_);(#,##0.00)", "-5"),
        ("225.18万元", "@", "225.18"),
    ],
)
def test_numbers_are_read_as_they_were_typed(
    value: Any, number_format: str, wanted: str, tmp_path: Path
) -> None:
    found = stated(value, number_format, tmp_path)
    assert (str(float(found.value)), found.unit.name) == (str(float(wanted)), "万元")


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (0.31, "0%", "31"),
        (0.3106, "0%", "31.06"),
        (0.3106, "0.00%", "31.06"),
        (31, "General", "31"),
        (31.06, "0.00", "31.06"),
        ("31.06%", "@", "31.06"),
        ("３１．０６％", "@", "31.06"),
        (0.31, "General", "0.31"),
    ],
)
def test_percentages_go_by_their_format(value: Any, number_format: str, wanted: str, tmp_path: Path) -> None:
    found = stated(value, number_format, tmp_path, "满意度")
    assert float(found.value) == float(wanted)
    assert found.unit.name == "%"


def test_a_unit_written_with_the_number_goes_before_that_of_its_row(tmp_path: Path) -> None:
    assert stated("3500元", "@", tmp_path).unit.name == "元"
    assert stated("3500元", "@", tmp_path).value == 3500


@pytest.mark.parametrize("value", [date(2022, 12, 31), 2022, "2022年", "２０２２年度"])
def test_years_are_read_however_they_stand(value: Any, tmp_path: Path) -> None:
    book = filled()
    fill(book, "单位信息", "年度", "填写", value)
    assert only(bytes_of(book), tmp_path).case.year == 2022


@pytest.mark.parametrize(
    ("sheet", "name", "head", "value", "message"),
    [
        (
            "数据",
            "年初预算",
            "本年",
            date(2022, 1, 2),
            "这里是日期（2022-01-02），应是数字：多半是输入后被软件自动改成了日期",
        ),
        ("数据", "年初预算", "本年", True, "这里是 TRUE，应是数字，请改正"),
        ("数据", "年初预算", "本年", "约二百", "“约二百”不是可以精确读取的数字"),
        ("数据", "年初预算", "单位", "人", "单位“人”与数据项“年初预算”（万元）不符，请核对"),
        ("评定", "第1条：建立了财务管理和会计核算制度", "是否", "可能", "“可能”不是“是”或“否”"),
        ("单位信息", "年度", "填写", "去年", "年度“去年”不是四位数的年度，请填成 2022 这样"),
        ("单位信息", "代码", "填写", "某办", "代码“某办”只能用英文字母、数字、点、连字符和下划线"),
    ],
)
def test_what_can_not_be_is_told_at_its_cell(
    sheet: str, name: str, head: str, value: Any, message: str, tmp_path: Path
) -> None:
    book = filled()
    cell = fill(book, sheet, name, head, value)
    [line] = told(bytes_of(book), tmp_path)
    assert line.startswith(f"采集表.xlsx [{sheet} {cell}]：{message}")


def test_a_formula_without_a_value_is_not_taken_for_nothing(tmp_path: Path) -> None:
    book = filled()
    cell = fill(book, "数据", "年末结余", "本年", "=1+2")
    assert told(bytes_of(book), tmp_path) == [
        f"采集表.xlsx [数据 {cell}]：这里的公式没有存下算出的值，读不到数；请用 Excel 或 WPS 打开，保存一次，或直接填数"
    ]


def test_ratings_of_all_kinds(tmp_path: Path) -> None:
    book = filled()
    for number in (1, 2, 3, 4):
        name = next(
            cell.value
            for row in book["评定"].iter_rows()
            for cell in row
            if str(cell.value).startswith(f"第{number}条") and row[0].value == "管理制度健全性"
        )
        fill(book, "评定", name, "是否", "是" if number != 2 else "否")
    fill(book, "评定", "第1条：建立了财务管理和会计核算制度", "评定人", "复核人甲")
    fill(book, "评定", "第1条：建立了财务管理和会计核算制度", "依据", "查阅制度汇编")
    fill(book, "评定", "次数", "次数或分数", 2)
    fill(book, "评定", "次数", "评定人", "甲")
    fill(book, "评定", "次数", "依据", "抽查")
    fill(book, "评定", "经济效益和社会效益", "档次", "效果明显")
    fill(book, "评定", "经济效益和社会效益", "评定人", "甲")
    fill(book, "评定", "经济效益和社会效益", "依据", "座谈")
    ratings = only(bytes_of(book), tmp_path).case.whole.ratings
    assert [one.text for one in ratings["管理制度健全性"][0].met or ()] == ["1", "3", "4"]
    assert (ratings["管理制度健全性"][0].by, ratings["管理制度健全性"][0].grounds) == (
        "复核人甲",
        "查阅制度汇编",
    )
    assert ratings["资金使用合规性"][0].count == 2
    assert ratings["经济效益和社会效益"][0].level == "效果明显"
    assert set(ratings) == {"管理制度健全性", "资金使用合规性", "经济效益和社会效益"}


def test_an_item_left_blank_is_not_taken_for_no(tmp_path: Path) -> None:
    book = filled()
    what = "第1条：建立了财务管理和会计核算制度"
    fill(book, "评定", what, "是否", "是")
    fill(book, "评定", what, "评定人", "甲")
    fill(book, "评定", what, "依据", "乙")
    [line] = told(bytes_of(book), tmp_path)
    assert "“管理制度健全性”的其他各条已经填了，第2条、第3条、第4条没有填" in line


def test_a_rating_without_a_judge_is_told(tmp_path: Path) -> None:
    book = filled()
    fill(book, "评定", "行政效能", "档次", "效果较好")
    fill(book, "评定", "行政效能", "评定人", "甲")
    fill(book, "评定", "行政效能", "依据", "略")
    [line] = told(bytes_of(book), tmp_path)
    assert "依据" in line
    assert "[评定 " in line


def test_a_form_that_nobody_filled_is_told(tmp_path: Path) -> None:
    [line] = told(bytes_of(blank()), tmp_path)
    assert line == "采集表.xlsx：这张采集表还没有填，没有可以核算的内容；请填好以后再交来"


def test_a_form_without_a_unit_is_told(tmp_path: Path) -> None:
    book = blank()
    fill(book, "数据", "年初预算", "本年", 1)
    [line] = told(bytes_of(book), tmp_path)
    assert line.startswith("采集表.xlsx [单位信息]：没有填单位")


def test_remarks_without_a_figure_and_columns_of_somebody_else_are_told(tmp_path: Path) -> None:
    book = filled()
    fill(book, "数据", "年末结余", "备注", "本单位没有")
    page = book["数据"]
    row, _ = head_row(page, "本年")
    page.cell(row, 30, "领导批示")
    page.cell(row + 2, 30, "同意")
    case = only(bytes_of(book), tmp_path)
    warnings = [one.message for one in case.warnings]
    assert "“年末结余”没有填数，只填了备注，没有读；要用的请把数补上" in warnings
    assert "“领导批示”这一列不是采集表的，没有读" in warnings


def test_a_sheet_that_was_copied_is_not_read_twice(tmp_path: Path) -> None:
    book = filled()
    book.copy_worksheet(book["数据"]).title = "数据备份"
    [line] = told(bytes_of(book), tmp_path)
    assert (
        line
        == "采集表.xlsx [数据备份 A4]：这里又有一张“数据表”（[数据 A4] 已有一张），不知用哪一张；请删去不用的那张工作表"
    )


def test_a_form_that_lost_what_was_out_of_sight_is_still_read(tmp_path: Path) -> None:
    book = filled()
    whole = only(bytes_of(book), tmp_path).text
    del book["jixiao-form"], book["选项"]
    book["数据"].title = "三、数据"
    assert only(bytes_of(book), tmp_path).text == whole


def test_a_form_of_an_older_wording_is_read_as_far_as_it_fits(tmp_path: Path) -> None:
    book = filled()
    stamp = book["jixiao-form"]
    stamp["B3"] = "0" * 64
    fill(book, "自评", "行政效能", "得分", 6)
    fill(book, "自评", "在职人员控制率", "得分", 5)
    page = book["自评"]
    row = next(cell.row for line in page.iter_rows() for cell in line if cell.value == "行政效能")
    page.cell(row, 1, "旧表里的指标")
    case = only(bytes_of(book), tmp_path)
    assert list(case.case.whole.claim.indicators) == ["在职人员控制率"]
    assert [one.message for one in case.warnings][:2] == [
        "采集表是按“huaihua-department@2022”以前的内容做的，指标表后来改过；能对上的照现在的表读了，请核对（有 1 行现在的表里没有，见下）",
        "现在的指标表里没有“旧表里的指标”，这一行没有读",
    ]


def test_a_form_of_another_version_is_read_by_the_one_there_is(tmp_path: Path) -> None:
    book = filled()
    book["jixiao-form"]["B2"] = "huaihua-department@2020"
    fill(book, "单位信息", "指标表", "填写", "huaihua-department@2020")
    case = only(bytes_of(book), tmp_path)
    assert case.case.ruleset == "huaihua-department@2022"
    assert (
        "采集表是按“huaihua-department@2020”做的，现在只有“huaihua-department@2022”"
        in case.warnings[0].message
    )


def test_a_form_of_a_newer_program_is_told(tmp_path: Path) -> None:
    book = filled()
    book["jixiao-form"]["B1"] = "9"
    [line] = told(bytes_of(book), tmp_path)
    assert "这张采集表是用更新的程序做的（第 9 版）" in line


def test_a_row_a_unit(tmp_path: Path) -> None:
    """Several units in one form, each a case; one that is not in order is told, with its cell."""
    book = blank(many=True)
    page = book["各单位"]
    row, _ = head_row(page, "单位名称")
    heads = {cell.value: cell.column for cell in page[row]}
    for at, (unit, budget, rated) in enumerate(
        (("甲办", 225.18, "是"), ("乙办", "3500元", "否")), start=row + 1
    ):
        page.cell(at, heads["单位名称"], unit)
        page.cell(at, heads["数据\n年初预算（万元）"], budget)
        page.cell(at, heads["自评\n总分"], 98)
        page.cell(at, heads["材料来源"], "部门决算公开")
        for head, column in heads.items():
            if str(head).startswith("评定\n管理制度健全性"):
                page.cell(at, column, rated)
        page.cell(at, heads["评定\n评定人"], "甲")
        page.cell(at, heads["评定\n依据"], "查阅")
    run = read_bytes(bytes_of(book), tmp_path)
    assert not run.errors
    assert not any(one.warnings for one in run.cases)
    first, second = (one.case for one in run.cases)
    assert (first.unit, second.unit) == ("甲办", "乙办")
    assert first.id != second.id
    assert first.whole.statements["年初预算"][0].quantity.base == 2251800
    assert second.whole.statements["年初预算"][0].quantity.base == 3500
    assert [one.text for one in first.whole.ratings["管理制度健全性"][0].met or ()] == ["1", "2", "3", "4"]
    assert second.whole.ratings["管理制度健全性"][0].met == ()
    assert first.whole.claim.total == 98
    assert first.whole.statements["年初预算"][0].source == "部门决算公开"
    page.cell(row + 2, heads["数据\n编制数（人）"], "许多")
    [line] = told(bytes_of(book), tmp_path)
    assert line.startswith("采集表.xlsx [各单位 E6]：“许多”不是可以精确读取的数字")


def test_a_mistake_in_one_row_keeps_no_other_unit_from_being_read(tmp_path: Path) -> None:
    book = blank(many=True)
    page = book["各单位"]
    row, _ = head_row(page, "单位名称")
    heads = {cell.value: cell.column for cell in page[row]}
    items = [column for head, column in heads.items() if str(head).startswith("评定\n管理制度健全性")]
    for at, unit in enumerate(("甲办", "乙办", "丙办"), start=row + 1):
        page.cell(at, heads["单位名称"], unit)
        page.cell(at, heads["数据\n年初预算（万元）"], 225.18)
        for column in items:
            page.cell(at, column, "√")
        page.cell(at, heads["评定\n评定人"], "甲")
        page.cell(at, heads["评定\n依据"], "查阅")
    page.cell(row + 1, heads["数据\n年初预算（万元）"]).value = date(2022, 1, 2)
    page.cell(row + 3, items[1]).value = None
    page.cell(row + 3, items[2]).value = "是的"
    run = read_bytes(bytes_of(book), tmp_path)
    assert [one.case.unit for one in run.cases] == ["乙办"]
    dated, unsaid, unclear = sorted((one.place.line, one.place.column, one.message) for one in run.errors)
    assert dated[0] == row + 1
    assert "这里是日期" in dated[2]
    assert unsaid[:2] == (row + 3, items[1])
    assert "第2条没有填" in unsaid[2]
    assert unclear[:2] == (row + 3, items[2])
    assert "“是的”不是“是”或“否”" in unclear[2]


def test_an_empty_item_is_told_at_the_cell_to_fill(tmp_path: Path) -> None:
    book = filled()
    page = book["评定"]
    _, column = head_row(page, "是否")
    first, second = [row[0].row for row in page.iter_rows() if row[0].value == "管理制度健全性"][:2]
    page.cell(first, column, "是")
    run = read_bytes(bytes_of(book), tmp_path)
    place = run.errors[0].place
    assert (place.line, place.column) == (second, column)


@pytest.mark.parametrize(
    ("value", "number_format", "meant"),
    [(0.93, "General", "93"), ("0.5", "@", "50"), (0.93, "0%", ""), (93, "General", ""), (0, "General", ""), (1, "General", "")],
)  # fmt: skip
def test_a_fraction_in_a_row_of_percent_is_asked_about(
    value: Any, number_format: str, meant: str, tmp_path: Path
) -> None:
    book = filled()
    fill(book, "数据", "满意度", "本年", value, number_format=number_format)
    told_of = [one.message for one in only(bytes_of(book), tmp_path).warnings]
    assert [f"如果是 {meant}%，请改填 {meant}" in one for one in told_of] == ([True] if meant else [])


def test_a_fraction_in_a_row_of_units_is_asked_about(tmp_path: Path) -> None:
    book = blank("huaihua-department@2022", many=True)
    page = book["各单位"]
    row, _ = head_row(page, "单位名称")
    heads = {cell.value: cell.column for cell in page[row]}
    page.cell(row + 1, heads["单位名称"], "甲办")
    page.cell(row + 1, heads["数据\n满意度（%）"], 0.93)
    [warning] = only(bytes_of(book), tmp_path).warnings
    assert "“满意度”的单位是 %，填的是 0.93，照 0.93% 读了；如果是 93%，请改填 93" in warning.message


def test_a_count_says_what_is_counted() -> None:
    notes = [row[-1].value for row in blank()["评定"].iter_rows() if row[0].value == "资金使用合规性"]
    assert notes == ["满分 6 分；“以上每出现一例不符合的扣1分”：这样的有几例填几，一例也没有的填 0"]


def test_two_forms_of_one_unit_are_told(tmp_path: Path) -> None:
    from jixiao.desk.form import read_forms

    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(bytes_of(filled()))
    run = read_forms([tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    [told_twice] = [one for one in run.cases[0].warnings if "有 2 份" in one.message]
    assert told_twice.message.startswith(
        "“某办”2022年度的采集表有 2 份：a.xlsx [单位信息 B7]、b.xlsx [单位信息 B7]"
    )


def test_a_form_leads_to_no_file_of_its_own_choice(tmp_path: Path) -> None:
    """指标表 is a code: a path that somebody writes in its place is refused before anything is opened."""
    book = filled()
    cell = fill(book, "单位信息", "指标表", "填写", "../别处/表.yaml")
    [line] = told(bytes_of(book), tmp_path)
    assert line.startswith(f"采集表.xlsx [单位信息 {cell}]：“../别处/表.yaml”不符合要求")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    book = filled()
    fill(book, "数据", "年初预算", "本年", date(2022, 1, 2))
    fill(book, "数据", "编制数", "单位", "公里")
    fill(book, "自评", "在职人员控制率", "得分", "约5")
    found = told(bytes_of(book), tmp_path)
    wanted = ("“约5”不是可以精确读取的数字", "这里是日期", "单位“公里”与数据项")
    assert len(found) == len(wanted)
    assert all(any(part in line for line in found) for part in wanted)
