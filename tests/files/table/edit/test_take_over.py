"""Edits of a table's cells become edits of the lines that say the same, and of no others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from jixiao.files.table.edit.take_over import take_over
from jixiao.files.yaml.original import Original
from jixiao.files.yaml.spots import Spots
from jixiao.model.diagnostic import Refused
from jixiao.model.seen import SeenTable, folded
from shared.office.seen_tables import FILE, printed_of, seen, seen_of
from shared.office.written_tables import SENTENCES, written_tables

CELLS = ("name", "points", "standard", "remark", "levels")
NEW_TEXTS = st.one_of(
    SENTENCES,
    st.text("甲乙1 a:#-&*!|>'\"{}[],%@`?“”。；\n=", min_size=1, max_size=12).filter(
        lambda text: bool(folded(text))
    ),
)


def lines_of(data: bytes) -> list[str]:
    return Original.of(data, FILE).text.split("\n")


def range_of(data: bytes, number: int) -> range:
    """Give the lines of an indicator."""
    text = Original.of(data, FILE).text
    spot = Spots(text).at(("指标", number))
    assert spot is not None
    return range(text.count("\n", 0, spot.start), text.count("\n", 0, spot.end) + 1)


def remarks_of(data: bytes) -> Counter[str]:
    return Counter(line.strip() for line in lines_of(data) if line.lstrip().startswith("# "))


def edited(table: SeenTable, row: int, **changes: object) -> SeenTable:
    rows = [*table.rows]
    rows[row] = replace(rows[row], **changes)  # type: ignore[arg-type]
    return replace(table, rows=tuple(rows))


@settings(max_examples=60)
@given(written_tables(), st.data())
def test_an_edit_of_a_cell_changes_only_lines_of_its_indicator(data: bytes, draw: st.DataObject) -> None:
    printed = printed_of(data)
    table = seen_of(printed)
    rows = [row for extra in ("", "加分", "减分") for row in printed.section(extra)]
    place = draw.draw(st.integers(0, len(rows) - 1))
    row, cell = rows[place], draw.draw(st.sampled_from(CELLS))
    if cell == "levels":
        levels = draw.draw(st.lists(st.sampled_from(("投入", "新: 类", "100")), max_size=3))
        wanted = edited(table, place, levels=tuple(seen(one) for one in levels))
    elif cell == "points":
        wanted = edited(table, place, points=seen(draw.draw(st.sampled_from(("3", "7.5")))))
    else:
        text = draw.draw(NEW_TEXTS)
        text = text.replace("\n", "") if cell == "name" else text
        if cell == "standard" and row.standard.startswith("定量指标："):
            text = f"定量指标：{text}\n定性指标：甲"
        if cell == "remark" and row.remark.is_block:
            text = f"由被评价单位自己设指标。\n{text}"
        wanted = edited(table, place, **{cell: seen(text or "甲")})
    try:
        taken = take_over(data, FILE, wanted)
    except Refused as refused:
        assert all("都叫" in one.message for one in refused.diagnostics), refused
        return
    assert (
        take_over(taken.after, FILE, replace(wanted, notes=None)).edits == ()
    )  # notes still call it as it was called
    before, after = lines_of(data), lines_of(taken.after)
    own = range_of(data, row.number)
    told = {edit.place.line for edit in taken.edits}
    assert len(told) <= 1
    outside = [*before[: own.start], *before[own.stop :]]
    shift = len(after) - len(before)
    if not any(edit.what.endswith("的名称") for edit in taken.edits):  # 任选 and 超额 name it too
        assert [*after[: own.start], *after[own.stop + shift :]] == outside
    assert remarks_of(data) == remarks_of(taken.after)


@settings(max_examples=60)
@given(written_tables(), st.data())
def test_rows_may_be_moved_taken_out_and_added(data: bytes, draw: st.DataObject) -> None:
    table = seen_of(printed_of(data))
    sections = [[row for row in table.rows if row.extra == extra] for extra in ("", "加分", "减分")]
    rows = [row for section in sections for row in draw.draw(st.permutations(section))]
    kept = [row for row in rows if draw.draw(st.integers(0, 3))] or rows[:1]
    if draw.draw(st.booleans()):
        at = draw.draw(st.integers(0, len(kept)))
        extra = kept[at - 1].extra if at else kept[0].extra
        new = replace(
            rows[0], name=seen("新增的指标"), points=seen("4"), standard=seen(draw.draw(SENTENCES)),
            remark=seen("新说明：一\n公式：甲 / 乙"), extra=extra, levels=(seen("新类"),),
        )  # fmt: skip
        kept.insert(at, new)
    wanted = replace(table, rows=tuple(kept), notes=None)
    taken = take_over(data, FILE, wanted)
    assert take_over(taken.after, FILE, wanted).edits == ()
    old, new_lines = (Counter(line for line in lines_of(one) if line) for one in (data, taken.after))
    if len(kept) == len(table.rows) and all(row in kept for row in table.rows):
        assert old == new_lines


TABLE = """\
# yaml-language-server: $schema=../schema/ruleset.schema.json
指标表: 某市指标表
代码: a-table
版本: 2024
适用: {地区: 某省某市, 对象: 部门整体支出, 年度: 2024}
满分: 10
等级: {优: 90, 差: 0}      # 最低分
上限: {加分项: 5}
任选: [{指标: [甲, 乙]}]
否决: [{事实: 造假, 后果: 总分为0分}]
指标:
  # ── 投入 ──
  - 名称: 甲      # 甲的备注
    代码: a
    归类: [投入, 配置]
    分值: 10
    评分标准: 不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。
    例: {100%: 10}

  - 名称: 乙
    代码: b
    归类: [投入, 配置]
    分值: 10
    评分标准: "效果好的得10分: 否则不得分。"

  # ── 加分 ──
  - 名称: 丙
    代码: c
    归类: [加分项]
    分值: 5
    附加: 加分
    评分标准: &x 有表彰的，得5分。
"""


def changed(old: str, new: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(old.split("\n"), new.split("\n"), strict=True) if a != b]


def taken(table: SeenTable, text: str = TABLE) -> str:
    return take_over(text.encode(), FILE, table).after.decode()


def refused(table: SeenTable) -> list[str]:
    with pytest.raises(Refused) as found:
        take_over(TABLE.encode(), FILE, table)
    return [str(one) for one in found.value.diagnostics]


START = seen_of(printed_of(TABLE.encode()))


def test_a_name_is_changed_wherever_the_table_names_it() -> None:
    table = edited(START, 0, name=seen("甲: 新"))
    assert changed(TABLE, taken(table)) == [
        ("任选: [{指标: [甲, 乙]}]", '任选: [{指标: ["甲: 新", 乙]}]'),
        ("  - 名称: 甲      # 甲的备注", '  - 名称: "甲: 新"      # 甲的备注'),
    ]


def test_a_category_is_changed_wherever_the_table_names_it() -> None:
    text = TABLE.replace("后果: 总分为0分", "后果: 加分项不得分")
    start = seen_of(printed_of(text.encode()))
    table = edited(start, 2, levels=(seen("附加的分"),))
    assert [new for _, new in changed(text, taken(table, text))] == [
        "上限: {附加的分: 5}",
        "否决: [{事实: 造假, 后果: 附加的分不得分}]",
        "    归类: [附加的分]",
    ]
    table = edited(
        start, 1, levels=(seen("投入"), seen("别的"))
    )  # of two rows one: the category itself stands
    assert [new for _, new in changed(text, taken(table, text))] == ["    归类: [投入, 别的]"]


def test_full_points_that_change_with_the_sum_are_told() -> None:
    found = take_over(TABLE.encode(), FILE, replace(START, full=seen("11")))
    assert changed(TABLE, found.text) == [("满分: 10", "满分: 11")]
    [told] = [one.message for one in found.remarks if "等级划分没有跟着改" in one.message]
    assert "满分跟着由10改为11" in told


def test_a_note_is_changed_where_its_texts_stand() -> None:
    notes = [one.text for one in START.notes or ()]
    new = [one.replace("优（90", "优（92").replace("造假", "弄虚作假") for one in notes]
    table = replace(START, notes=tuple(map(seen, new)))
    assert changed(TABLE, taken(table)) == [
        ("等级: {优: 90, 差: 0}      # 最低分", "等级: {优: 92, 差: 0}      # 最低分"),
        ("否决: [{事实: 造假, 后果: 总分为0分}]", "否决: [{事实: 弄虚作假, 后果: 总分为0分}]"),
    ]


def test_what_is_shared_by_an_anchor_is_refused_at_its_cell() -> None:
    (told,) = refused(edited(START, 2, standard=seen("有奖励的，得5分。", 9, 5)))
    assert told.startswith(
        "表.xlsx [指标表 E9]：“丙”的评分标准改成了“有奖励的，得5分。”，但是这处文字在 YAML 里用锚点"
    )


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (replace(START, notes=(START.notes or ())[1:]), "表下面的“等级划分"),
        (replace(START, notes=(*(START.notes or ()), seen("制表人：某某", 20))), "A20]：表外的“制表人：某某”没有地方写进"),
        (edited(START, 0, points=seen("", 4, 4)), "D4]：“甲”没有分值"),
        (edited(START, 1, name=seen("甲")), "有两行都叫“甲”"),
        (replace(START, scope=seen("适用地区：全国", 2)), "A2]：“适用地区：全国”不是照原来的样子改的"),
        (replace(START, rows=()), "一项指标也没有了"),
    ],
)  # fmt: skip
def test_what_has_no_place_in_the_file_is_refused(table: SeenTable, words: str) -> None:
    assert any(words in one for one in refused(table))


def test_a_new_row_stands_where_it_was_put_with_a_code_to_check() -> None:
    new = replace(
        START.rows[1], name=seen("丁"), standard=seen("好的得3分。"), points=seen("3"), remark=seen("")
    )
    table = replace(START, rows=(*START.rows[:2], new, START.rows[2]))
    assert (
        taken(table)
        == TABLE.replace(
            "\n  # ── 加分 ──",
            "\n  - 名称: 丁\n    代码: i01      # 待核对：新增的指标，代码是暂定的\n    归类: [投入, 配置]\n"
            "    分值: 3\n    评分标准: 好的得3分。\n\n  # ── 加分 ──",
        )
    )  # fmt: skip


def test_a_row_that_is_gone_takes_its_lines_along_and_leaves_the_heading() -> None:
    table = replace(START, rows=(START.rows[1], START.rows[2]))
    start, end = TABLE.index("  - 名称: 甲"), TABLE.index("  - 名称: 乙")
    assert taken(table) == TABLE[:start] + TABLE[end:]


def test_rows_that_change_places_change_nothing_else() -> None:
    table = replace(START, rows=(START.rows[1], START.rows[0], START.rows[2]))
    one, other = TABLE.index("  - 名称: 甲"), TABLE.index("  - 名称: 乙")
    end = TABLE.index("\n  # ── 加分")
    assert taken(table) == TABLE[:one] + TABLE[other:end] + "\n" + TABLE[one : other - 1] + TABLE[end:]


def test_an_indicator_that_is_moved_to_the_bonus_rows_says_so() -> None:
    moved = replace(START.rows[1], extra="加分")
    text = taken(replace(START, rows=(START.rows[0], moved, START.rows[2])))
    assert '分值: 10\n    附加: 加分\n    评分标准: "效果好' in text


def test_line_ends_mark_and_encoding_stay() -> None:
    data = b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode()
    after = take_over(data, FILE, edited(START, 0, points=seen("8"))).after
    assert after == data.replace("分值: 10".encode(), "分值: 8".encode(), 1)
    data = TABLE.replace("\n", "\r").encode("gb18030")
    after = take_over(data, FILE, edited(START, 0, points=seen("8"))).after
    assert after == data.replace("分值: 10".encode("gb18030"), "分值: 8".encode("gb18030"), 1)
