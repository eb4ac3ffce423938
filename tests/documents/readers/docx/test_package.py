"""The parts of a docx are found as Word finds them, and what is broken or dangerous is refused."""

import pytest

from jixiao.documents.readers.docx.document import read_docx
from jixiao.model.diagnostic import Refused
from shared.documents.sound import assert_sound, codes, texts
from shared.documents.zips import (
    HEAD,
    SPACES,
    docx,
    level,
    lists,
    numbered,
    packed,
    paragraph,
    run,
    strict,
    table,
)
from shared.effort import takes_less_than

LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_docx(data, "报告")
    [found] = refused.value.diagnostics
    return str(found)


def written(document: str | bytes, **more: str) -> bytes:
    return packed({"word/document.xml": document, **more})


def test_the_main_part_may_have_another_name() -> None:
    assert texts(read_docx(docx(paragraph("正文"), main="word/document2.xml"), "报告")) == ["正文"]


def test_without_relations_the_usual_name_is_looked_for() -> None:
    data = written(f"<w:document {SPACES}><w:body>{paragraph('正文')}</w:body></w:document>")
    assert texts(read_docx(data, "报告")) == ["正文"]


def test_the_strict_format_reads_the_same() -> None:
    blocks = (
        numbered("概况"),
        table(("甲", "1")),
        paragraph(run("隐", "<w:vanish/>") + run("显")),
    )
    numbering = lists(level(0, "chineseCounting", "%1、"))
    paper = read_docx(strict(*blocks, numbering=numbering), "报告")
    assert_sound(paper)
    assert texts(paper) == ["一、概况", "甲\t1", "显"]
    assert codes(paper) == codes(read_docx(docx(*blocks, numbering=numbering), "报告"))


def test_comments_and_instructions_of_xml_are_nothing() -> None:
    assert texts(
        read_docx(docx("<!-- 注 --><?x y?>", paragraph(run("甲") + "<!-- 注 -->" + run("乙"))), "报告")
    ) == ["甲乙"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_xml_with_a_dtd_is_refused(codec: str) -> None:
    document = f"<w:document {SPACES}><w:body>{paragraph(run('&b;'))}</w:body></w:document>"
    head = f'<?xml version="1.0" encoding="{codec}"?>'
    assert refusal(written((head + LAUGHS + document).encode(codec))) == (
        "报告：文件里的“word/document.xml”带有 DTD 声明，正常的文件里没有，没有读，请核对文件来源"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (written(f"{HEAD}<w:document {SPACES}>\n<w:body>"), "“word/document.xml”已损坏（第 3 行）"),
        (written(f"<w:document {SPACES}/>"), "找不到正文"),
        (packed({"word/styles.xml": "<x/>"}), "找不到正文"),
        (docx(), "文件里没有文字，请核对"),
        (docx(paragraph(" ")), "文件里没有文字，请核对"),
        (written(f"<w:document {SPACES}><w:body/></w:document>", **{"word/media/1.png": "x"}), "只有图片"),
        (
            docx("".join(f'<w:p w:rsidR="{at * 2654435761 % 2**32:x}"/>' for at in range(300_001))),
            "文件里的段落和文字片段超过 30 万，请拆分或删去无关内容",
        ),
        (docx("<w:p>" + "<w:sdt>" * 300 + "</w:sdt>" * 300 + "</w:p>"), "已损坏"),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)
    assert takes_less_than(1, lambda: refusal(data))
