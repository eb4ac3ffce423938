"""OFD: pieces of text at places become lines, and lines paragraphs."""

import pytest

from jixiao.documents.paper import Paper
from jixiao.documents.readers.ofd.document import read_ofd
from jixiao.model.diagnostic import Refused
from shared.documents.sound import assert_sound, texts
from shared.documents.zips import ofd, packed, text_object

LONG = "支出决算数二百九十五点一二万元其中一般公共服务"


def read(*pages: str, **more: str) -> Paper:
    paper = read_ofd(ofd(*pages, **more), "报告")
    assert_sound(paper)
    return paper


def test_pieces_are_sorted_into_lines_by_their_places() -> None:
    page = (
        text_object("万元", 60, 30.5)
        + text_object("二、支出", 20, 50)
        + text_object("一、收入225.18", 20, 30, DeltaX="5 5 5 5 2.5 g 5 2.5")
    )
    assert texts(read(page)) == ["一、收入225.18万元", "二、支出"]


def test_lines_that_fill_the_page_are_one_paragraph() -> None:
    first = text_object(LONG, 30, 30)
    on = text_object(LONG + "支出", 20, 37)
    last = text_object("如上。", 20, 44)
    other = text_object("另一段", 30, 51)
    assert texts(read(first + on + last + other)) == [f"{LONG}{LONG}支出如上。", "另一段"]


def test_a_paragraph_goes_on_over_the_end_of_a_page_past_its_number() -> None:
    first = text_object(LONG, 20, 30) + text_object("- 1 -", 70, 280)
    assert texts(read(first, text_object("如上。", 20, 30) + text_object("- 2 -", 70, 280))) == [
        f"{LONG}如上。"
    ]


def test_running_heads_are_left_out() -> None:
    pages = [text_object("某局自评报告", 50, 10) + text_object(f"第{at}段", 20, 40) for at in "一二三四"]
    assert texts(read(*pages)) == ["第一段", "第二段", "第三段", "第四段"]


def test_columns_of_a_line_are_kept_apart() -> None:
    page = "".join(
        text_object(one, x, y)
        for y, row in ((30, ("基本支出", "118.2")), (37, ("项目支出", "90")))
        for x, one in zip((20, 80), row, strict=True)
    )
    assert texts(read(page)) == ["基本支出 118.2", "项目支出 90"]


def test_the_text_of_a_template_is_read_once() -> None:
    paper = read(text_object("甲", 20, 40), text_object("乙", 20, 40), template=text_object("表样", 20, 20))
    assert texts(paper) == ["表样", "甲", "乙"]


def test_a_turned_piece_stands_where_its_matrix_puts_it() -> None:
    turned = text_object("下", 20, 30).replace('Font="1"', 'CTM="1 0 0 1 0 50"')
    assert texts(read(turned + text_object("上", 20, 40))) == ["上", "下"]


def test_a_text_drawn_twice_is_read_once() -> None:
    assert texts(read(text_object("甲", 20, 30) + text_object("甲", 20.2, 30))) == ["甲"]


def test_numbers_that_are_none_are_nought() -> None:
    odd = (
        text_object("甲", 20, 30)
        .replace('X="0"', 'X="nan"')
        .replace('DeltaX="g 1 5"', 'DeltaX="g 1e300 inf g"')
    )
    assert texts(read(odd)) == ["甲"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ofd(""), "这个 ofd 里没有文字，多半是扫描件，请先做文字识别（OCR），或给出 docx、带文字的 pdf"),
        (packed({"OFD.xml": "<OFD/>"}), "文件里找不到正文"),
        (packed({"OFD.xml": "<OFD><DocRoot>a.xml</DocRoot></OFD>"}), "文件里缺“a.xml”"),
        (packed({"OFD.xml": "<OFD>"}), "文件里的“OFD.xml”已损坏"),
        (packed({"OFD.xml": "<!DOCTYPE a><OFD/>"}), "DTD"),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read_ofd(data, "报告")
    assert message in str(refused.value)
