"""Automatic numbers are written before the paragraph, as Word prints them."""

import pytest

from jixiao.documents.paper import Paper
from jixiao.documents.readers.docx.document import read_docx
from jixiao.documents.readers.docx.numerals import numeral
from shared.documents.sound import assert_sound, grid, texts
from shared.documents.zips import docx, level, lists, numbered, paragraph, styles, table

CHINESE = level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>')
IN_BRACKETS = level(1, "chineseCounting", "（%2）")
DIGITS = level(2, "decimal", "%3.")


def read(*blocks: str, **parts: str) -> Paper:
    paper = read_docx(docx(*blocks, **parts), "报告")
    assert_sound(paper)
    return paper


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "51"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {2: "⒉"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 101: "一〇一"}),
        (
            "chineseCountingThousand",
            {10: "十", 20: "二十", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十"},
        ),
        ("japaneseCounting", {11: "十一"}),
        ("ideographDigital", {10: "一〇", 24: "二四"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 205: "贰佰零伍"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("upperRoman", {4: "IV", 9: "IX", 1994: "MCMXCIV", 4000: "4000"}),
        ("lowerRoman", {3: "iii"}),
        ("upperLetter", {1: "A", 27: "AA"}),
        ("lowerLetter", {26: "z", 28: "bb", 781: "781"}),
        ("ordinalText", {7: "7"}),
        ("chineseCountingThousand", {0: "0", 10_000: "10000"}),
    ],
)
def test_a_count_is_written_in_the_format_of_its_level(kind: str, written: dict[int, str]) -> None:
    assert {count: numeral(count, kind) for count in written} == written


def test_levels_count_below_each_other_and_start_anew() -> None:
    paper = read(
        numbered("概况"), numbered("职能", 1), numbered("人员", 1), numbered("编制", 2), numbered("支出"), numbered("基本", 1),
        numbering=lists(CHINESE, IN_BRACKETS, DIGITS),
    )  # fmt: skip
    assert texts(paper) == ["一、概况", "（一）职能", "（二）人员", "1. 编制", "二、支出", "（一）基本"]


def test_a_number_is_kept_apart_from_a_year_after_it() -> None:
    assert texts(read(numbered("2022年预算", 0), numbering=lists(level(0, "decimal", "%1.")))) == [
        "1. 2022年预算"
    ]


def test_a_pattern_names_the_levels_above_which_may_be_plain() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    paper = read(numbered("甲"), numbered("乙", 1), numbered("丙", 1), numbering=lists(CHINESE, legal))
    assert texts(paper) == ["一、甲", "1.1 乙", "1.2 丙"]


def test_a_level_may_never_start_anew() -> None:
    going_on = level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    paper = read(
        numbered("甲"),
        numbered("乙", 1),
        numbered("丙"),
        numbered("丁", 1),
        numbering=lists(CHINESE, going_on),
    )
    assert texts(paper) == ["一、甲", "1) 乙", "二、丙", "2) 丁"]


def test_a_level_may_start_at_another_number() -> None:
    paper = read(numbered("甲"), numbered("乙"), numbering=lists(level(0, "decimal", "第%1条", start=5)))
    assert texts(paper) == ["第5条 甲", "第6条 乙"]


def test_two_numbers_of_one_list_go_on_unless_one_says_where_it_starts() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    paper = read(
        numbered("甲"),
        numbered("乙", 0, 2),
        numbered("丙", 0, 3),
        numbered("丁", 0, 3),
        numbering=lists(CHINESE, numbers=numbers),
    )
    assert texts(paper) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    linked = lists(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    named = styles(
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="H1"/></w:style>',
    )
    paper = read(
        paragraph("概况", '<w:pStyle w:val="H1"/>'),
        paragraph("职能", '<w:pStyle w:val="H2"/>'),
        paragraph("无号", '<w:pStyle w:val="None"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        paragraph("支出", '<w:pStyle w:val="None"/>'),
        numbering=linked,
        styles=named,
    )
    assert texts(paper) == ["一、概况", "（一）职能", "无号", "二、支出"]


def test_a_list_may_be_that_of_a_style() -> None:
    numbers = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    named = styles(
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert texts(read(numbered("甲", 0, 2), numbering=lists(CHINESE, numbers=numbers), styles=named)) == [
        "一、甲"
    ]


def test_bullets_are_no_numbers() -> None:
    assert texts(read(numbered("甲"), numbering=lists(level(0, "bullet", "\uf0b7")))) == ["甲"]


def test_a_format_written_twice_for_old_and_new_programs_is_read_once() -> None:
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    written = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{both}<w:lvlText w:val="%1、"/></w:lvl>'
    assert texts(read(numbered("甲"), numbering=lists(written)))[0].endswith("1、甲")


def test_numbers_alone_fill_a_column() -> None:
    paper = read(
        table((numbered_cell(), "甲"), (numbered_cell(), "乙")), numbering=lists(level(0, "decimal", "%1"))
    )
    assert [one[4] for one in grid(paper)] == ["1", "甲", "2", "乙"]


def numbered_cell() -> str:
    return f"<w:tc><w:tcPr/>{numbered('<w:bookmarkStart/>')}</w:tc>"


def test_what_refers_to_nothing_or_in_circles_has_no_number() -> None:
    circle = styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    paper = read(
        numbered("甲", 0, 9),
        numbered("乙", 7),
        paragraph("丙", '<w:pStyle w:val="A"/>'),
        numbering=lists(CHINESE),
        styles=circle,
    )
    assert texts(paper) == ["甲", "乙", "丙"]
