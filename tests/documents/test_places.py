"""A place is what a clerk would write: marks of sections as they are printed, and rows of tables."""

from __future__ import annotations

import pytest

from jixiao.documents.paper import GridCell, Paper, PaperBuilder
from jixiao.documents.places import Places
from jixiao.language.span import Span


def paper(*paragraphs: str) -> Paper:
    """Give a paper of paragraphs."""
    builder = PaperBuilder("报告")
    for one in paragraphs:
        builder.paragraph(one)
    return builder.finished()


def place_of(one: Paper, word: str) -> str:
    """Give the place of a word's first occurrence."""
    start = one.text.index(word)
    return Places(one).of(Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        (("四、绩效", "（一）投入", "2.预算控制率为此。"), "四（一）2"),
        (("四、绩效", "（一）投入", "2.2022年预算为此。"), "四（一）2"),
        (("第二部分 决算情况", "一、收入", "决算为此。"), "第二部分 一"),
        (("二、过程", "（二）产出", "三）接待", "3.为此。"), "二（二）三）3"),
        (("一、概况", "部门基本情况", "1.人员为此。"), "一、部门基本情况 1"),
        (("附件2：", "一、概况", "（1）人员为此。"), "附件2 一（1）"),
        (("一、概况", "人员为此。"), "一"),
        (("一、概况", "（一）甲", "二、过程", "人员为此。"), "二"),
        (("一、甲。（一）基本支出5万元。（二）项目支出为此。",), "一（二）"),
        (("甲局的报告", "人员为此。"), "第2段"),
        (("一、概况", "2024.05万元为此"), "一"),
        (("(一)概况", "(1)人员为此"), "（一）（1）"),
        (("①人员为此",), "①"),
    ],
)  # fmt: skip
def test_sections_are_told_by_their_marks(paragraphs: tuple[str, ...], place: str) -> None:
    assert place_of(paper(*paragraphs), "此") == place


def test_a_cell_is_told_by_table_row_and_head() -> None:
    builder = PaperBuilder("报告")
    builder.paragraph("一、概况")
    builder.table([[GridCell("甲")]])
    builder.table(
        [
            [GridCell("项目", rows=2), GridCell("2022年", columns=2)],
            [GridCell("预算数"), GridCell("决算数")],
            [GridCell("公务接待费"), GridCell("3.60"), GridCell("2.40")],
            [GridCell("会议费"), GridCell("1"), GridCell("0.5")],
        ]
    )
    one = builder.finished()
    assert place_of(one, "2.40") == "表2 第3行“决算数”"
    assert place_of(one, "0.5") == "表2 第4行“决算数”"
    assert place_of(one, "会议费") == "表2 第4行“公务接待费”"
    assert place_of(one, "甲") == "表1 第1行"


def test_a_paper_without_anything_has_places_too() -> None:
    assert Places(Paper("空", "", ())).of(Span(0, 0)) == "第1段"
