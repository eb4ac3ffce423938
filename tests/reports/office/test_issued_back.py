"""A table goes into Excel or Word and comes back as it was, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from jixiao.documents.own.opened import open_own
from jixiao.files.schema.document import document_of
from jixiao.files.table.edit.take_over import take_over
from jixiao.files.table.printed import print_table
from jixiao.files.yaml.original import Original
from jixiao.model.printed import OfficeTable
from jixiao.reports.office.issued.word import issued_document
from jixiao.reports.office.issued.workbook import issued_workbook
from shared.office.written_tables import written_tables

ROOT = Path(__file__).parents[3]
TABLES = sorted(
    one for one in (ROOT / "rules").glob("*/*.yaml") if b"\xe6\xbb\xa1\xe5\x88\x86:" in one.read_bytes()
)
WAYS = (("xlsx", issued_workbook), ("docx", issued_document))


def office_table(data: bytes) -> OfficeTable:
    text = Original.of(data, "表.yaml").text
    return OfficeTable(print_table(document_of(text, "表.yaml", "ruleset").root), data)


def came_back(data: bytes, made: bytes, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"表.{kind}"
        path.write_bytes(made)
        own = open_own(path)
    assert own is not None
    assert own.data == data
    taken = take_over(own.data, "表.yaml", own.seen)
    assert taken.edits == ()
    return taken.after


@pytest.mark.parametrize(("kind", "make"), WAYS)
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_of_the_project_comes_back(path: Path, kind: str, make) -> None:
    data = path.read_bytes()
    assert came_back(data, make(office_table(data)), kind) == data


@settings(max_examples=40)
@given(written_tables())
def test_any_table_comes_back_from_a_workbook(data: bytes) -> None:
    assert came_back(data, issued_workbook(office_table(data)), "xlsx") == data


@settings(max_examples=40)
@given(written_tables())
def test_any_table_comes_back_from_word(data: bytes) -> None:
    assert came_back(data, issued_document(office_table(data)), "docx") == data
