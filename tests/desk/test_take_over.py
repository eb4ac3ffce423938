"""A table of ours that lost the file within, as some programs save it, is held against the rule file as any other table."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jixiao.desk.office_table import office_table
from jixiao.desk.take_over import meaning_of, take_back, take_into
from jixiao.model.diagnostic import Refused
from jixiao.reports.office.archive import archive_of, members_of
from jixiao.reports.office.issued.word import issued_document
from jixiao.reports.office.issued.workbook import issued_workbook

ROOT = Path(__file__).parents[2]
EXTRAS = """\
指标表: 某市部门整体支出绩效评价指标表
代码: full-table
版本: 2025
适用: {地区: 某省某市, 对象: 部门整体支出, 年度: [2024, 2025]}
满分: 20
等级: {优: 18, 差: 0}
任选: [{指标: [群众满意度, 服务对象满意度], 选用人: 被评价单位}]
上限: {加分项: 5}
否决: [{事实: 提供虚假资料, 后果: 等级定为差}]
指标:
  - 名称: 资产账实相符率
    代码: assets
    归类: [过程, 资产管理]
    分值: 10
    目标: ≥95%
    评分标准: 达到目标值的，得满分；每低于目标值1个百分点，扣1分，扣完为止。
    说明: 资产账实相符的比例。
  - {名称: 群众满意度, 代码: people, 归类: [效果], 分值: 10, 评分标准: "好的得10分；差的不得分。"}
  - {名称: 服务对象满意度, 代码: users, 归类: [效果], 分值: 10, 评分标准: "好的得10分；差的不得分。"}
  - 名称: 获得表彰
    代码: award
    归类: [加分项]
    分值: 5
    附加: 加分
    评分标准: 获得省级表彰的，加5分；获得市级表彰的，加3分。
  - {名称: 通报批评, 代码: blame, 归类: [减分项], 分值: 3, 附加: 减分, 评分标准: "被通报批评的，每次扣1分，扣完为止。"}
"""


def lost_workbook(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    book.remove(book["jixiao"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def lost_document(data: bytes) -> bytes:
    return archive_of({name: part for name, part in members_of(data).items() if "customXml" not in name})


@pytest.fixture(
    params=["huaihua/department-2022", "national/project-expenditure-2024", "zhanjiang/department-2021", ""]
)
def table(request, tmp_path: Path) -> Path:
    """Give the file of a table of the project, and of one with 任选, 附加, 目标."""
    path = tmp_path / "表.yaml"
    path.write_text(
        (ROOT / f"rules/{request.param}.yaml").read_text("utf-8") if request.param else EXTRAS, "utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("kind", "make", "lose"),
    [("xlsx", issued_workbook, lost_workbook), ("docx", issued_document, lost_document)],
)
def test_nothing_changes_by_itself(table: Path, tmp_path: Path, kind: str, make, lose) -> None:
    file = tmp_path / f"表.{kind}"
    file.write_bytes(lose(make(office_table(table))))
    assert take_back(file) is None
    taken = take_into(file, table)
    assert taken.edits == ()
    assert taken.after == table.read_bytes()
    assert any("没有随带的原文" in one.message for one in taken.remarks)


def test_an_edit_keeps_what_the_table_says_nothing_of(tmp_path: Path) -> None:
    table, file = tmp_path / "表.yaml", tmp_path / "表.docx"
    table.write_text(EXTRAS, "utf-8")
    parts = members_of(lost_document(issued_document(office_table(table))))
    parts["word/document.xml"] = parts["word/document.xml"].replace("加3分".encode(), "加2分".encode())
    file.write_bytes(archive_of(parts))
    taken = take_into(file, table)
    assert taken.text == EXTRAS.replace("加3分", "加2分")
    (change,) = meaning_of(taken, table, ROOT / "rules").tables
    assert [one.name for one in change.difference.indicators if one.meaning_changed] == ["获得表彰"]
    assert table.read_text("utf-8") == EXTRAS


def test_a_file_without_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "表.yaml").write_text(EXTRAS, "utf-8")
    (tmp_path / "a.html").write_text("<p>没有表</p>", "utf-8")
    with pytest.raises(Refused, match="没有读到指标表"):
        take_into(tmp_path / "a.html", tmp_path / "表.yaml")
