"""A workbook as it is read: exact values, what cells show, places; and what a person must know of the file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from zipfile import ZipFile

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


SHEET, RELATIONS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"


def changed(part: str, change: Callable[[bytes], bytes], named: str | None = None) -> bytes:
    """Give a workbook with one cell and a merged pair, one of whose parts was changed, or named otherwise."""

    def fill(sheet) -> None:
        sheet["A1"] = "字"
        sheet.merge_cells("B2:C2")

    stream = io.BytesIO()
    with ZipFile(io.BytesIO(made(fill))) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if named and name == RELATIONS:
                data = data.replace(part.rpartition("/")[2].encode(), named.rpartition("/")[2].encode())
            new.writestr(named or name if name == part else name, change(data) if name == part else data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "area", ["A1:XFD1048576", "$A$1:$XFD$1048576", "A:XFD", "1:1048576", "&#65;1:XFD1048576"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_merged_range_of_billions_is_refused_however_it_is_written(area: str, encoding: str) -> None:
    def change(sheet: bytes) -> bytes:
        text = sheet.decode().replace("B2:C2", area)
        text = re.sub(r"^<\?xml[^>]*\?>", "", text)
        return f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)

    with pytest.raises(Refused, match="单元格超过"):
        open_book(changed(SHEET, change), "表.xlsx")


@pytest.mark.parametrize(
    "more",
    [
        b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        b"<x>" + b'<row r="9"/>' * 300_000 + b"</x>",
        b"<x>" + b"<si/>" * 2_000_001 + b"</x>",
    ],
)
def test_what_would_become_millions_of_objects_is_refused(more: bytes) -> None:
    data = changed(SHEET, lambda sheet: sheet.replace(b"</mergeCells>", b"</mergeCells>" + more))
    with pytest.raises(Refused, match="单元格超过"):
        open_book(data, "表.xlsx")


def test_a_sheet_under_a_name_that_is_not_looked_through_is_not_opened() -> None:
    with pytest.raises(Refused):
        open_book(changed(SHEET, bytes, named="xl/worksheets/sheet1.dat"), "表.xlsx")
    assert (
        open_book(changed(SHEET, bytes, named="xl/worksheets/blatt.xml"), "表.xlsx").sheets[0].text(1, 1)
        == "字"
    )


def test_a_part_that_is_no_xml_costs_nothing_else() -> None:
    data = changed("docProps/app.xml", lambda _: b"<x><br></x>")
    assert open_book(data, "表.xlsx").sheets[0].text(1, 1) == "字"


def test_a_picture_costs_nothing_else() -> None:
    from openpyxl.drawing.image import Image
    from PIL import Image as Picture

    def fill(sheet) -> None:
        sheet["A1"] = "字"
        stream = io.BytesIO()
        Picture.new("RGB", (4, 4)).save(stream, "png")
        sheet.add_image(Image(stream))

    assert open_book(made(fill), "表.xlsx").sheets[0].text(1, 1) == "字"
