"""得分表: the score table as a workbook that adds itself up from its deductions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, cast

from jixiao.reports.check.content.tree import Points, Tree
from jixiao.reports.office.sheets.book import Book, Column, Sheet, span
from jixiao.reports.office.workbook import workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter import Workbook

HEAD_ROW = 4
"""Above it stand the title, the unit, the table and the verdict."""

COLUMNS = (
    Column("序号", 6, "middle"),
    Column("归类", 14),
    Column("指标", 24),
    Column("分值", 7, "figure"),
    Column("数值", 15, "figure"),
    Column("自评值", 9, "figure"),
    Column("自评分", 9, "figure"),
    Column("扣分", 8, "figure"),
    Column("最低得分", 9, "figure"),
    Column("最高得分", 9, "figure"),
    Column("相差", 9, "figure"),
    Column("状态", 8, "middle"),
    Column("计入", 6, "middle"),
    Column("说明", 44),
)
FULL, CLAIM, LOST, LOW, HIGH, APART, COUNTS = 3, 6, 7, 8, 9, 10, 12
"""Places of the columns that formulas speak of."""
DEDUCTIONS = (
    Column("序号", 6, "middle"),
    Column("指标", 26),
    Column("扣分", 9, "figure"),
    Column("条款", 34),
    Column("依据", 26),
    Column("理由", 60),
)
FIGURES = (
    Column("数据项", 34),
    Column("数", 20, "figure"),
    Column("出处", 44),
    Column("属于", 24),
    Column("项目", 20),
    Column("备注", 30),
)


def scores_bytes(content: Tree) -> bytes:
    """Give the workbook of a case; the same content gives the same bytes."""
    return workbook_bytes(partial(_fill, content), f"{content['单位']}得分表")


def _fill(content: Tree, workbook: Workbook) -> None:
    book = Book(workbook)
    reviews = _rows(content, "核算")
    for number, review in enumerate(reviews, 1):
        mark = f"{number} " if len(reviews) > 1 else ""
        _score_sheet(book, content, review, mark)
    figures = book.sheet("数据", "评价所用的数据", FIGURES, 1)
    for place, one in enumerate(_rows(content, "数据"), 2):
        figures.row(
            place, [_text(one, name) for name in ("名称", "数", "出处", "属于", "项目", "备注")], FIGURES
        )
    _about(book, content)


def _score_sheet(book: Book, content: Tree, review: Tree, mark: str) -> None:
    """Write the score table, and the sheet of deductions that it adds up."""
    project = f"（{_text(review, '项目')}）" if _text(review, "项目") else ""
    sheet = book.sheet(f"{mark}得分表", f"{_text(content, '单位')}得分表{project}", COLUMNS, HEAD_ROW)
    sheet.text(1, 0, f"{_text(content, '案例')}；指标表：{_text(content, '指标表')}", "note")
    sheet.text(2, 0, f"结论：{_text(review, '结论')}", "note")
    sheet.text(3, 0, "；".join(filter(None, (_text(review, "推定说明"), _text(content, "草稿说明")))), "note")
    rows = _rows(review, "得分表")
    below = book.sheet(f"{mark}扣分明细", f"扣分明细{project}", DEDUCTIONS, 1)
    last = _deductions(below, rows)
    keys, points = (f"'{below.name}'!{span(letter, 2, last)}" for letter in "AC")
    first = HEAD_ROW + 1
    for place, row in enumerate(rows, first):
        _row(sheet, place, row, f"SUMIF({keys},A{place + 1},{points})")
    _total(sheet, review, first, first + len(rows))


def _deductions(sheet: Sheet, rows: Sequence[Tree]) -> int:
    """Write every deduction under the number of its indicator; give the last row."""
    place = 2
    for row in rows:
        for one in _rows(row, "扣分明细"):
            sheet.number(place, 0, Fraction(_text(row, "序号")), "middle")
            sheet.text(place, 1, _text(row, "指标"))
            sheet.number(place, 2, _exact(one, "分"))
            for column, name in enumerate(("条款", "依据", "理由"), 3):
                sheet.text(place, column, _text(one, name))
            place += 1
    return max(place - 1, 2)


def _row(sheet: Sheet, place: int, row: Tree, lost: str) -> None:
    """Write an indicator: what is lost is looked up, the score follows from it."""
    line, full, high, low = place + 1, _exact(row, "分值"), _exact(row, "最高"), _exact(row, "最低")
    is_penalty = bool(row["减分"])
    sheet.number(place, 0, Fraction(_text(row, "序号")), "middle")
    for column, name in ((1, "归类"), (2, "指标"), (4, "数值"), (5, "自评值"), (11, "状态"), (13, "说明")):
        sheet.text(place, column, _text(row, name), COLUMNS[column].look)
    sheet.text(place, COUNTS, _text(row, "计入") or "否", "middle")
    sheet.number(place, FULL, full)
    sheet.formula(place, LOST, f"=ROUND({lost},10)", -high if is_penalty else full - high)
    sheet.formula(place, HIGH, f"=ROUND({'' if is_penalty else f'D{line}'}-H{line},10)", high)
    if low == high:
        sheet.formula(place, LOW, f"=J{line}", low)
    else:
        sheet.number(place, LOW, low)
    _claim(sheet, place, _value(row, "自评分"), high)


def _claim(sheet: Sheet, place: int, claimed: Fraction | None, high: Fraction, look: str = "figure") -> None:
    """Write a claim, and by how much it lies above the highest score."""
    if claimed is None:
        sheet.text(place, CLAIM, "", look)
        sheet.text(place, APART, "", look)
        return
    sheet.number(place, CLAIM, claimed, look)
    sheet.formula(place, APART, f"=ROUND(G{place + 1}-J{place + 1},10)", claimed - high, look)


def _total(sheet: Sheet, review: Tree, first: int, place: int) -> None:
    """Write the sum of what counts, the way from it to the total, and the total."""
    rows = [row for row in _rows(review, "得分表") if row["计入"]]
    if not rows:
        return
    _label(sheet, place, "各指标合计")
    for column, letter, name in ((LOW, "I", "最低"), (HIGH, "J", "最高")):
        counted = f'=ROUND(SUMIF({span("M", first, place - 1)},"是",{span(letter, first, place - 1)}),10)'
        sheet.formula(place, column, counted, sum((_exact(row, name) for row in rows), Fraction(0)), "sum")
    steps = _rows(review, "调整")
    for number, step in enumerate(steps, place + 1):
        _label(sheet, number, _text(step, "理由"))
        sheet.number(number, LOW, _exact(step, "最低"), "sum")
        sheet.number(number, HIGH, _exact(step, "最高"), "sum")
    end = place + len(steps) + 1
    _label(sheet, end, "总分")
    sheet.number(end, FULL, _exact(review, "满分"), "sum")
    low, high = _exact(review, "最低"), _exact(review, "最高")
    sheet.formula(end, LOW, f"=ROUND(SUM({span('I', place, end - 1)}),10)", low, "sum")
    sheet.formula(end, HIGH, f"=ROUND(SUM({span('J', place, end - 1)}),10)", high, "sum")
    _claim(sheet, end, _value(review, "自评"), high, "sum")
    sheet.text(
        end + 2,
        0,
        "相差＝自评－最高得分。最高得分＝分值－扣分明细里的各笔扣分；待定的指标另有最低得分。",
        "note",
    )


def _label(sheet: Sheet, place: int, label: str) -> None:
    for column in range(len(COLUMNS)):
        sheet.text(place, column, "", "label")
    sheet.text(place, 2, label, "label")


def _about(book: Book, content: Tree) -> None:
    columns = (Column("项", 16), Column("内容", 90))
    sheet = book.sheet("核算依据", "核算依据", columns, 1)
    told = [
        (name, _text(content, name))
        for name in ("案例", "代码", "指标表", "案例摘要", "指标表摘要", "程序版本")
    ]
    told += [(f"来源：{_text(one, '简称')}", _text(one, "文件")) for one in _rows(content, "来源")]
    told += [("平均分", mean)] if (mean := _text(content, "平均分")) else []
    for place, pair in enumerate(told, 2):
        sheet.row(place, pair, columns)


def _text(tree: Tree, name: str) -> str:
    return str(tree[name])


def _rows(tree: Tree, name: str) -> Sequence[Tree]:
    return cast("Sequence[Tree]", tree[name])


def _value(tree: Tree, name: str) -> Fraction | None:
    leaf = tree[name]
    return leaf.value if isinstance(leaf, Points) else None


def _exact(tree: Tree, name: str) -> Fraction:
    value = _value(tree, name)
    assert value is not None
    return value
