"""A text file is its own canonical text, in any encoding that offices save."""

import codecs

import pytest
from hypothesis import given, strategies as st

from jixiao.documents.paper import Paragraph
from jixiao.documents.readers.text import read_text
from jixiao.language.span import Span
from jixiao.model.diagnostic import Refused
from shared.documents.sound import assert_sound, texts

REPORT = "一、部门概况\n\n　2022年支出决算数295.12万元（≥98%），完成预算的131%。\n"


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_text(data, "报告.txt")
    [found] = refused.value.diagnostics
    return str(found)


@pytest.mark.parametrize(
    "data",
    [
        REPORT.encode(),
        codecs.BOM_UTF8 + REPORT.encode(),
        REPORT.encode("utf-16"),
        codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"),
        REPORT.encode("gb18030"),
        REPORT.encode("gbk"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_text_is_the_file_decoded_with_plain_line_ends(data: bytes, line_end: str) -> None:
    assert read_text(data, "报告").text == REPORT


def test_line_ends_are_plain_whatever_they_were() -> None:
    assert read_text(REPORT.replace("\n", "\r\n").encode(), "报告").text == REPORT


def test_each_line_where_something_stands_is_a_paragraph() -> None:
    paper = read_text(REPORT.encode(), "报告")
    assert_sound(paper)
    assert paper.name == "报告"
    assert texts(paper) == ["一、部门概况", "2022年支出决算数295.12万元（≥98%），完成预算的131%。"]
    assert paper.blocks[0] == Paragraph(Span(0, 6))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("績效評價報告：預算支出及執行情況說明".encode("big5"), "文件编码是 Big5，请另存为 UTF-8"),
        (REPORT.encode("utf-32"), "文件编码是 UTF-32，请另存为 UTF-8"),
        (REPORT.encode()[:-5] + b"\xff\xfe", "文件像是 UTF-8，但有的字节不是"),
        (REPORT.encode("gb18030") + b"\xff", "文件像是 GB18030，但有的字节不是"),
        (REPORT.encode("utf-16") + b"\0", "文件像是 UTF-16，但有的字节不是"),
        (codecs.BOM_UTF8 + b"\xff", "文件像是 UTF-8，但有的字节不是"),
        ("größe straße".encode("cp1252"), "认不出文件编码，请另存为 UTF-8"),
        (b"\x00\x01\x02", "认不出是什么文件"),
        (b"abc\x07def", "认不出是什么文件"),
        (b" \n \t\n", "文件里没有文字"),
        (b"1\n" * 200_001, "文件超过 20 万行，请删去无关内容或拆分"),
    ],
)
def test_other_encodings_and_other_things_are_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t一二万元 　")))
def test_every_text_in_utf8_comes_back_whole(text: str) -> None:
    try:
        paper = read_text(text.encode(), "报告")
    except Refused:
        assert not text.strip().strip("\ufeff").strip()
        return
    assert_sound(paper)
    assert paper.text == text.removeprefix("\ufeff")
    assert "".join("".join(texts(paper)).split()) == "".join(paper.text.split())
