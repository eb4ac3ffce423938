"""Forms that are filled in and rearranged as people do it, in an office program's place."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.desk.form import FilledCase, FormRun, form, read_forms
from jixiao.model.case import Case
from jixiao.reports.office.form.write import form_bytes

TABLE = "huaihua-department@2022"
HIDDEN = {"选项", "jixiao-form"}


def blank(table: str = TABLE, **options: Any) -> Workbook:
    """Open the form of a table as openpyxl reads it."""
    return load_workbook(io.BytesIO(form_bytes(form(table, **options).form)))


def of_case(case: Path, table: str) -> bytes:
    """Give the form of a table filled from a case."""
    return form_bytes(form(table, case=case).form)


def bytes_of(book: Workbook) -> bytes:
    """Give the bytes of a workbook as openpyxl saves it."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def head_row(sheet: Worksheet, head: str) -> tuple[int, int]:
    """Give row and column of a head."""
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == head)


def fill(
    book: Workbook, sheet: str, name: str, head: str, value: Any, *, at: int = 0, number_format: str = ""
) -> str:
    """Fill the cell of a row and a head; `at`: which of several rows of that name. Gives the cell's name."""
    page = book[sheet]
    top, column = head_row(page, head)
    rows = [row[0].row for row in page.iter_rows(min_row=top + 1) if any(cell.value == name for cell in row)]
    cell = page.cell(rows[at], column)
    cell.value = value
    if number_format:
        cell.number_format = number_format
    return cell.coordinate


def filled(**more: Any) -> Workbook:
    """Give a form in which a unit filled in what a small case needs."""
    book = blank(**more)
    fill(book, "单位信息", "单位", "填写", "某办")
    fill(book, "数据", "在职人员数", "本年", 20)
    fill(book, "数据", "编制数", "本年", 19)
    fill(book, "数据", "年初预算", "本年", 225.18)
    return book


def read_bytes(data: bytes, folder: Path, name: str = "采集表.xlsx") -> FormRun:
    """Write a form into a folder and take the cases from it."""
    path = folder / name
    path.write_bytes(data)
    return read_forms([path])


def only(data: bytes, folder: Path) -> FilledCase:
    """Take the only case from a form that is in order."""
    run = read_bytes(data, folder)
    assert not run.errors, [str(one) for one in run.errors]
    [case] = run.cases
    return case


def told(data: bytes, folder: Path) -> list[str]:
    """Give what is wrong with a form, without the folder."""
    run = read_bytes(data, folder)
    return [str(one).replace(f"{folder}/", "") for one in run.errors]


def unplaced(case: Case) -> str:
    """Give all that a case says, without the places it stands at, its order, and what tests alone read."""
    projects = []
    for one in (case.whole, *case.projects):
        parts = {
            "name": one.name,
            "statements": sorted(one.statements.items()),
            "breakdowns": one.breakdowns,
            "ratings": sorted(one.ratings.items()),
            "claim": (one.claim, sorted(one.claim.indicators.items())),
            "own": sorted(one.own.items()),
            "chosen": sorted(one.chosen.items()),
            "sayings": one.sayings,
            "dispositions": one.dispositions,
            "doubtful": one.doubtful,
        }
        projects.append(parts)
    head = (case.title, case.id, case.unit, case.nature, case.region, case.year, case.subject, case.ruleset)
    return _without_places(repr((head, sorted(case.sources.items()), projects)))


def _without_places(text: str) -> str:
    import re

    text = re.sub(r"indicators=\{.*?\}\)", "indicators)", text)
    return re.sub(r"Place\(file=[^)]*sheet='[^']*'\)", "Place", text)


Change = Callable[[Worksheet, random.Random], None]


def rearranged(book: Workbook, seed: int) -> Workbook:
    """Give a form with the columns of each sheet permuted, empty rows and columns put in, some of all hidden."""
    chance = random.Random(seed)
    made = Workbook()
    made.remove(made.active)
    for page in book.worksheets:
        copy = made.create_sheet(page.title)
        copy.sheet_state = page.sheet_state
        if page.title in HIDDEN:
            _copied(page, copy, lambda row: row, lambda column: column)
            continue
        columns = list(range(1, page.max_column + 1))
        chance.shuffle(columns)
        gap_rows, gap_columns = chance.sample(range(1, page.max_row + 2), 3), chance.sample(range(1, 12), 2)
        _copied(
            page,
            copy,
            lambda row, gaps=gap_rows: row + sum(row >= gap for gap in gaps),
            lambda column, at=columns, gaps=gap_columns: (
                at.index(column) + 1 + sum(at.index(column) + 1 >= gap for gap in gaps)
            ),
        )
        copy.row_dimensions[chance.randint(1, page.max_row)].hidden = True
        copy.column_dimensions[chance.choice("ABCDEF")].hidden = True
    return made


def _copied(page: Worksheet, copy: Worksheet, row_of: Any, column_of: Any) -> None:
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                new = copy.cell(row_of(cell.row), column_of(cell.column), cell.value)
                new.data_type = cell.data_type  # a text that begins with = stays one
                new.number_format = cell.number_format
