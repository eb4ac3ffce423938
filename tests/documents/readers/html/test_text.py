"""The text of a page: what is seen, in paragraphs, whatever the encoding."""

import base64
import quopri
import time

import pytest
from hypothesis import given, strategies as st

from jixiao.documents.paper import Paper
from jixiao.documents.readers import html
from jixiao.documents.readers.html import read_html
from jixiao.model.diagnostic import Refused
from shared.documents.built import assert_sound, paragraphs, rows, tables

WORDS = "一般公共预算拨款225.18万元，收入较去年增加34.38万元。"


def read(page: str | bytes) -> Paper:
    paper = read_html(page if isinstance(page, bytes) else page.encode(), "自评报告.html")
    assert_sound(paper)
    return paper


def texts(page: str | bytes) -> list[str]:
    return paragraphs(read(page))


def refusal(data: bytes) -> str:
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_html(data, "甲.html")
    assert time.monotonic() - began < 20
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place.file == "甲.html"
    return diagnostic.message


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "gb2312", "utf-16"])
@pytest.mark.parametrize(
    "declared", ["", "utf-8", "gb2312", "GBK", "iso-8859-1", "x-unheard-of", "utf-16", "hex"]
)
def test_whatever_the_encoding_and_what_is_said_of_it(codec: str, declared: str) -> None:
    page = f"<html><meta charset='{declared}'><title>题</title><p>{WORDS}</p></html>"
    assert texts(page.encode(codec)) == [WORDS]


def test_a_broken_byte_is_said_and_turns_nothing_else_into_another_language() -> None:
    page = f"<p>{WORDS}</p><p>甲".encode() + b"\xe4\xb8" + "乙</p>".encode()
    paper = read(page)
    assert paragraphs(paper) == [WORDS, "甲\ufffd乙"]
    [remark] = paper.remarks
    assert remark.code == "bytes-unread"
    assert paper.words(remark.span) == "甲\ufffd乙"


def test_what_is_not_seen_is_left_out() -> None:
    page = """
        <html><head><title>题目</title><style>p{color:red}</style></head><body>
        <script>var a = "支出1万元";</script><noscript>请启用脚本</noscript><!-- 支出2万元 -->
        <p style="display: none">支出3万元</p><p hidden>支出4万元</p><span style="x:y;VISIBILITY:hidden">支出5万元</span>
        <p>支出<span style="mso-hide:all">6</span>7<!-- 8 -->9万元</p>
        <!--[if gte mso 9]><xml><w:WordDocument>支出10万元</w:WordDocument></xml><![endif]-->
        <![if !supportEmptyParas]>支出11万元<![endif]><select><option>2022年</option></select></body></html>"""
    assert texts(page) == ["支出79万元", "支出11万元"]


def test_white_space_is_written_as_a_browser_does() -> None:
    assert texts("<p>\n  整体支出\n  绩效  自评\t报告\n in\nline </p>") == ["整体支出绩效 自评 报告 in line"]
    assert texts("<p>&nbsp;&nbsp;　　支出1&nbsp;225.18万元&nbsp;</p>") == ["支出1\xa0225.18万元"]
    assert texts("<p>支出12\u200b25.1\ufeff8万元</p>") == ["支出1225.18万元"]
    assert texts("<pre>支出1万元\n收入2万元</pre>") == ["支出1万元\n收入2万元"]


def test_a_break_is_a_line_of_its_paragraph_and_two_end_it() -> None:
    assert texts("<p>甲<br>乙<BR/>丙</p>") == ["甲\n乙\n丙"]
    assert texts("<div>甲<br><br>&nbsp;<br>乙</div>") == ["甲", "乙"]


def test_text_around_blocks_is_a_paragraph_of_its_own() -> None:
    assert texts("<div>甲<p>乙</p>丙<span style='display:block'>丁</span>戊<b>己</b></div>") == [
        *"甲乙丙丁",
        "戊己",
    ]


def test_lists_have_the_numbers_that_a_browser_writes() -> None:
    assert texts("<ol><li>甲<li><p>乙</p><li>丙<ul><li>丁</ul></ol>") == ["1. 甲", "2. 乙", "3. 丙", "丁"]
    assert texts("<ol start=3 type=a><li>甲<li value=7>乙<li>丙</ol>") == ["c. 甲", "g. 乙", "h. 丙"]
    assert texts("<ol type=I><li>甲<li>乙<li>丙<li>丁</ol>") == ["I. 甲", "II. 乙", "III. 丙", "IV. 丁"]
    assert texts("<ol reversed><li>甲<li>乙</ol>") == ["2. 甲", "1. 乙"]
    assert texts("<ol style='list-style-type:cjk-ideographic' start=9><li>甲<li>乙<li>丙</ol>") == [
        "九、甲",
        "十、乙",
        "十一、丙",
    ]
    assert texts("<ol style='list-style:none'><li>一、甲<li>二、乙</ol>") == ["一、甲", "二、乙"]
    assert texts("<ol start=99999999999999999999 type=i><li>甲</ol><ol start=-4 type=A><li>乙</ol>") == [
        "1. 甲".replace("1", "i"),
        "-4. 乙",
    ]


def test_word_writes_its_numbers_itself() -> None:
    page = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1."
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>支出<o:p></o:p></p>"
    )
    assert ["".join(text.split()) for text in texts(page)] == ["1.支出"]


@pytest.mark.parametrize("way", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("codec", ["utf-8", "gb2312"])
def test_a_page_saved_with_its_pictures(way: str, codec: str) -> None:
    page = (
        f"<html><body><p>{WORDS}</p><table><tr><td>项目<td>1<tr><td>支出<td>2</table></body></html>".encode(
            codec
        )
    )
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[way](page)
    mail = (
        b"From: <Saved by WPS>\r\nSubject: =?gb2312?B?19TGwLGouOY=?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="----=_Next"\r\n\r\n'
        b"This is a multi-part message.\r\n\r\n------=_Next\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\r\n------=_Next\r\n"
        b'Content-Type: text/html; charset="' + codec.encode() + b'"\r\nContent-Transfer-Encoding: ' + way.encode()
        + b"\r\nContent-Location: file:///C:/1.htm\r\n\r\n" + body + b"\r\n------=_Next--\r\n"
    )  # fmt: skip
    paper = read(mail)
    assert paragraphs(paper) == [WORDS]
    assert rows(paper) == [["项目", "1"], ["支出", "2"]]


@pytest.mark.parametrize("data", [b"", b"   ", b"no page", b"\0\1\2", "支出1万元".encode()])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    assert "不是网页" in refusal(data)


def test_an_envelope_without_a_page_is_refused() -> None:
    assert "没有网页正文" in refusal(b"MIME-Version: 1.0\n\n")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<p>&nbsp;</p>",
        "<html><frameset><frame src=a></frameset></html>",
        "<div><img src=a></div>",
    ],
)
def test_a_page_without_text_is_refused(page: str) -> None:
    assert "没有正文" in refusal(page.encode())


def test_what_is_beyond_a_bound_is_refused() -> None:
    assert "MB" in refusal(b"<p>" + bytes(html.MAX_BYTES))
    assert "MB" in refusal(b"<p>" + b"a" * html.MAX_PAGE_CHARACTERS)
    assert "嵌套" in refusal(b"<div>" * 100_000 + b"a")
    assert "标记超过" in refusal(b"<p>a" * (html.MAX_ELEMENTS + 1))
    wide = b"<table border=1>" + b"<tr>" + b"<td colspan=200>a" * 100 + b"<tr><td>b" * 20_000
    assert "格" in refusal(wide)


@given(st.binary(max_size=300), st.text("<>/ap div table tr td th ol li br='\"&#;0\n甲1万元!-", max_size=300))
def test_any_bytes_end_in_a_paper_or_a_refusal(noise: bytes, almost: str) -> None:
    for data in (
        noise,
        b"<p>" + noise,
        b"MIME-Version: 1\n" + noise,
        almost.encode(),
        f"<table>{almost}".encode(),
    ):
        try:
            read(data)
        except Refused as refused:
            assert refused.diagnostics


PIECES = st.sampled_from(
    "<table> <table border=1> </table> <tr> </tr> <td> <td\xa0rowspan=3> <td\xa0colspan=2> <th\xa0rowspan=0> </td> <p> </p> <br> "
    "<tbody> <tfoot> <caption> <div> </div> <ol> <li> </ol> <pre> </pre> 支出 1.5万元 <a\xa0href=x>链接</a> <b> &nbsp;".split(
        " "
    )
)


@given(st.lists(PIECES, max_size=60))
def test_however_tables_are_broken_they_are_sound(pieces: list[str]) -> None:
    page = "".join(pieces).replace("\xa0", " ")
    try:
        paper = read(f"<html>{page}")
    except Refused:
        return
    assert all(tables(paper))
