"""A table edited in Excel, and its file edited since: both edits stand, or they contradict each other at a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from jixiao.files.table.edit.merge import merged
from jixiao.files.table.edit.take_over import take_over
from jixiao.model.diagnostic import Refused
from jixiao.model.seen import SeenRow, SeenTable
from shared.office.seen_tables import FILE, printed_of, seen, seen_of
from shared.office.written_tables import written_tables

TABLE = """\
指标表: 某市指标表
代码: a-table
版本: 2024
适用: {地区: 某省某市, 对象: 部门整体支出, 年度: 2024}
满分: 10
等级: {优: 90, 差: 0}
指标:
  - {名称: 甲, 代码: a, 归类: [投入], 分值: 4, 评分标准: 好的得4分。, 说明: 旧}
  - {名称: 乙, 代码: b, 归类: [投入], 分值: 3, 评分标准: 好的得3分。}
"""
BASE = printed_of(TABLE.encode())
BLOCKS = (
    TABLE[: TABLE.index("指标:\n")]
    + "指标:\n"
    + "".join(
        f"  - 名称: {name}\n    代码: {code}\n    归类: [投入]\n    分值: {points}\n    评分标准: 好的得{points}分。\n"
        for name, code, points in (("甲", "a", 4), ("乙", "b", 3), ("丙", "c", 3))
    )
)
THREE = printed_of(BLOCKS.encode())


def both(mine: SeenTable, theirs: str, base=BASE) -> str:
    table = merged(base, mine, printed_of(theirs.encode()))
    return take_over(theirs.encode(), FILE, table).after.decode()


def with_row(number: int, table: SeenTable, **changes: object) -> SeenTable:
    rows = [*table.rows]
    rows[number] = replace(rows[number], **changes)  # type: ignore[arg-type]
    return replace(table, rows=tuple(rows))


@settings(max_examples=40)
@given(written_tables())
def test_what_nobody_edited_is_as_it_was(data: bytes) -> None:
    printed = printed_of(data)
    assert take_over(data, FILE, merged(printed, seen_of(printed), printed)).edits == ()


@settings(max_examples=40)
@given(written_tables(), written_tables())
def test_what_only_the_file_edited_stays(old: bytes, new: bytes) -> None:
    base, theirs = printed_of(old), printed_of(new)
    assert take_over(new, FILE, merged(base, seen_of(base), theirs)).edits == ()


def test_both_edits_stand() -> None:
    mine = with_row(1, seen_of(BASE), standard=seen("好的得3分，一般的得1分。"))
    theirs = TABLE.replace("说明: 旧", "说明: 新").replace("某市指标表", "某市新表") + "# 添的备注\n"
    assert both(mine, theirs) == theirs.replace("好的得3分。", "好的得3分，一般的得1分。")


def test_an_edit_that_was_taken_over_is_none_any_more() -> None:
    mine = with_row(0, seen_of(BASE), name=seen("甲甲"), points=seen("5"))
    once = both(mine, TABLE)
    assert once != TABLE
    assert both(mine, once) == once


def test_rows_of_both_sides_stand() -> None:
    start = seen_of(THREE)
    new = replace(start.rows[0], name=seen("新"), standard=seen("新的一句，得2分。"))
    mine = replace(start, rows=(start.rows[0], new, *start.rows[1:]))
    theirs = (
        BLOCKS + "  - 名称: 丁\n    代码: d\n    归类: [投入]\n    分值: 1\n    评分标准: 另一句，得1分。\n"
    )
    names = [one.name for one in printed_of(both(mine, theirs, THREE).encode()).rows]
    assert names == ["甲", "新", "乙", "丙", "丁"]
    gone = replace(start, rows=start.rows[1:])
    assert [one.name for one in printed_of(both(gone, theirs, THREE).encode()).rows] == ["乙", "丙", "丁"]


def swapped(rows: tuple[SeenRow, ...]) -> tuple[SeenRow, ...]:
    return (rows[1], rows[0], *rows[2:])


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        (with_row(0, seen_of(BASE), points=seen("5", 4, 4)), TABLE.replace("分值: 4", "分值: 6"), "D4]：这一格和 YAML 都改过"),
        (replace(seen_of(BASE), rows=seen_of(BASE).rows[1:]), TABLE.replace("说明: 旧", "说明: 新"), "表里删去了“甲”"),
        (with_row(0, seen_of(BASE), points=seen("5", 4, 4)), TABLE.replace(TABLE.splitlines()[7] + "\n", ""), "YAML 里已经删去了“甲”"),
        (replace(seen_of(BASE), notes=(seen("等级划分：优（80 分及以上）；差（0 分及以上）"),)), TABLE.replace("优: 90", "优: 85"), "注和 YAML 都改过"),
    ],
)  # fmt: skip
def test_what_contradicts_is_refused(mine: SeenTable, theirs: str, words: str) -> None:
    with pytest.raises(Refused) as found:
        both(mine, theirs)
    assert words in str(found.value)


def test_an_order_that_both_changed_is_refused() -> None:
    start = seen_of(THREE)
    items = BLOCKS[BLOCKS.index("  - 名称: 甲") :].split("  - ")[1:]
    theirs = BLOCKS[: BLOCKS.index("  - 名称: 甲")] + "".join(f"  - {items[at]}" for at in (0, 2, 1))
    with pytest.raises(Refused, match="顺序"):
        both(replace(start, rows=swapped(start.rows)), theirs, THREE)
    assert both(start, theirs, THREE) == theirs
