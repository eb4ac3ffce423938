"""The text of a pdf: lines become paragraphs; what belongs to pages and not to the text is left out."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from jixiao.documents.paper import Paper
from jixiao.documents.readers.pdf import read_pdf
from shared.documents.built import assert_sound, paragraphs
from shared.documents.pdf import FONT, body, document, drawn, head, made

LONG = (
    "2022年年初预算数225.18万元，其中，一般公共预算拨款225.18万元，政府性基金预算拨款0万元，"
    "纳入财政专户管理的非税收入拨款0万元，国有资本经营预算拨款0万元。收入较去年增加34.38万元，"
    "主要原因是绩效考核奖纳入了年初预算，全年执行率为95.10%。"
)


def read(data: bytes) -> Paper:
    paper = read_pdf(data, "自评报告.pdf")
    assert_sound(paper)
    return paper


def flat(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


def test_lines_are_joined_into_paragraphs_by_indent_and_length() -> None:
    texts = [LONG, LONG.replace("225.18", "1,225.18"), "二、部门整体支出管理及使用情况", LONG]
    paper = read(document(head("2022年度整体支出绩效自评报告"), *(body(text) for text in texts)))
    assert flat(paragraphs(paper)) == ["2022年度整体支出绩效自评报告", *texts]
    assert paper.name == "自评报告"
    assert all("\n" not in text for text in paragraphs(paper))


@pytest.mark.parametrize("length", range(1, 80))
def test_wherever_a_paragraph_ends_the_next_begins(length: int) -> None:
    texts = [LONG, "支" * length + "。", LONG, "收入决算" * (length // 4) + "。"]
    assert flat(paragraphs(read(document(*(body(text) for text in texts))))) == texts


def test_a_line_that_begins_with_a_sign_no_paragraph_begins_with_goes_on() -> None:
    lead = "2022年度本部门预算调整数为69.94万元，预算数为225.18万元，本部门预算调整率=（调整数/年初预算数）"
    text = f"{lead}×100%=31.06%，预算调整率偏高。"
    assert paragraphs(read_pdf(document(body(text), body("现将有关情况报告如下。" * 9)), "甲.pdf"))[0] == text


def test_a_paragraph_goes_on_over_a_pages_end() -> None:
    texts = [f"{number}．{LONG}" for number in range(1, 30)]
    assert flat(paragraphs(read(document(*(body(text) for text in texts))))) == texts


def furniture(canvas: Canvas, _: object) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawString(90, 800, "怀化市人民政府驻北京联络处")
    canvas.drawCentredString(297, 40, f"- {canvas.getPageNumber()} -")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    texts = [f"{number}．{LONG}" for number in range(1, 26)]
    paper = read(document(*(body(text) for text in texts), on_page=furniture))
    assert flat(paragraphs(paper)) == texts


@pytest.mark.parametrize(
    "number", ["- 1 -", "—1—", "第1页", "第 1 页 共 9 页", "第1页，共9页", "1/9", "1", "Page 1 of 9"]
)
def test_a_single_page_has_its_number_left_out(number: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "支出决算295.12万元。")
        canvas.drawCentredString(297, 40, number)

    assert paragraphs(read(drawn(draw))) == ["支出决算295.12万元。"]


def test_page_numbers_beside_other_words_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 600, f"支出{canvas.getPageNumber()}万元。")
        canvas.drawString(90, 30, f"某市财政局 第 {canvas.getPageNumber()} 页 共 3 页")

    assert paragraphs(read(drawn(draw, draw, draw))) == ["支出1万元。", "支出2万元。", "支出3万元。"]


def test_tables_of_one_unit_on_each_page_keep_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(400, 790, "单位：万元")
        canvas.drawString(90, 600, f"支出决算{canvas.getPageNumber()}295.12。")

    assert paragraphs(read(drawn(draw, draw))).count("单位：万元") == 2


def test_numbered_titles_at_one_height_are_no_running_heads() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 790, f"表{canvas.getPageNumber()}")
        canvas.drawString(90, 600, f"支出{canvas.getPageNumber()}万元。")

    assert paragraphs(read(drawn(draw, draw, draw))) == [
        "表1",
        "支出1万元。",
        "表2",
        "支出2万元。",
        "表3",
        "支出3万元。",
    ]


@pytest.mark.parametrize("shift", [0, 0.2, 0.6, 1.2])
def test_doubled_glyphs_are_read_once(shift: float) -> None:
    def draw(canvas: Canvas) -> None:
        for offset in (0, shift, shift / 2):
            canvas.drawString(90 + offset, 700, "合计1,122.18万元，支支相等11111.11")

    assert paragraphs(read(drawn(draw))) == ["合计1,122.18万元，支支相等11111.11"]


def test_rotated_text_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "支出决算295.12万元。")
        canvas.saveState()
        canvas.rotate(45)
        canvas.drawString(400, 200, "内部资料")
        canvas.rotate(45)
        canvas.drawString(400, -50, "装订线")
        canvas.restoreState()

    assert paragraphs(read(drawn(draw))) == ["支出决算295.12万元。"]


def test_a_page_that_lies_on_its_side_is_said() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(90, -200, "支出决算295.12万元，收入决算295.12万元，年初预算225.18万元。")

    def plain(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "支出决算295.12万元。")

    [remark] = read(drawn(plain, draw)).remarks
    assert (remark.code, remark.text) == (
        "rotated-unread",
        "第 2 页的文字是横放的，没有读；请把这些页转正后另存",
    )


def test_look_alike_radicals_become_the_characters_that_are_meant() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 700, "甲乙丙丁戊己")

    data = drawn(draw, pageCompression=0)
    # reportlab writes UCS-2 in octal or hexadecimal; the radicals are put in for what it wrote.
    paper = read(swapped(data, "甲乙丙丁戊己", "⼈⽀⻋⻔⻓出"))
    assert paragraphs(paper) == ["人支车门长出"]


def swapped(data: bytes, old: str, new: str) -> bytes:
    """Put other characters of the same number into an unpacked pdf."""
    from reportlab.pdfbase import pdfmetrics

    font = pdfmetrics.getFont(FONT)
    return data.replace(font.formatForPdf(old).encode("latin-1"), font.formatForPdf(new).encode("latin-1"))


def without_characters(to_unicode: bytes) -> bytes:
    """Give a pdf that says 甲, three glyphs of a font that names none of them, and 乙."""
    font = (
        b"10 0 obj<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[11 0 R]" + to_unicode
        + b">>endobj\n11 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>endobj\n"
        b"12 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"13 0 obj<</Length 64>>stream\n2 beginbfchar <0101> <E123> <0102> <FFFD> <0103> <E125> endbfchar\nendstream endobj\n"
    )  # fmt: skip
    content = (
        b"BT /G 12 Tf 90 700 Td (No trouble in here.) Tj 0 -100 Td (Spent ) Tj"
        b" /F 12 Tf <010101020103> Tj /G 12 Tf ( yuan) Tj ET"
    )
    return made(content, b"", b"/Font<</F 10 0 R/G 12 0 R>>", font)


@pytest.mark.parametrize("to_unicode", [b"", b"/ToUnicode 13 0 R"])
def test_glyphs_without_a_character_are_counted_and_placed(to_unicode: bytes) -> None:
    paper = read(without_characters(to_unicode))
    [remark] = paper.remarks
    assert remark.code == "glyphs-unread"
    assert "有 3 个字" in remark.text
    assert "第 1 页" in remark.text
    assert "\ufffd\ufffd\ufffd" in paper.words(remark.span)
    assert paper.words(remark.span).startswith("Spent")
