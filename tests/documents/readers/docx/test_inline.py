"""A paragraph's text is what it shows: fields by their results, ruby without its reading, nothing hidden."""

import pytest

from jixiao.documents.paper import Paper
from jixiao.documents.readers.docx.document import read_docx
from shared.documents.sound import assert_sound, codes, texts
from shared.documents.zips import cell, docx, notes, paragraph, run, styles, table

BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
OLD_BOX = "<v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"


def read(*blocks: str, **parts: str) -> Paper:
    paper = read_docx(docx(*blocks, **parts), "报告")
    assert_sound(paper)
    return paper


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(content: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX.format(content)}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{OLD_BOX.format(content)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
        ("<w:r><w:t>增减</w:t><w:noBreakHyphen/><w:t>2.5</w:t></w:r>", "增减-2.5"),
        ("<w:r><w:t> 不留 </w:t></w:r><w:r><w:t xml:space='preserve'>留 </w:t></w:r><w:r><w:t>乙</w:t></w:r>", "不留留 乙"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>98%</w:t></w:r>", "≥98%"),
        ("<w:r><w:sym w:font='Wingdings 2' w:char='0052'/><w:t>是</w:t></w:r>", "☑是"),
        ("<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>\uf0a35%</w:t></w:r>", "≤5%"),
        ("<w:r><w:sym w:font='宋体' w:char='2460'/></w:r>", "①"),
        ("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>shū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>枢</w:t></w:r></w:rubyBase></w:ruby></w:r>", "枢"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标记')}</w:smartTag>", "链接标记"),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('295.12')}</w:sdtContent></w:sdt>", "295.12"),
        (f"<w:fldSimple w:instr=' DATE '>{run('2023年')}</w:fldSimple>", "2023年"),
        (field(" =SUM(ABOVE) ", run("35")), "35"),
        (field(" IF " + "</w:instrText></w:r>" + field("REF a", run("内")) + "<w:r><w:instrText>", run("外")), "外"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("没有结束的域"), "没有结束的域"),
        ("<w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/></w:r>" + run("甲"), "甲"),
        ("<m:oMath><m:r><m:t>率=</m:t></m:r><m:f><m:num><m:r><m:t>16</m:t></m:r></m:num><m:den><m:r><m:t>27+1</m:t></m:r></m:den></m:f></m:oMath>", "率=16/(27+1)"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice><mc:Fallback><w:t>☒</w:t></mc:Fallback></mc:AlternateContent></w:r>', "☒"),
        ("<w:r><w:t>上</w:t><w:lastRenderedPageBreak/><w:softHyphen/><w:t>下</w:t></w:r>", "上下"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_is_shown(content: str, text: str) -> None:
    paper = read(paragraph(content))
    assert (paper.text, codes(paper)) == (text + "\n", {})


def test_a_field_may_begin_in_one_paragraph_and_end_in_another() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    middle = f'<w:r><w:t>隐</w:t><w:fldChar w:fldCharType="separate"/></w:r>{run("目录")}'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("正文")
    assert texts(read(paragraph(begin), paragraph(middle), paragraph(end))) == ["目录", "正文"]


def test_a_symbol_of_an_unknown_font_is_left_out_and_said() -> None:
    paper = read(paragraph("<w:r><w:t>甲</w:t><w:sym w:font='公司徽标' w:char='F041'/></w:r>"))
    assert paper.text == "甲\n"
    assert codes(paper) == {"symbols-unread": "有 1 个符号（字体 公司徽标）认不出，没有读"}
    assert read(paragraph("乙\uf041")).text == "乙\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    paper = read(paragraph(run("前") + box(paragraph("框里的话")) + run("后")), paragraph("下一段"))
    assert texts(paper) == ["前后", "[文本框]框里的话", "下一段"]


def test_a_text_box_of_an_old_program_and_one_within_another_are_read_once() -> None:
    old = f"<w:r><w:pict>{OLD_BOX.format(paragraph('旧框'))}</w:pict></w:r>"
    assert texts(read(paragraph(old + box(paragraph(run("外框") + box(paragraph("内框"))))))) == [
        "[文本框]旧框",
        "[文本框]外框",
        "[文本框]内框",
    ]


def test_a_table_in_a_text_box_is_a_table() -> None:
    assert texts(read(paragraph(run("前") + box(table(("甲", "1")))))) == ["前", "甲\t1"]


def test_content_controls_are_looked_into_at_every_level() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    one_cell = control(cell(control(paragraph(control(run("格"))))))
    one_row = control(f"<w:tr>{one_cell}</w:tr>")
    paper = read(
        control(control(paragraph("段"))),
        f"<w:tbl>{one_row}</w:tbl>",
        f"<w:customXml>{paragraph('末')}</w:customXml>",
    )
    assert texts(paper) == ["段", "格", "末"]


def test_hidden_text_is_left_out_and_said() -> None:
    paper = read(paragraph(run("可见") + run("隐藏", "<w:vanish/>") + run("不隐藏", '<w:vanish w:val="0"/>')))
    assert paper.text == "可见不隐藏\n"
    assert codes(paper) == {"hidden-text": "有 1 处隐藏文字没有读"}


def test_text_is_hidden_by_styles_too() -> None:
    named = styles(
        '<w:style w:type="paragraph" w:styleId="P0"><w:rPr><w:vanish/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="P0"/></w:style>',
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    paper = read(
        paragraph("段隐藏", '<w:pStyle w:val="P"/>'),
        paragraph(run("字隐藏", '<w:rStyle w:val="C"/>') + run("可见")),
        paragraph(run("两次即可见", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'),
        paragraph(run("明说可见", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="P"/>'),
        styles=named,
    )
    assert texts(paper) == ["可见", "两次即可见", "明说可见"]
    assert "2 处隐藏" in codes(paper)["hidden-text"]


def test_a_hidden_paragraph_end_joins_it_with_the_next() -> None:
    assert texts(
        read(paragraph("一、概况。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"), paragraph("本单位"))
    ) == ["一、概况。本单位"]


def test_notes_stand_after_the_paragraph_that_points_to_them() -> None:
    points = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    paper = read(
        paragraph(run("支出295.12万元") + points + run("，其中")),
        paragraph(run("尾") + '<w:r><w:endnoteReference w:id="1"/></w:r>'),
        paragraph(run("再指") + points),
        footnotes=notes("footnotes", "含上年结转", "无人提到"),
        endnotes=notes("endnotes", "见附表"),
    )
    assert texts(paper) == ["支出295.12万元，其中", "[脚注]含上年结转", "尾", "[尾注]见附表", "再指"]


def test_notes_and_text_boxes_in_a_table_stand_after_it() -> None:
    inside = cell(
        paragraph(run("金额") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + box(paragraph("框")))
    )
    paper = read(table((inside, "1")), footnotes=notes("footnotes", "含税"))
    assert texts(paper) == ["金额\t1", "[脚注]含税", "[文本框]框"]


def test_a_table_of_contents_stands_apart() -> None:
    named = styles('<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>')
    paper = read(
        paragraph("<w:r><w:t>一、概况</w:t><w:tab/><w:t>1</w:t></w:r>", '<w:pStyle w:val="11"/>'),
        paragraph("一、概况"),
        styles=named,
    )
    assert texts(paper) == ["[目录]一、概况\t1", "一、概况"]


def test_comments_are_left_out_and_said() -> None:
    said = f'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">{paragraph("请核对")}</w:comment></w:comments>'
    paper = read(
        paragraph(
            '<w:commentRangeStart w:id="0"/>' + run("甲") + '<w:r><w:commentReference w:id="0"/></w:r>'
        ),
        comments=said,
    )
    assert (paper.text, codes(paper)) == ("甲\n", {"comments": "有 1 条批注没有读"})


def test_heads_and_feet_of_pages_are_left_out() -> None:
    head = paragraph("页眉").replace(
        "<w:p>", '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">', 1
    )
    assert texts(read(paragraph("正文"), header=head)) == ["正文"]


def test_embedded_objects_and_files_are_said() -> None:
    paper = read(paragraph(run("见表") + "<w:r><w:object/></w:r>"), "<w:altChunk/>")
    assert codes(paper) == {"parts-unread": "有 2 处嵌入的对象或文件没有读，里面有数的请另外给出"}
