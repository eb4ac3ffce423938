"""A workbook: its visible sheets, each by its name, as tables and what stands above and below them."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.documents.paper import Paper
from jixiao.documents.readers.xlsx import read_xlsx
from jixiao.files.archive import SMALL_BYTES
from jixiao.files.workbook import looked
from jixiao.model.diagnostic import Refused
from shared.documents.built import assert_sound, paragraphs, rows, tables


def made(*fill: Callable[[Worksheet], object]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, one in enumerate(fill, start=1):
        one(workbook.create_sheet(f"表{number}"))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def read(data: bytes) -> Paper:
    paper = read_xlsx(data, "决算公开.xlsx")
    assert_sound(paper)
    return paper


def put(*lines: list[object], at: int = 1) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for row, line in enumerate(lines, start=at):
            for column, value in enumerate(line, start=1):
                sheet.cell(row, column, value)

    return fill


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_xlsx(data, "甲.xlsx")
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place.file == "甲.xlsx"
    return diagnostic.message


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_is_its_name_its_title_and_its_table() -> None:
    def fill(sheet: Worksheet) -> None:
        put(["部门整体支出绩效自评表"], ["编制单位：某局", None, "单位：万元"], ["项目", "预算", None], [None, "年初", "全年"],
            ["基本支出", 225.18, 1225.5], ["注：本表由财务填报。"])(sheet)  # fmt: skip
        for area in ("A1:C1", "A3:A4", "B3:C3", "A6:C6"):
            sheet.merge_cells(area)
        sheet["B5"].number_format = "0.0"
        sheet["C5"].number_format = "#,##0.00"

    paper = read(made(fill))
    assert paragraphs(paper) == [
        "表1",
        "部门整体支出绩效自评表",
        "编制单位：某局",
        "单位：万元",
        "注：本表由财务填报。",
    ]
    assert tables(paper) == [
        [
            (0, 0, 2, 1, "项目"),
            (0, 1, 1, 2, "预算"),
            (1, 1, 1, 1, "年初"),
            (1, 2, 1, 1, "全年"),
            (2, 0, 1, 1, "基本支出"),
            (2, 1, 1, 1, "225.2"),
            (2, 2, 1, 1, "1,225.50"),
        ]
    ]
    assert paper.name == "决算公开"


def test_empty_rows_part_tables() -> None:
    paper = read(made(put(["甲", 1], ["乙", 2], [], ["丙", 3], ["丁", 4], [None], ["说明文字"])))
    assert rows(paper, 0) == [["甲", "1"], ["乙", "2"]]
    assert rows(paper, 1) == [["丙", "3"], ["丁", "4"]]
    assert paragraphs(paper) == ["表1", "说明文字"]


def test_empty_cells_keep_their_columns_and_the_table_begins_where_something_stands() -> None:
    assert rows(read(made(put([None, "甲", None, "乙"], [None, None, 2, None])))) == [
        ["甲", "", "乙"],
        ["", "2", ""],
    ]


def test_each_visible_sheet_is_read_and_the_hidden_ones_are_said() -> None:
    def hidden(sheet: Worksheet) -> None:
        put(["密", 1], ["密", 2])(sheet)
        sheet.sheet_state = "veryHidden"

    paper = read(made(put(["甲", 1], ["乙", 2]), hidden, put(["丙", 3], ["丁", 4]), lambda sheet: None))
    assert paragraphs(paper) == ["表1", "表3"]
    assert "密" not in paper.text
    assert [(one.code, "表2" in one.text) for one in paper.remarks] == [("hidden-text", True)]


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    def fill(sheet: Worksheet) -> None:
        put(
            ["项目", "密", "密", "金额"],
            ["甲", "密", "密", 1],
            ["密", "密", "密", "密"],
            ["乙", "密", "密", 2],
        )(sheet)
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("A1:C1")
        sheet.column_dimensions.group("B", "C", hidden=True)
        sheet.row_dimensions[3].hidden = True

    paper = read(made(fill))
    assert rows(paper) == [["项目", "金额"], ["甲", "1"], ["乙", "2"]]
    [remark] = paper.remarks
    assert (remark.code, paper.words(remark.span)) == ("hidden-text", "表1")
    assert "行（1 行）和列（2 列）" in remark.text


def test_a_merged_cell_whose_first_row_is_hidden_keeps_its_text() -> None:
    def fill(sheet: Worksheet) -> None:
        put(["甲", 1], [None, 2], [None, 3])(sheet)
        sheet.merge_cells("A1:A3")
        sheet.row_dimensions[1].hidden = True

    assert tables(read(made(fill))) == [[(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "2"), (1, 1, 1, 1, "3")]]


def test_hidden_columns_in_which_nothing_stands_are_not_said() -> None:
    def fill(sheet: Worksheet) -> None:
        put(["甲", 1], ["乙", 2])(sheet)
        sheet.column_dimensions.group("E", "XFD", hidden=True)

    assert not read(made(fill)).remarks


def test_values_that_formulas_came_to_are_read_and_missing_ones_are_said() -> None:
    data = made(put(["甲", "=1+1"], ["乙", "=2+2"]))
    [remark] = read(data).remarks
    assert (remark.code, "2 个公式" in remark.text) == ("formulas-uncalculated", True)
    kept = changed(data, SHEET, lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>12.50</v>", xml))
    assert rows(read(kept)) == [["甲", "12.5"], ["乙", "12.5"]]
    assert not read(kept).remarks


def test_a_cell_far_away_is_another_table_and_takes_no_time() -> None:
    def fill(sheet: Worksheet) -> None:
        put(["甲", 1], ["乙", 2])(sheet)
        sheet["XFD1048576"] = "远"

    assert paragraphs(read(made(fill))) == ["表1", "远"]


def test_a_list_of_one_column_is_paragraphs() -> None:
    assert paragraphs(read(made(put(["目录"], ["一、收入支出决算总表"], ["二、收入决算表"]))))[1:] == [
        "目录",
        "一、收入支出决算总表",
        "二、收入决算表",
    ]


def test_what_is_no_workbook_is_refused() -> None:
    assert "损坏" in refusal(b"")
    assert "损坏" in refusal(b"PK\x03\x04nonsense")
    assert "空的" in refusal(made(lambda sheet: None))
    data = made(put(["甲", 1]))
    assert "损坏" in refusal(data[:200] + data[300:])
    assert "损坏" in refusal(changed(data, "xl/workbook.xml", lambda xml: xml[:90]))


def test_what_is_beyond_a_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(put(["甲", 1]))
    assert "大得反常" in refusal(changed(data, "xl/styles.xml", lambda xml: bytes(SMALL_BYTES + 1)))
    merge = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    assert "单元格" in refusal(
        changed(data, SHEET, lambda xml: re.sub(rb"(<pageMargins.*)?</worksheet>", merge, xml))
    )
    assert "实体" in refusal(changed(data, SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY a "b">]>' + xml))
    wide = made(put(*[["甲", 1] for _ in range(40)], ["乙", *[None] * 16_000, "丙"]))
    assert "单元格" in refusal(wide)
    monkeypatch.setattr(looked, "MAX_CELLS", 1)
    assert "单元格" in refusal(data)
    monkeypatch.setattr(looked, "MAX_XML_BYTES", 1_000)
    assert "展开" in refusal(data)


@given(
    st.binary(max_size=200),
    st.integers(min_value=0),
    st.integers(0, 40),
    st.sampled_from(["", SHEET, "xl/workbook.xml", "xl/styles.xml"]),
)
def test_any_bytes_end_in_a_paper_or_a_refusal(noise: bytes, at: int, gone: int, member: str) -> None:
    def spoilt(data: bytes) -> bytes:
        start = at % (len(data) + 1)
        return data[:start] + noise[:9] + data[start + gone :]

    for data in (noise, changed(SMALL, member, spoilt) if member else spoilt(SMALL)):
        try:
            read(data)
        except Refused as refused:
            assert refused.diagnostics


SMALL = made(put(["项目", "金额"], ["甲", 1.5], ["乙", 0.25]))
