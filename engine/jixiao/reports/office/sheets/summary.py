"""汇总: many cases as a workbook, a sheet for each question, ready to be filtered and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from jixiao.reports.check.content.tree import Points, Tree
from jixiao.reports.office.sheets.book import Book, Column, Sheet
from jixiao.reports.office.workbook import workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_NAME = ("指标表", 60, "text")
_RANKING = (
    ("名次", 10, "middle"),
    ("单位", 36, "text"),
    ("代码", 32, "text"),
    ("自评", 10, "figure"),
    ("最低", 10, "figure"),
    ("最高", 10, "figure"),
    ("等级", 16, "middle"),
    ("结论", 12, "middle"),
    ("严重", 7, "figure"),
    ("一般", 7, "figure"),
    ("提示", 7, "figure"),
    ("草稿", 7, "middle"),
    _NAME,
)
_COUNTS = (("名称", 24, "middle"), ("个数", 10, "figure"), ("占比", 10, "figure"))
_LOST = (
    ("指标", 36, "text"),
    ("分值", 10, "figure"),
    ("失分个数", 12, "figure"),
    ("失分合计", 12, "figure"),
    ("待定个数", 12, "figure"),
    _NAME,
)
_FOUND = (
    ("名称", 50, "text"),
    ("级别", 10, "middle"),
    ("案例数", 10, "figure"),
    ("条数", 10, "figure"),
    ("代码", 30, "text"),
)
_MISSING = (("名称", 40, "text"), ("案例数", 10, "figure"), ("影响", 14, "figure"))
_OPEN = (("单位", 40, "text"), ("代码", 32, "text"), ("各步", 80, "text"))
_UNSCORED = (("单位", 40, "text"), ("代码", 32, "text"))


def summary_bytes(content: Tree) -> bytes:
    """Give the workbook of a summary; the same content gives the same bytes."""
    return workbook_bytes(partial(_fill, content), "绩效自评复核情况汇总")


def _fill(content: Tree, workbook: Workbook) -> None:
    book = Book(workbook)
    told = str(content["概述"])
    tables = _rows(content, "各表")
    _sheet(book, "排名", f"得分和名次（{told}）", _RANKING, _of_tables(tables, "排名"))
    _sheet(book, "等级分布", "等级分布", (*_COUNTS, _NAME), _of_tables(tables, "等级分布"))
    _sheet(book, "结论分布", "自评与核算", _COUNTS, _rows(content, "结论分布"))
    _sheet(book, "常见失分", "常见失分", _LOST, _of_tables(tables, "常见失分"))
    _sheet(book, "常见疑点", "常见疑点", _FOUND, _rows(content, "常见疑点"))
    _sheet(book, "缺的数", "缺的数（影响：至多几分）", _MISSING, _rows(content, "缺的数"))
    _sheet(book, "未了事项", "未了事项", _OPEN, _rows(content, "未了事项"))
    if unscored := _rows(content, "没有评分"):
        _sheet(book, "没有评分", "没有指标表、只做了核查的", _UNSCORED, unscored)
    if refused := _rows(content, "没有核算"):
        _sheet(book, "没有核算", "没有核算的输入", (("原因", 100, "text"),), refused)
    if warned := cast("Sequence[str]", content["提醒"]):
        _sheet(
            book,
            "提醒",
            "没有用于评分，或者要留意的",
            (("提醒", 100, "text"),),
            [{"提醒": one} for one in warned],
        )


def _of_tables(tables: Sequence[Tree], name: str) -> list[Tree]:
    """Give the rows of all tables, each with the name of its table."""
    return [{"指标表": table["指标表"], **row} for table in tables for row in _rows(table, name)]


def _sheet(
    book: Book, name: str, title: str, columns: Sequence[tuple[str, float, str]], rows: Sequence[Tree]
) -> None:
    """Write rows under their heads; a filter stands over them."""
    heads = [Column(head, width, look) for head, width, look in columns]
    sheet = book.sheet(name, title, heads, 1)
    for place, row in enumerate(rows, 2):
        for column, one in enumerate(heads):
            _cell(sheet, place, column, row[one.head], one.look)
    sheet.filter(1, len(rows) + 1, len(heads) - 1)


def _cell(sheet: Sheet, row: int, column: int, leaf: object, look: str) -> None:
    if isinstance(leaf, Points) and leaf.value is not None:
        sheet.number(row, column, leaf.value, look)
    else:
        sheet.text(row, column, str(leaf), look)


def _rows(tree: Tree, name: str) -> Sequence[Tree]:
    return cast("Sequence[Tree]", tree[name])
