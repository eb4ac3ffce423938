"""Templates: what they may say, and one message for all that they may not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings, strategies as st

from jixiao.model.diagnostic import Refused
from jixiao.reports.check.content.kind import WITH_TEMPLATE, Kind
from jixiao.reports.check.content.names import CASE_NAMES
from jixiao.reports.office.letter.made import template_bytes
from jixiao.reports.office.template.fill import filled
from reports.office.word import said, template_of

CONTENT = {
    "单位": "甲&乙<丙>\"丁'戊 {{ 代码 }} {_{ =1+1",
    "代码": "jia-2022",
    "草稿说明": "",
    "核算": [
        {
            "结论": "一致",
            "得分表": [{"指标": "甲率", "扣分明细": [{"分": "1"}]}, {"指标": "乙率", "扣分明细": []}],
        },
        {"结论": "不成立", "得分表": []},
    ],
}


def fill(*paragraphs: str, content=CONTENT) -> str:
    return said(filled(template_of(*paragraphs), content, CASE_NAMES, "题", "我的模板.docx"))


def refusal(*paragraphs: str) -> str:
    with pytest.raises(Refused) as refused:
        fill(*paragraphs)
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.place.file == "我的模板.docx"
    return diagnostic.message


def test_names_of_every_kind_survive() -> None:
    assert fill("{{ 单位 }}") == CONTENT["单位"]


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Cf", "Co", "Zl", "Zp", "Zs")),
        min_size=1,
        max_size=30,
    )
)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=15)
def test_any_text_comes_out_as_it_is(text: str) -> None:
    assert fill("{{ 单位 }}", content={"单位": text}) == text


def test_for_if_and_either_or() -> None:
    told = fill(
        "{%p for 核 in 核算 %}",
        "{{ 核.结论 }}{{ '！' if 核.结论 != '一致' else '。' }}",
        "{%p for 行 in 核.得分表 %}",
        "{{ loop.index }} {{ 行.指标 }}{% if not loop.last %}；{% endif %}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p if 草稿说明 or 代码 == '' %}",
        "草稿",
        "{%p else %}",
        "定稿",
        "{%p endif %}",
    )
    assert told.split() == ["一致。", "1", "甲率；", "2", "乙率", "不成立！", "定稿"]


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (("正文", "单位名称：{{ 单位名 }}"), "“单位名称：{{ 单位名 }}”这一段：没有“单位名”这个名称，是否为“单位”"),
        (("{% for 核 in 核算 %}{{ 核.结语 }}{% endfor %}",), "“核算”里没有“结语”，是否为“结论”"),
        (("{{ 核算 }}",), "“核算”有好几条，不能直接写"),
        (("{% for 核 in 核算 %}{{ 核 }}{% endfor %}",), "“核”有好几条，不能直接写"),
        (("{% for 字 in 单位 %}{% endfor %}",), "“单位”只是一句文字，不能用 for"),
        (("{% for 核 in 核算 %}{% for 名 in 核 %}{% endfor %}{% endfor %}",), "“核”只是一句文字，不能用 for"),
        (("{{ 单位.代码 }}",), "“单位”只是一句文字"),
        (("{{ 核算.结论 }}",), "“核算”只是一句文字"),
        (("{% for 单位 in 核算 %}{% endfor %}",), "“单位”已经是一个名称"),
        (("{% for 甲 in 核算 %}{% for 乙 in 核算 %}x{% endfor %}{% endfor %}",), "里层的 for 只能用 {% for 乙 in 甲.… %}"),
        (("{% for 甲 in 核算 %}{% for 乙 in 甲.得分表 %}{% for 丙 in 甲.得分表 %}x{% endfor %}{% endfor %}{% endfor %}",), "in 乙.…"),
        (("{% for 核 in 核算 %}没有完",), "标记没有写完"),
        (("{{ 单位 ",), "标记没有写完"),
        (("{% 如果 单位 %}",), "标记看不懂"),
        (("{{ 单位 单位 }}",), "标记"),
        (("{{ loop.index }}",), "没有“loop”这个名称"),
        (("{% for 核 in 核算 %}{{ loop.cycle }}{% endfor %}",), "没有“loop”这个名称"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_once_with_the_paragraph(paragraphs: tuple[str, ...], message: str) -> None:
    assert message in refusal(*paragraphs)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ 单位.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ 单位['__class__'] }}",
        "{{ 单位.format(代码) }}",
        "{{ 单位|safe }}",
        "{{ 单位|attr('__class__') }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ range(1000000000) }}",
        "{% for x in range(9) %}{% endfor %}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ 单位 ~ 代码 }}",
        "{{ 单位 + 代码 }}",
        "{{ [单位] }}",
        "{{ {'a': 1} }}",
        "{{ 单位[0:2] }}",
        "{{ namespace() }}",
        "{% set x = 单位 %}",
        "{% macro x() %}{% endmacro %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% filter upper %}x{% endfilter %}",
        "{% call x() %}{% endcall %}",
        "{% with x = 单位 %}{% endwith %}",
        "{% if 单位 is defined %}{% endif %}",
        "{% for x in 核算 recursive %}{{ loop(x) }}{% endfor %}",
        "{% for a, b in 核算 %}{% endfor %}",
        "{% autoescape false %}{{ 单位 }}{% endautoescape %}",
        "{% do 单位 %}",
        "{% debug %}",
        "{{ " + "(" * 3000 + "单位" + ")" * 3000 + " }}",
    ],
)
def test_nothing_in_a_template_runs(attack: str) -> None:
    assert refusal(attack)


@pytest.mark.parametrize("place", ["header", "footer"])
def test_what_stands_outside_the_text_is_held_too(place: str) -> None:
    made = Document()
    part = getattr(made.sections[0], place)
    part.is_linked_to_previous = False
    part.paragraphs[0].text = "{{ ''.__class__ }}"
    stream = io.BytesIO()
    made.save(stream)
    with pytest.raises(Refused):
        filled(stream.getvalue(), CONTENT, CASE_NAMES, "题", "模板")


def with_member(name: str, data: bytes) -> bytes:
    """Give a template with one member more, or another one in its place."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template_of("甲"))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return stream.getvalue()


def with_damaged_member(name: str) -> bytes:
    """Give a template with a member whose packed bytes were turned around."""
    data = bytearray(template_of("甲"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(name).header_offset + 30 + len(name)
    data[start : start + 60] = bytes(255 - one for one in data[start : start + 60])
    return bytes(data)


LINK = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://x/image" Target="http://evil/a.png" TargetMode="External"/></Relationships>"""
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "不是能用的 Word 模板"),
        (b"PK\x03\x04", "不是能用的 Word 模板"),
        (b"x" * 100, "不是能用的 Word 模板"),
        (with_member("word/vbaProject.bin", b"x"), "宏"),
        (with_member("word/_rels/x.xml.rels", LINK), "http://evil/a.png"),
        (with_member("word/extra.xml", ENTITY), "实体"),
        (with_member("word/extra.xml", b'<w:instrText> DDEAUTO c:\\\\x "a"</w:instrText>'), "DDEAUTO"),
        (with_member("word/extra.xml", b"<w:p><w:instrText> DD</w:instrText><w:instrText>E a</w:instrText></w:p>"), "DDE"),
        (with_member("word/_rels/x.xml.rels", LINK.replace(b"image", b"attachedTemplate")), "http://evil/a.png"),
        (with_member("word/extra.dat", b"<?xml version='1.0'?><x:instrText> ddeAuto </x:instrText>"), "DDEAUTO"),
        (with_member("word/extra.xml", b"<x:fldSimple x:instr=' D&#68;E a'/>"), "DDE"),
        (with_member("word/_rels/y.xml.rels", LINK.replace(b"External", b"Externa&#108;")), "http://evil"),
        (with_member("word/_rels/y.xml.rels", LINK.replace(b"Mode=", b"Mode = ").replace(b"<Rel", b"<a:Rel").replace(b"</Rel", b"</a:Rel")), "http://evil"),
        (with_member("word/_rels/y.xml.rels", LINK.replace(b"/image", b"/aFChunk").replace(b"External", b"Internal")), "http://evil"),
        (with_damaged_member("word/document.xml"), "不是能用的 Word 模板"),
        (with_member("word/_rels/x.xml.rels", LINK.decode().encode("utf-16")), "不是能用的 Word 模板"),
        (with_member("word/document.xml", b"<w:document>"), "不是能用的 Word 模板"),
        (with_member("word/extra.xml", b" " * 6_000_000), "太大"),
        (with_member("word/extra.bin", b" " * 120_000_000), "太大"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_template_or_brings_something_along_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused) as refused:
        filled(data, CONTENT, CASE_NAMES, "题", "模板")
    assert message in str(refused.value)


def test_the_template_that_word_notes_down_is_let_be() -> None:
    noted = LINK.replace(b"image", b"attachedTemplate").replace(
        b"http://evil/a.png", b"file:///C:/Normal.dotm"
    )
    assert filled(with_member("word/_rels/x.xml.rels", noted), CONTENT, CASE_NAMES, "题", "模板")


def test_marks_in_the_wrong_place_are_told() -> None:
    assert "标记看不懂" in refusal("{%tr for 核 in 核算 %}", "{{ 核.结论 }}", "{%tr endfor %}")
    assert "表格的行用 {%tr" in refusal("{%p for 核 in 核算 %}", "{{ 核.结论 }}{% endfor %}")


@pytest.mark.parametrize("kind", WITH_TEMPLATE, ids=str)
def test_the_templates_that_are_given_out_are_such(kind: Kind, tmp_path: Path) -> None:
    data = template_bytes(kind)
    assert data == template_bytes(kind)
    made = Document(io.BytesIO(data))
    assert "{{" in said(data)
    for table in made.tables:
        assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
        assert all(
            row._tr.trPr.find("{*}cantSplit") is not None
            for row in table.rows
            if not row.cells[0].text.startswith("{%tr")
        )
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.top_margin.mm), round(section.left_margin.mm)) == (37, 28)
    fonts = made.styles["Normal"].element.rPr.rFonts
    assert (
        fonts.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia") == "仿宋_GB2312"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert 'w:altName w:val="仿宋"' in archive.read("word/fontTable.xml").decode()


def test_another_kind_of_paper_says_which_name_it_does_not_know() -> None:
    with pytest.raises(Refused, match="没有“概述”这个名称"):
        filled(template_bytes(Kind.SUMMARY), CONTENT, CASE_NAMES, "题", "模板")


@pytest.mark.parametrize("mark", ["前{{ 单位", "{% if 单位", "{{ 单位 {{ 年度 }}", "{% if 单位 {{ 年度 }}"])
def test_a_mark_that_does_not_end_in_its_paragraph_takes_nothing_with_it(mark: str) -> None:
    told = refusal(mark, "一句话", "{%p if 单位 %}", "{{ 单位 }}", "{%p endif %}")
    assert "标记没有写完" in told
    assert mark in told
