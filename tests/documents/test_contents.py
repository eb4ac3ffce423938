"""A 目录 is no statement: its pages are no figures and its heads begin nothing, whatever the report was written in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from jixiao.documents.contents import contents_in
from jixiao.documents.paper import Paper
from jixiao.documents.read import PAGE, read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.documents.readers.text import paper_of_text
from jixiao.files import find_rules, open_library
from jixiao.model.reading import Reading
from shared.documents import pdf, zips
from shared.effort import takes_less_than

ITEMS = open_library(find_rules(None)).items.items
TITLE = "湖南省怀化市某局2022年度部门整体支出绩效自评报告"
ENTRIES = (
    "一、部门概况……3",
    "（一）人员编制数................ 4",
    "二、年初预算\t5",
    "（一）公务接待费\t6",
    "（二）三公经费决算………………………………7",
    "1.会议费　8",
    "2.收入决算 9",
    "三、2022年度支出决算-----------10",
    "四、自评得分·········11",
    "五、自评等级（12）",
    "附件1：整体支出绩效自评表…… 20",
)
PAGES = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "20"]
BODY = ("一、部门概况", "（一）人员编制数", "编制数19人，在职人员数12人。", "四、自评得分", "自评得分95分。")
LINES = (TITLE, "目　录", *ENTRIES, *BODY)
FIELD = (
    '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def word(line: str) -> str:
    """Give a paragraph of Word; behind a tab, the page is a field."""
    head, tab, page = line.partition("\t")
    return zips.paragraph(zips.run(head) + (FIELD.format(zips.run(page)) if tab else ""))


def written(kind: str, lines: tuple[str, ...]) -> bytes:
    if kind == "docx":
        return zips.docx(*map(word, lines))
    if kind == "pdf":
        return pdf.document(*(pdf.body(one.replace("\t", "&nbsp;" * 20)) for one in lines))
    if kind == "html":
        body = "".join(f"<p>{one}</p>" for one in lines)
        return f'<html><meta charset="utf-8"><body>{body}</body></html>'.encode()
    return "\n".join(lines).encode()


def read(paper: Paper) -> Reading:
    return read_report(paper, ITEMS)


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf", "html"])
def test_the_pages_of_a_list_are_no_figures(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"report.{kind}"
    path.write_bytes(written(kind, LINES))
    found = read(read_paper(path))
    assert [(one.item, one.value, one.place) for one in found.figures] == [
        ("编制数", "19", "一（一）"),
        ("在职人员数", "12", "一（一）"),
    ]
    assert [(one.what, one.value, one.place) for one in found.claims] == [("total", "95", "四")]
    assert [one.quote for one in found.unread if one.why == PAGE] == PAGES
    for one in found.unread:
        assert found.text[one.span.start : one.span.end] == one.quote


def test_a_list_whose_pages_became_lines_takes_none_of_the_report_with_it() -> None:
    text = f"{TITLE}\n目录\n一、基本情况\n1\n二、公务接待费\n2\n三、年初预算数\n3\n一、基本情况\n编制数19人。\n2\n"
    found = read(paper_of_text(text, "report"))
    assert [(one.item, one.value) for one in found.figures] == [("编制数", "19")]


def test_a_list_in_a_table_is_none(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    rows = (("一、公务接待费", "3"), ("二、会议费", "4"), ("三、收入决算", "5"))
    tables = (
        zips.table(*rows) + zips.paragraph("附表") + zips.table(("项目", "金额（万元）"), ("会议费", "4.6"))
    )
    path.write_bytes(
        zips.docx(*map(zips.paragraph, (TITLE, "目录")), tables, zips.paragraph("一、公务接待费"))
    )
    found = read(read_paper(path))
    assert [(one.value, one.place) for one in found.figures] == [("4.6", "表1 第2行“金额（万元）”")]


def test_page_numbers_and_running_heads_of_word_are_not_read(tmp_path: Path) -> None:
    """They stand in parts of their own; a footnote and a text box belong to the text."""
    path = tmp_path / "report.docx"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    path.write_bytes(
        zips.docx(
            zips.paragraph(TITLE),
            zips.paragraph(zips.run("一、编制数19人") + note),
            footnotes=zips.notes("footnotes", "含退休人员数3人。"),
            header1='<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>年初预算5万元</w:t></w:r></w:p></w:hdr>',
        )
    )
    assert [(one.item, one.value) for one in read(read_paper(path)).figures] == [
        ("编制数", "19"),
        ("退休人员数", "3"),
    ]


def listed(*lines: str) -> list[tuple[int, int]]:
    return [(one.start, one.stop) for one in contents_in(lines)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("目录", "一、概况 1", "二、决算 2", "一、概况", "正文。"), [(0, 3)]),
        (("目 次", "概况", "决算", "附件", "概况", "正文。"), [(0, 4)]),  # without pages, until the first head comes again
        (("目录", "概况", "决算", "附件", "正文，很长，的一句。"), []),  # nothing tells where it ends
        (("一、概况……1", "二、决算……2", "三、附件……3", "正文"), [(0, 3)]),  # leaders need no title
        (("姓名……", "一、概况……1", "二、决算……2"), []),
        (("目录", "会议费 9", "培训费 4", "概况"), []),  # pages never fall
        (("目录", "会议费 9.5", "培训费 10.6"), []),
        (("目录", "会议费 9 12", "培训费 10 13"), []),
        (("目录", "会议费 9万元", "培训费 12万元"), []),
        (("政府采购目录", "会议费 1", "培训费 2"), []),
        (("CONTENTS", "", "概况 1", "", "决算 2", "目录", "概况 1", "决算 2"), [(0, 5), (5, 8)]),
    ],
)  # fmt: skip
def test_where_a_list_begins_and_ends(lines: tuple[str, ...], found: list[tuple[int, int]]) -> None:
    assert listed(*lines) == found


@given(st.lists(st.sampled_from([*LINES, "", "12", "正文，一句。", "目录", "会议费 3万元"]), max_size=30))
def test_lists_are_in_order_and_never_hold_a_sentence(lines: list[str]) -> None:
    end = 0
    for one in contents_in(lines):
        assert end <= one.start < one.stop <= len(lines)
        assert not any("。" in lines[place] or "万元" in lines[place] for place in one)
        end = one.stop


def test_many_lines_take_no_more_than_their_number() -> None:
    for lines in (
        ["目录"] * 20_000,
        ["目录", *["甲乙"] * 200] * 100,
        ["." * 80] * 20_000,
        ["甲" + "-" * 78] * 20_000,
        ["甲" + "1 " * 39] * 20_000,
    ):
        assert takes_less_than(2, lambda lines=lines: list(contents_in(lines)))
