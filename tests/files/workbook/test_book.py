"""A workbook as it is read: exact values, what cells show, places; and what a person must know of the file."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from jixiao.files.workbook.book import Area, open_book
from jixiao.model.diagnostic import Place, Refused


def made(fill) -> bytes:
    workbook = Workbook()
    fill(workbook.active)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def test_a_cell_has_its_value_its_text_and_its_place() -> None:
    def fill(sheet) -> None:
        sheet.title = "数据"
        sheet["C12"] = 0.1 + 0.2
        sheet["D12"] = 0.31
        sheet["D12"].number_format = "0%"
        sheet["E12"] = "１,225.18"

    sheet = open_book(made(fill), "表.xlsx").sheet("数据")
    assert sheet is not None
    cell = sheet.cells[12, 3]
    assert (cell.value, cell.text, str(cell.place)) == (Decimal("0.3"), "0.3", "表.xlsx [数据 C12]")
    assert (sheet.cells[12, 4].text, sheet.cells[12, 4].is_percentage) == ("31%", True)
    assert sheet.text(12, 5) == "１,225.18"
    assert sheet.text(1, 1) == ""
    assert (sheet.last_row, sheet.last_column) == (12, 5)


def test_what_is_hidden_or_merged_is_there_too() -> None:
    def fill(sheet) -> None:
        sheet.title = "表"
        sheet["A1"], sheet["B3"] = "题", 5
        sheet.merge_cells("A1:C1")
        sheet.row_dimensions[3].hidden = True

    [sheet] = open_book(made(fill), "表.xlsx").sheets
    assert sheet.merged == (Area(1, 1, 1, 3),)
    assert sheet.text(3, 2) == "5"


def test_a_formula_without_its_value_is_told() -> None:
    book = open_book(made(lambda sheet: sheet.append(["=1+1"])), "表.xlsx")
    assert [one.place.file for one in book.remarks] == ["表.xlsx"]
    assert "1 个公式没有存下算出的值" in book.remarks[0].message


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b"no workbook"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        open_book(data, "表.xlsx")


def test_a_place_in_a_workbook_names_the_cell() -> None:
    assert str(Place("", 12, 28, "数据")) == "[数据 AB12]"
    assert str(Place("表.xlsx", sheet="数据")) == "表.xlsx [数据]"
    assert Place("表.yaml", 3, 4).cell == ""
