"""The workbook of a form: what may be filled, what each column lets in, and that it opens as it is."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from jixiao.desk.check import check as jixiao_check
from jixiao.desk.form import form
from jixiao.model.form import Form
from jixiao.quantity import points_text
from jixiao.reports.office.form.cells import content
from jixiao.reports.office.form.write import form_bytes
from shared.office.forms import blank, bytes_of, fill, filled, head_row, of_case, only
from shared.office.parts import converted, pictures

ROOT = Path(__file__).parents[4]
TABLES = ("huaihua-department", "zhanjiang-department", "project-expenditure")
BEIJING = ROOT / "cases/huaihua-beijing-2022.yaml"


def written(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("table", TABLES)
def test_equal_forms_are_equal_bytes(table: str, many: bool) -> None:
    assert form_bytes(form(table, many=many).form) == form_bytes(form(table, many=many).form)


@pytest.mark.parametrize("table", TABLES)
def test_only_what_is_to_be_filled_is_unlocked(table: str) -> None:
    """No password; heads, names and notes stay as they are."""
    for page in blank(table).worksheets:
        if page.sheet_state != "visible":
            continue
        assert page.protection.sheet
        assert not page.protection.password
        unlocked = [cell for row in page.iter_rows() for cell in row if not cell.protection.locked]
        assert all(cell.fill.fgColor.rgb == "FFFFF9DB" for cell in unlocked)
        assert bool(unlocked) == (page.title not in ("填表说明", "核对"))


@pytest.mark.parametrize("table", TABLES)
def test_one_validation_a_column_with_a_message_in_chinese(table: str) -> None:
    for page in blank(table).worksheets:
        found = page.data_validations.dataValidation
        ranges = [str(one.sqref) for one in found]
        assert len(ranges) == len(set(ranges))
        columns = [(rest.split(":")[0].rstrip("0123456789"), rest) for rest in ranges]
        assert all(":" in rest or rest[-1].isdigit() for _, rest in columns)
        for one in found:
            assert one.error
            assert len(one.error) < 225
            assert len(one.prompt or "") <= 255


def test_levels_come_from_lists_on_a_sheet_of_their_own() -> None:
    book = blank()
    lists = {cell.value: cell.column for cell in book["选项"][1]}
    column = lists["行政效能等级"]
    assert [row[0].value for row in book["选项"].iter_rows(min_row=2, max_row=4, min_col=column, max_col=column)] == [
        "效果较好", "效果一般", "无效果或者效果不明显",
    ]  # fmt: skip
    rules = [str(one.formula1) for one in book["评定"].data_validations.dataValidation if one.type == "list"]
    assert any("MATCH($A5&$B5,选项!$1:$1,0)" in rule for rule in rules)


def test_what_is_out_of_sight_says_of_which_table_it_is() -> None:
    book = blank()
    stamp = book["jixiao-form"]
    assert stamp.sheet_state == "veryHidden"
    assert [stamp.cell(row, 2).value for row in (1, 2, 4)] == ["1", "huaihua-department@2022", "单位"]
    assert len(stamp["B3"].value) == 64


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    case = tmp_path / "a.yaml"
    text = BEIJING.read_text("utf-8").replace("出处: 自评报告 三}", '出处: "=1+1 & <b>"}')
    case.write_text(text, "utf-8")
    page = written(of_case(case, "huaihua-department@2022"))["数据"]
    found = [cell for row in page.iter_rows() for cell in row if cell.value == "=1+1 & <b>"]
    assert found
    assert {cell.data_type for cell in found} == {"s"}


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("43.50", 43.5, "0.00"),
        ("31.06%", 0.3106, "0.00%"),
        ("１２", "１２", None),
        ("1234567890.1234567", "1234567890.1234567", None),
        ("007", "007", None),
    ],
)
def test_numbers_keep_their_digits(text: str, value: object, shown: str | None) -> None:
    column = next(one for one in panel_of(form("huaihua-department").form).columns if one.key == "本年")
    found = content(text, column)
    assert found.value == value
    assert found.number_format == (f"{shown};-{shown}" if shown else "@")


def panel_of(made: Form):
    panel = made.panel("数据")
    assert panel is not None
    return panel


def test_the_form_tells_where_each_item_stands() -> None:
    """What formulas speak of; the row that is to be used goes before the first of its name."""
    made = form("huaihua-department@2022").form
    data = panel_of(made)
    for name, cells in made.items.items():
        key = "上年" if name == "上年三公经费预算" else "本年"
        base = name.removeprefix("上年" * (key == "上年"))
        row = next(at for at, row in enumerate(data.rows) if row.values.get("名称") == base)
        assert cells.value == data.cell(row, key)
    assert {*made.own_units} == {*made.items}
    filled_in = form("huaihua-department@2022", case=BEIJING).form
    rows = [at for at, row in enumerate(panel_of(filled_in).rows) if row.values.get("名称") == "本年追加预算"]
    assert filled_in.items["本年追加预算"].value == panel_of(filled_in).cell(rows[1], "本年")


def test_scores_are_previewed_where_that_is_exact(tmp_path: Path) -> None:
    """LibreOffice calculates what the engine says; what no formula can say is left to the program."""
    book = blank("huaihua-department@2022")
    path = tmp_path / "填好.xlsx"
    for name, value in (("在职人员数", 20), ("编制数", 19), ("年初预算", 225.18), ("本年追加预算", 69.94)):
        fill(book, "数据", name, "本年", value)
    fill(book, "单位信息", "单位", "填写", "某办")
    path.write_bytes(bytes_of(book))
    again = load_workbook(converted(path, "xlsx", tmp_path / "again"), data_only=True)["核对"]
    row, column = head_row(again, "预览得分")
    shown = {again.cell(at, 1).value: again.cell(at, column).value for at in range(row + 1, row + 17)}
    case = only(path.read_bytes(), tmp_path)
    results = {one.indicator.name: one for one in jixiao_check(path).reviews[0].evaluation.results}
    assert case.case.unit == "某办"
    assert shown["预算控制率"] == float(results["预算控制率"].high) == 0
    control = results["在职人员控制率"]
    assert shown["在职人员控制率"] in (
        float(control.low),
        f"{points_text(control.low)}～{points_text(control.high)}",
    )
    assert shown["公用经费控制率"] == "待填"
    assert shown["管理制度健全性"] == shown["社会公众或服务对象满意度"] == "由程序核算"


def test_libreoffice_reads_saves_and_prints_it(tmp_path: Path) -> None:
    """Saved again by LibreOffice it is the same case; its own sums are right; every sheet is a page."""
    book = filled()
    fill(book, "数据", "满意度", "本年", 0.31, number_format="0%")
    fill(book, "数据", "年末结余", "本年", 0.1 + 0.2)
    fill(book, "数据", "本年追加预算", "本年", "１,２２５.１８")
    fill(book, "数据", "实际政府采购金额", "本年", 12)
    fill(book, "数据", "政府采购预算", "本年", 10)
    fill(book, "评定", "行政效能", "档次", "效果较好")
    fill(book, "评定", "行政效能", "评定人", "甲")
    fill(book, "评定", "行政效能", "依据", "乙")
    path = tmp_path / "填好.xlsx"
    path.write_bytes(bytes_of(book))
    again = converted(path, "xlsx", tmp_path / "again")
    assert only(again.read_bytes(), tmp_path).text == only(path.read_bytes(), tmp_path).text
    shown = load_workbook(again, data_only=True)["核对"]
    results = {row[0].value: row[3].value for row in shown.iter_rows(min_row=5)}
    assert results["实际采购与采购预算"] == "不符，相差 2 万元"
    real = tmp_path / "北京.xlsx"
    real.write_bytes(of_case(BEIJING, "huaihua-department@2022"))
    saved = converted(real, "xlsx", tmp_path / "again")
    assert only(saved.read_bytes(), tmp_path).text == only(real.read_bytes(), tmp_path).text
    assert len(pictures(converted(real, "pdf", tmp_path / "pdf"), tmp_path / "png")) >= 8


def test_points_of_own_indicators_add_up_as_they_are_filled_in(tmp_path: Path) -> None:
    book = blank("project-expenditure")
    page = book["自设指标"]
    top, column = head_row(page, "已设分值")
    names = {cell.value: cell.column for cell in page[top]}
    fill(book, "单位信息", "单位", "填写", "某办")
    for at, (name, points) in enumerate((("甲", 30), ("乙", 12.5)), start=top + 1):
        page.cell(at, names["名称"], name)
        page.cell(at, names["分值"], points)
        page.cell(at, names["目标"], "≥3项")
        page.cell(at, names["实际完成"], 3)
        page.cell(at, names["单位"], "项")
    path = tmp_path / "填好.xlsx"
    path.write_bytes(bytes_of(book))
    again = converted(path, "xlsx", tmp_path / "again")
    sums = load_workbook(again, data_only=True)["自设指标"]
    assert [sums.cell(at, column).value for at in (top + 1, top + 2, top + 9)] == [42.5, 42.5, 0]
    own = only(again.read_bytes(), tmp_path).case.whole.own["产出指标"]
    assert [(one.name, one.points) for one in own] == [("甲", Fraction(30)), ("乙", Fraction(25, 2))]
