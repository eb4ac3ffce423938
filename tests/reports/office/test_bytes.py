"""Office files that go out: equal content gives equal bytes, and data stays what it was."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from jixiao.reports.office.word import document_bytes
from jixiao.reports.office.workbook import workbook_bytes
from shared.office.parts import converted, pictures

DATA = ("=1+1", "+86", "-5", "@甲", "=cmd|' /C calc'!A0", "&<>\"'", "http://a.b", "甲\n乙", "0012", "a\x01b")


def workbook() -> bytes:
    def fill(made) -> None:
        sheet = made.add_worksheet("数据")
        for row, text in enumerate(DATA):
            sheet.write_string(row, 0, text)

    return workbook_bytes(fill, "题")


def document() -> bytes:
    made = Document()
    made.add_paragraph("复核意见")
    return document_bytes(made, "题")


@pytest.mark.parametrize("make", [workbook, document])
def test_equal_content_gives_equal_bytes(make) -> None:
    first = make()
    time.sleep(2.1)  # a zip archive counts time in steps of two seconds
    assert make() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        [core] = [archive.read(name) for name in archive.namelist() if "core.xml" in name]
        assert core.count(b"2000-01-01T00:00:00Z") == 2, "made and changed at no real time"


def test_data_that_looks_like_a_formula_stays_text() -> None:
    sheet = load_workbook(io.BytesIO(workbook()))["数据"]
    cells = [sheet.cell(row + 1, 1) for row in range(len(DATA))]
    assert {one.data_type for one in cells} == {"s"}
    assert [one.hyperlink for one in cells] == [None] * len(DATA)
    assert [one.value for one in cells[:-1]] == list(DATA[:-1])


def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(workbook())
    assert len(pictures(converted(file, "pdf", tmp_path / "pdf"), tmp_path / "png")) == 1
