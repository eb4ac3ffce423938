"""Of one content one thing is read, however wide its signs are and whatever its table was copied through."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.paper import Paper
from jixiao.documents.read import read_report
from jixiao.documents.readers.docx.document import read_docx
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import open_library
from jixiao.quantity.number import fold_width
from shared.documents.zips import docx, paragraph, table

ITEMS = open_library(Path(__file__).parents[2] / "rules").items.items
LEXICON = Lexicon(ITEMS)
TITLE = "某市城市管理局2022年度部门整体支出绩效自评报告"
WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.%"}
GRID = (
    ("项目", "上年决算数（万元）", "年初预算数（万元）", "决算数（万元）"),
    ("公务接待费", "3.50", "", "2.60"),
    ("培训费", "", "1,003.00", "987.50"),
    ("会议费", "1.20", "1.00", "0.90"),
)
STACKED = (
    "单位：万元\n项目\n预算数\n决算数\n执行率\n公务接待费\n3.50\n2.60\n74.29%\n会议费\n1.00\n0.90\n90.00%\n"
)
ROWS = "项目 预算数 决算数 执行率\n公务接待费 3.50 2.60 74.29%\n会议费 1.00 0.90 90.00%\n"
BARS = "|项目|预算数（万元）|决算数（万元）|\n|---|---|---|\n|公务接待费|3.50|2.60|\n|会议费|1.00|0.90|\n"
PROSE = "2022年支出决算295.12万元，完成预算的95.10%，其中：基本支出211.92万元。\n在职人员12人。\n"


def said(paper: Paper) -> list[tuple[object, ...]]:
    figures = read_report(paper, ITEMS, LEXICON).figures
    return [(one.item, one.measure, fold_width(one.value), fold_width(one.unit), one.year) for one in figures]


def of_text(text: str) -> list[tuple[object, ...]]:
    return said(paper_of_text(f"{TITLE}\n\n{text}", "report"))


@pytest.mark.parametrize("text", [STACKED, ROWS, BARS, PROSE], ids=["stacked", "rows", "bars", "prose"])
def test_the_width_of_digits_does_not_matter(text: str) -> None:
    assert of_text(text)
    assert of_text(text.translate(WIDE)) == of_text(text)


def test_a_table_shown_as_text_is_read_as_the_table() -> None:
    paper = read_docx(docx(paragraph(TITLE), table(*GRID), paragraph("特此报告。")), "report")
    shown = said(paper_of_text(paper.text, "report"))
    assert len(shown) == 7
    assert shown == said(paper)


def test_two_columns_copied_out_of_a_workbook_are_a_table() -> None:
    [first, second] = of_text("项目\t决算数（万元）\n公务接待费\t3.5\n会议费\t2.6\n")
    assert (first[0], first[2:4]) == ("公务接待费决算", ("3.5", "万元"))
    assert (second[0], second[2:4]) == ("会议费决算", ("2.6", "万元"))


CONTENTS = ("一、部门概况\t1", "二、收入决算情况\t3", "（一）公务接待费…………12", "第二部分 三公经费决算\t15")


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_the_pages_of_a_table_of_contents_are_no_figures(apart: str) -> None:
    text = f"目　录{apart}{apart.join(CONTENTS)}\n\n一、收入决算情况\n2022年收入决算3万元。\n"
    assert [one[2] for one in of_text(text)] == ["3"]


def test_nor_are_those_in_a_docx() -> None:
    heads = (one.replace("\t", "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>") for one in CONTENTS)
    blocks = (paragraph(f"<w:r><w:t>{one}</w:t></w:r>") for one in heads)
    paper = read_docx(docx(paragraph(TITLE), paragraph("目录"), *blocks), "report")
    reading = read_report(paper, ITEMS, LEXICON)
    assert reading.figures == ()
    assert [one.quote for one in reading.unread if one.why == "目录的页码"] == ["1", "3", "12", "15"]


@pytest.mark.parametrize("text", ["在编人数\t12\t15人", "支出决算\t12.5\t3.5万元", "预算执行率\t95%\t12人"])
def test_numbers_with_a_tab_between_them_are_not_one(text: str) -> None:
    assert not any("1215" in str(one[2]) or "12.53" in str(one[2]) for one in of_text(text))
