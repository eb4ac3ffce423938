"""得分表: what its formulas come to is what the engine computed, in a program that knows nothing of Jixiao."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import load_workbook

from jixiao.desk.check import check_each
from jixiao.model.review import Checked, Review
from jixiao.reports.check.content.case import case_content
from jixiao.reports.check.grouping import by_case
from jixiao.reports.office.sheets.scores import COLUMNS, HEAD_ROW, scores_bytes
from jixiao.scoring.evaluate import evaluate_case
from reports.office.computed import Computed
from reports.runs import runs
from reports.samples import department
from shared.cases.strategies import cases, settling_cases
from shared.office.parts import converted

ROOT = Path(__file__).parents[3]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
RANDOM, FOR_LIBREOFFICE = 100, 4
"""Cases that are drawn; a workbook of 200 sheets takes LibreOffice minutes."""


def contents():
    for one in check_each(CASES, ROOT / "rules", lambda each: each):
        yield case_content(one)


def drawn() -> list[dict]:
    """Give the reviews of random cases, by tables of every kind of total."""
    found: list[dict] = []

    @settings(
        max_examples=RANDOM,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases | settling_cases)
    def draw(both) -> None:
        reviews = tuple(Review(one) for one in evaluate_case(both.case, both.ruleset))
        found.extend(case_content(Checked(reviews))["核算"])

    draw()
    return found


def without_values(data: bytes) -> bytes:
    """Take out of a workbook what its formulas are said to come to, so that a program must compute it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if "worksheets/sheet" in name:
                text = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", text)
            new.writestr(name, text)
    return stream.getvalue()


def numbers(data: bytes, sheet: str) -> list[list[object]]:
    """Give the values of a score sheet, row by row."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    return [
        list(row)
        for row in book[sheet].iter_rows(min_row=HEAD_ROW + 2, max_col=len(COLUMNS), values_only=True)
    ]


def hold(rows: list[list[object]], review) -> None:
    """Hold a computed sheet against the review."""

    def same(cell: object, value: Fraction) -> bool:
        return isinstance(cell, int | float | Fraction) and abs(Fraction(cell) - value) < Fraction(1, 10**8)

    for row, one in zip(rows, review["得分表"], strict=False):
        assert row[2] == one["指标"]
        assert same(row[8], one["最低"].value), row
        assert same(row[9], one["最高"].value), row
    if not any(one["计入"] for one in review["得分表"]):
        return
    [total] = [row for row in rows[len(review["得分表"]) :] if row[2] == "总分"]
    assert same(total[8], review["最低"].value)
    assert same(total[9], review["最高"].value)
    if review["自评"].value is not None:
        assert same(total[10], review["自评"].value - review["最高"].value)


def test_formulas_come_to_what_the_engine_computed() -> None:
    """Real cases and random ones: of every kind of sentence, total, choice, limit and veto."""
    reviews = [review for content in contents() for review in content["核算"]] + drawn()
    assert len(reviews) > RANDOM
    book = load_workbook(io.BytesIO(scores_bytes({**next(iter(contents())), "核算": reviews})))
    computed = Computed(book)
    for number, review in enumerate(reviews, 1):
        sheet = book[f"{number} 得分表"]
        rows = [
            [computed.at(sheet.title, cell.coordinate) for cell in row]
            for row in sheet.iter_rows(min_row=HEAD_ROW + 2, max_col=len(COLUMNS))
        ]
        hold(rows, review)


def test_libreoffice_computes_the_same(tmp_path: Path) -> None:
    reviews = [next(iter(content["核算"])) for content in contents()] + drawn()[:FOR_LIBREOFFICE]
    file = tmp_path / "得分表.xlsx"
    file.write_bytes(without_values(scores_bytes({**next(iter(contents())), "核算": reviews})))
    computed = converted(file, "xlsx", tmp_path / "computed").read_bytes()
    for number, review in enumerate(reviews, 1):
        hold(numbers(computed, f"{number} 得分表"), review)


def test_viewers_that_do_not_compute_show_the_same() -> None:
    for content in contents():
        data = scores_bytes(content)
        several = len(content["核算"]) > 1
        for number, review in enumerate(content["核算"], 1):
            hold(numbers(data, f"{number} 得分表" if several else "得分表"), review)


def test_equal_content_is_equal_bytes_and_texts_stay_texts() -> None:
    [reviews, _] = next(by_case(department()))
    content = dict(case_content(Checked(reviews)))
    content["单位"] = "=cmd|' /C calc'!A0"
    assert scores_bytes(content) == scores_bytes(content)
    book = load_workbook(io.BytesIO(scores_bytes(content)))
    assert book["得分表"]["A1"].data_type == "s"
    formulas = [
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert formulas
    assert all(re.fullmatch(r"=(ROUND\(.*\)|J\d+|\d+/\d+)", one) for one in formulas)


@given(runs)
@settings(deadline=None, max_examples=20)
def test_any_run_is_a_workbook(run) -> None:
    for reviews, mean in by_case(run):
        assert load_workbook(io.BytesIO(scores_bytes(case_content(Checked(reviews, mean)))))


def test_a_fraction_that_no_decimal_ends_is_its_division() -> None:
    """湛江: 18.669 ends, 2/3 does not."""
    [content] = [one for one in contents() if one["代码"] == "zhanjiang-beijing-2021"]
    assert numbers(scores_bytes(content), "得分表")
    from jixiao.reports.check.content.tree import exactly

    row = {**content["核算"][0]["得分表"][0], "自评分": exactly(Fraction(8, 3))}
    review = {**content["核算"][0], "得分表": [row]}
    sheet = load_workbook(io.BytesIO(scores_bytes({**content, "核算": [review]})))["得分表"]
    assert sheet.cell(HEAD_ROW + 2, 7).value == "=8/3"


@pytest.mark.parametrize("name", ["a/b", "[x]", "'甲'", "很长" * 40, ""])
def test_a_sheet_has_a_name_that_excel_takes(name: str) -> None:
    from jixiao.reports.office.sheets.book import Book, Column
    from jixiao.reports.office.workbook import workbook_bytes

    def fill(workbook) -> None:
        book = Book(workbook)
        for _ in range(3):
            book.sheet(name, "题", (Column("甲", 9),), 1)

    assert len(load_workbook(io.BytesIO(workbook_bytes(fill))).sheetnames) == 3
