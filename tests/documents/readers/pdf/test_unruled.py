"""Tables of a pdf without rules downward: columns are told by what stands below each other; text stays text."""

from reportlab.lib.units import cm

from jixiao.documents.paper import Paper
from jixiao.documents.readers.pdf import read_pdf
from shared.documents.built import assert_sound, paragraphs, rows, tables
from shared.documents.pdf import bare, body, cell, centred, document, figure

HEAD = ["项目", "年初预算数", "全年执行数", "执行率"]
LINES = [
    ["基本支出", "225.18", "295.12", "131.06%"],
    ["项目支出", "60.00", "", "0.00%"],
    ["合计", "285.18", "295.12", "103.49%"],
]


def read(data: bytes) -> Paper:
    paper = read_pdf(data, "决算.pdf")
    assert_sound(paper)
    return paper


def drawn(lines: list[list[str]]) -> Paper:
    cells: list[list[object]] = [[centred(one) for one in HEAD]]
    cells += [[cell(name), *(figure(one) for one in numbers)] for name, *numbers in lines]
    return read(document(body("表前的文字。"), bare(cells, colWidths=[4 * cm] * 4), body("表后的文字。")))


def test_a_table_without_rules_stands_between_its_paragraphs() -> None:
    paper = drawn(LINES)
    assert rows(paper) == [HEAD, *LINES]
    assert paragraphs(paper) == ["表前的文字。", "表后的文字。"]


def test_a_name_of_two_lines_is_one_cell() -> None:
    long = ["公务用车购置及运行维护费用支出", "7.00", "6.00", "85.71%"]
    assert rows(drawn([long, *LINES]))[1] == long


def test_text_with_numbers_is_no_table() -> None:
    text = "2022年度收入225.18万元，支出295.12万元，完成年初预算的131.06%。其中：基本支出225.18万元，占76.30%；项目支出69.94万元，占23.70%。"
    assert tables(read(document(*[body(text)] * 6))) == []
