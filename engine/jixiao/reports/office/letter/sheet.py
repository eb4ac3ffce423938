"""A sheet of paper as offices issue it: A4 with the usual margins, styles that staff can change, page numbers."""

from __future__ import annotations

import re
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import _Footer
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from jixiao.reports.office.letter.element import made

BODY, TITLE, HEAD, SUBHEAD, DETAIL, CELL, CELL_HEAD, SMALL = (
    "Normal",
    "公文标题",
    "一级标题",
    "二级标题",
    "明细文字",
    "表格文字",
    "表头文字",
    "附注文字",
)
"""Styles of a paper: staff restyle these."""

FALLBACKS = {
    "方正小标宋简体": "华文中宋",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
"""Fonts that not every machine has, each with the one that Word takes in its place."""

_LATIN = "Times New Roman"
_LINE = Pt(28)
"""22 lines a page (GB/T 9704 5.2.2)."""


def new_sheet(*title: str) -> Paper:
    """Give an empty A4 paper with its styles, its page numbers and its title set, in one line or more."""
    paper = Document()
    _page(paper)
    _styles(paper)
    _fallbacks(paper)
    _numbers(paper)
    for line in title:
        paragraph = paper.add_paragraph(line, style=TITLE)
        if line != title[-1]:
            paragraph.paragraph_format.space_after = Pt(0)
    return paper


def _page(paper: Paper) -> None:
    """Set the page as GB/T 9704 has it: 156 mm × 225 mm of text, 37 mm above, 28 mm to the left."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(24)


def _styles(paper: Paper) -> None:
    body = paper.styles[BODY]
    assert isinstance(body, ParagraphStyle)
    _font(body, "仿宋_GB2312", Pt(16))
    form = body.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    form.first_line_indent = Pt(32)
    form.widow_control = True
    title = _style(paper, TITLE, "方正小标宋简体", Pt(22))
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.first_line_indent = Pt(0)
    title.paragraph_format.line_spacing = Pt(34)
    title.paragraph_format.space_after = Pt(20)
    for name, font, level in ((HEAD, "黑体", 0), (SUBHEAD, "楷体_GB2312", 1)):
        style = _style(paper, name, font, Pt(16))
        style.paragraph_format.keep_with_next = True
        _outline(style, level)
    detail = _style(paper, DETAIL, "仿宋_GB2312", Pt(12)).paragraph_format
    detail.left_indent, detail.first_line_indent = Pt(44), Pt(-12)
    detail.line_spacing_rule, detail.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(20)
    for name, font in ((CELL, "仿宋_GB2312"), (CELL_HEAD, "黑体"), (SMALL, "仿宋_GB2312")):
        style = _style(paper, name, font, Pt(10.5))
        form = style.paragraph_format
        form.first_line_indent = Pt(0)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(15)
    paper.styles[CELL_HEAD].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(paper: Paper, name: str, font: str, size: Length) -> ParagraphStyle:
    style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = paper.styles[BODY]
    style.quick_style = True
    _font(style, font, size)
    return style


def _font(style: ParagraphStyle, name: str, size: Length) -> None:
    """Set a Chinese font, a Latin one beside it, and the size."""
    style.font.name, style.font.size = _LATIN, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hAnsi"), _LATIN)
    fonts.set(qn("w:cs"), _LATIN)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _outline(style: ParagraphStyle, level: int) -> None:
    """Make a style a head in Word's navigation."""
    style.element.get_or_add_pPr().append(made("w:outlineLvl", val=str(level)))


def _fallbacks(paper: Paper) -> None:
    """Tell Word what to take where a font is not installed."""
    part = next(
        rel.target_part for rel in paper.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    table = part.blob.decode("utf-8")
    part._blob = re.sub(r"</w:fonts>\s*$", f"{fonts}</w:fonts>", table).encode("utf-8")


def _numbers(paper: Paper) -> None:
    """Number the pages “— 1 —”: to the right on odd pages, to the left on even ones."""
    paper.settings.odd_and_even_pages_header_footer = True
    section = paper.sections[0]
    _number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    form = paragraph.paragraph_format
    form.first_line_indent = Pt(0)
    form.left_indent = form.right_indent = Pt(14)
    _run(paragraph, "— ")
    field = made("w:fldSimple", instr="PAGE")
    paragraph._p.append(field)
    field.append(_run(paragraph, "1"))
    _run(paragraph, " —")


def _run(paragraph: Paragraph, text: str) -> Any:
    run = paragraph.add_run(text)
    run.font.size = Pt(14)
    run.font.name = "宋体"
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    return run._r
