"""One content gives one paper, whether it comes as pdf, as a page of the web or as a workbook, but for white space."""

import html
import io
from collections.abc import Sequence

from hypothesis import given, settings, strategies as st
from openpyxl import Workbook
from reportlab.lib.units import cm

from jixiao.documents.paper import Paper
from jixiao.documents.readers.html import read_html
from jixiao.documents.readers.pdf import read_pdf
from jixiao.documents.readers.xlsx import read_xlsx
from shared.documents.built import assert_sound, paragraphs, tables
from shared.documents.pdf import body, cell, document, table

WORDS = [
    "一般公共预算拨款225.18万元，", "其中：基本支出1,225.18万元，", "政府性基金预算拨款0万元。", "执行率为95.10%，", "在职人员16人、",
    "（财预〔2020〕10号）", "“三公”经费", "较上年减少34.38万元；", "主要原因是", "厉行节约", "2022年度", "《管理办法》", "得分98分",
]  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(lambda words: f"{''.join(words)}。")
numbers = st.decimals(0, 10**7, places=2).map(lambda amount: f"{amount:,.2f}")
labels = st.sampled_from(["项目支出", "基本支出", "预算执行率", "产出指标", "社会公众或服务对象满意度"])
lines = st.tuples(
    labels,
    numbers,
    st.sampled_from(["", "100%", "≥98%"]),
    st.sampled_from(["无", "", "因疫情影响，部分项目未能按期实施。"]),
)
grids = st.lists(lines, min_size=1, max_size=45).map(
    lambda body_lines: [("指标", "金额（万元）", "目标值", "原因"), *body_lines]
)

Content = tuple[list[str], list[tuple[str, ...]], list[str]]
contents = st.tuples(st.lists(texts, max_size=8), grids, st.lists(texts, min_size=1, max_size=8))


def as_pdf(content: Content) -> Paper:
    before, grid, after = content
    widths = [4 * cm, 4 * cm, 3 * cm, 4.5 * cm]
    ruled = table([[cell(text) for text in row] for row in grid], colWidths=widths, repeatRows=1)
    return read_pdf(document(*map(body, before), ruled, *map(body, after)), "甲.pdf")


def as_html(content: Content) -> Paper:
    before, grid, after = content
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>\n" for row in grid
    )
    written = [[f"<p>{html.escape(text)}</p>" for text in part] for part in (before, after)]
    return read_html(
        "\n".join(["<html>", *written[0], f"<table border=1>{rows}</table>", *written[1]]).encode(), "甲.html"
    )


def as_xlsx(grid: Sequence[Sequence[str]]) -> Paper:
    workbook = Workbook()
    for row in grid:
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return read_xlsx(stream.getvalue(), "甲.xlsx")


def flat(text: str) -> str:
    return "".join(text.split())


def cells(paper: Paper) -> list[list[tuple[int, int, int, int, str]]]:
    return [[(*place, flat(text)) for *place, text in one] for one in tables(paper)]


@given(contents)
@settings(max_examples=25)
def test_pdf_and_html_of_one_content_give_one_paper(content: Content) -> None:
    pdf, page = as_pdf(content), as_html(content)
    assert_sound(pdf)
    assert_sound(page)
    assert [flat(text) for text in paragraphs(pdf)] == [flat(text) for text in paragraphs(page)]
    assert [flat(text) for text in paragraphs(page)] == [*content[0], *content[2]]
    assert cells(pdf) == cells(page) == cells(as_xlsx(content[1]))
