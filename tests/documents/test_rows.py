"""The row in which a figure stands, as it is quoted in a draft."""

from __future__ import annotations

import pytest

from jixiao.documents.paper import GridCell, Paper, PaperBuilder, Table
from jixiao.documents.rows import MAX_CELL, MAX_ROW, Rows
from jixiao.language.span import Span


def paper(*rows: tuple[str | GridCell, ...]) -> Paper:
    """Give a paper of one table."""
    builder = PaperBuilder("报告")
    builder.paragraph("一、2022年支出决算295.12万元。")
    builder.table([[GridCell(one) if isinstance(one, str) else one for one in row] for row in rows])
    return builder.finished()


def row_of(one: Paper, words: str) -> str:
    """Give the row of the first place of some words."""
    start = one.text.index(words)
    return Rows(one).of(Span(start, start + len(words)))


HEAD = ("项目", "年初预算", "全年执行数")


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (("会议费", "1.2", "0.9"), "会议费 | 1.2 | 0.9"),
        (("  会 议\n费 ", " 1.2 ", "", "0.9"), "会 议 费 | 1.2 | 0.9"),
        (("会议费", "1.2 |"), "会议费 | 1.2"),
        (("", "1.2", ""), ""),  # alone: what stands around it says more
        (("会议费", "培训和会议的支出合计为1.2万元，与上年的数相比没有变化"), ""),
    ],
)
def test_the_cells_of_a_row_stand_apart_and_close(cells: tuple[str, ...], row: str) -> None:
    assert row_of(paper(HEAD, cells), "1.2") == row


def test_running_text_has_no_row() -> None:
    assert row_of(paper(HEAD, ("会议费", "1.2")), "295.12") == ""


def test_a_merged_cell_stands_in_each_of_its_rows() -> None:
    one = paper(HEAD, (GridCell("一般公共预算", rows=2), "1.2", "0.9"), ("3.4", "2.8"))
    assert row_of(one, "2.8") == "一般公共预算 | 3.4 | 2.8"


@pytest.mark.parametrize("place", [0, 1, 20, 39])
def test_of_a_long_row_the_first_cell_and_those_about_the_figure_are_quoted(place: int) -> None:
    cells = tuple(f"第{number}列的数{number}.5" for number in range(40))
    row = row_of(paper(cells), cells[place])
    assert len(row) <= MAX_ROW + MAX_CELL
    assert row.startswith(cells[0])
    assert cells[place] in row
    assert "…" in row


def test_a_wide_table_is_looked_at_once() -> None:
    one = paper(tuple(f"{number}.5" for number in range(16_000)))
    rows = Rows(one)
    [table] = [block for block in one.blocks if isinstance(block, Table)]
    assert all(rows.of(cell.span) for cell in table.cells)
