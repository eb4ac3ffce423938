"""Our own tables are found again whatever people do to their layout, and only ours."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from jixiao.documents.own.opened import open_own
from jixiao.files.table.edit.take_over import take_over
from jixiao.model.diagnostic import Refused
from jixiao.model.enclosed import SHEET, enclose, enclosed
from jixiao.model.printed import OfficeTable
from jixiao.reports.office.archive import archive_of as zipped, members_of as members
from jixiao.reports.office.issued.word import issued_document
from jixiao.reports.office.issued.workbook import issued_workbook
from shared.office.seen_tables import FILE, printed_of
from shared.office.written_tables import written_tables

ROOT = Path(__file__).parents[3]
DATA = (ROOT / "rules/huaihua/department-2022.yaml").read_bytes()
WORKBOOK = issued_workbook(OfficeTable(printed_of(DATA), DATA))
WORD = issued_document(OfficeTable(printed_of(DATA), DATA))


def shuffled(data: bytes, random: Random) -> bytes:
    """Do to a workbook what people do: move, insert, hide, merge and unmerge, without changing a text."""
    book = load_workbook(io.BytesIO(data))
    sheet = book["指标表"]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    columns = random.sample(range(len(rows[0])), len(rows[0]))
    moved = book.create_sheet("新", 0)
    row = column = 1
    places = []
    for _ in columns:
        column += random.choice((0, 0, 1))
        places.append(column)
        column += 1
    heads = list(rows[2])
    for values in rows:
        row += random.choice((0, 0, 0, 1))
        for at, one in zip(places, columns, strict=True):
            if values[one] is not None:
                moved.cell(row, at).value = values[one]
        if random.random() < 0.2:
            moved.row_dimensions[row].hidden = True
        row += 1
    for at, one in zip(places, columns, strict=True):
        if random.random() < 0.2:
            moved.column_dimensions[get_column_letter(at)].hidden = True
        if "级" in str(heads[one]):
            _merge_some(moved, at, random)
    book.remove(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _merge_some(sheet, column: int, random: Random) -> None:
    """Merge cells with the empty ones below them, here and there."""
    row = 1
    while row < sheet.max_row:
        end = row
        while end < sheet.max_row and sheet.cell(end + 1, column).value is None:
            end += 1
        if end > row and sheet.cell(row, column).value is not None and random.random() < 0.5:
            has_total = any("合计" in str(cell.value) for line in sheet.iter_rows(row, end) for cell in line)
            if not has_total:
                sheet.merge_cells(start_row=row, end_row=end, start_column=column, end_column=column)
        row = end + 1


def opened(data: bytes, folder: Path, name: str = "表.xlsx"):
    path = folder / name
    path.write_bytes(data)
    return open_own(path)


@settings(max_examples=25)
@given(written_tables(), st.randoms(use_true_random=False))
def test_layout_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, random: Random
) -> None:
    made = issued_workbook(OfficeTable(printed_of(data), data))
    own = opened(shuffled(made, random), tmp_path_factory.mktemp("moved"))
    assert own is not None
    assert take_over(own.data, FILE, own.seen).edits == ()


@given(st.binary(max_size=100_000))
def test_any_bytes_travel(data: bytes) -> None:
    pieces = enclose(data)
    assert enclosed(pieces) == data
    assert all(len(one) <= 32_767 for one in pieces)
    assert enclosed((*pieces[:-1], "AA" + pieces[-1])) is None or not data
    assert enclosed(pieces[:1]) is None


def test_a_file_that_lost_what_travels_in_it_is_not_ours(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    book.remove(book[SHEET])
    book.save(tmp_path / "a.xlsx")
    assert open_own(tmp_path / "a.xlsx") is None
    parts = {name: data for name, data in members(WORD).items() if "customXml" not in name}
    rels = parts["word/_rels/document.xml.rels"]
    assert b"customXml" in rels
    assert opened(zipped(parts), tmp_path, "b.docx") is None
    Workbook().save(tmp_path / "c.xlsx")
    assert open_own(tmp_path / "c.xlsx") is None
    (tmp_path / "d.html").write_text("<table><tr><td>指标</td></tr></table>", encoding="utf-8")
    assert open_own(tmp_path / "d.html") is None


def test_a_file_without_its_heads_is_refused(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    book["指标表"]["E3"] = "说法"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused, match="找不到表头"):
        open_own(tmp_path / "a.xlsx")


def test_what_stands_outside_of_the_table_is_told_with_its_cell(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    book["指标表"]["H7"] = "多的一格"
    book.save(tmp_path / "a.xlsx")
    own = open_own(tmp_path / "a.xlsx")
    assert own is not None
    assert [one.place.cell for one in own.seen.over] == ["H7"]


def test_tracked_changes_are_the_edit(tmp_path: Path) -> None:
    parts = members(WORD)
    text = parts["word/document.xml"].decode()
    old = "预算完成率"
    start = text.index(f'<w:t xml:space="preserve">{old}</w:t>')
    run_start, run_end = text.rindex("<w:r>", 0, start), text.index("</w:r>", start) + len("</w:r>")
    run = text[run_start:run_end]
    gone = run.replace("w:t ", "w:delText ").replace("</w:t>", "</w:delText>")
    new = run.replace(old, "预算完成比率")
    attributes = 'w:id="1" w:author="某" w:date="2024-01-01T00:00:00Z"'
    text = f"{text[:run_start]}<w:del {attributes}>{gone}</w:del><w:ins {attributes}>{new}</w:ins>{text[run_end:]}"
    parts["word/document.xml"] = text.encode()
    own = opened(zipped(parts), tmp_path, "改.docx")
    assert own is not None
    taken = take_over(own.data, FILE, own.seen)
    assert [(one.what, one.new) for one in taken.edits] == [("“预算完成率”的名称", "预算完成比率")]
    assert taken.after == DATA.replace("名称: 预算完成率".encode(), "名称: 预算完成比率".encode())
    assert any("修订" in str(one) for one in own.seen.remarks)


ODD = (
    "合计", "—", "一级指标", "加分项（另加，不计入满分）", None, 5, 0.1, True, "x: y\n- z", "分值", "评分标准", "公式：a/b",
    "由被评价单位自己设指标。", "=1+1", "-", "#", '"', "{", "&a", "*a", "%", "|", "🙂",
)  # fmt: skip


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(1, 23), st.integers(1, 7), st.sampled_from(ODD)), max_size=4),
    st.integers(0, 40),
)
def test_whatever_is_written_into_cells_ends_in_edits_or_in_messages(
    tmp_path_factory: pytest.TempPathFactory, cells, gone: int
) -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    sheet = book["指标表"]
    for row, column, value in cells:
        cell = sheet.cell(row, column)
        if type(cell).__name__ != "MergedCell":
            cell.value = value
    if 0 < gone < 23:
        sheet.delete_rows(gone)
    path = tmp_path_factory.mktemp("odd") / "表.xlsx"
    book.save(path)
    try:
        own = open_own(path)
        assert own is not None
        taken = take_over(own.data, FILE, own.seen)
    except Refused as refused:
        assert all(one.message for one in refused.diagnostics)
    else:
        assert (taken.after == DATA) is not bool(taken.edits)
