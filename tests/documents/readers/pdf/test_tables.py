"""Ruled tables of a pdf: merged cells, heads repeated over pages, rows that a page's end broke."""

import pytest
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from jixiao.documents.paper import Paper
from jixiao.documents.readers.pdf import read_pdf
from shared.documents.built import assert_sound, paragraphs, rows, tables
from shared.documents.pdf import body, cell, document, drawn, table

HEAD = ["项目", "年初预算数", "全年执行数", "执行率"]


def read(data: bytes) -> Paper:
    paper = read_pdf(data, "自评表.pdf")
    assert_sound(paper)
    return paper


def test_a_table_is_read_once_between_its_paragraphs() -> None:
    paper = read(
        document(
            body("表前的文字。"),
            table([HEAD, ["基本支出", "225.18", "295.12", "131.06%"]]),
            body("表后的文字。"),
        )
    )
    assert rows(paper) == [HEAD, ["基本支出", "225.18", "295.12", "131.06%"]]
    assert paragraphs(paper) == ["表前的文字。", "表后的文字。"]
    assert paper.text.index("表前") < paper.text.index("项目") < paper.text.index("表后")


def test_merged_cells_cover_rows_and_columns() -> None:
    grid = [
        ["项目", "预算", "", "得分"],
        ["", "年初", "全年", ""],
        ["产出", "1", "2", "3"],
        ["", "4", "5", "6"],
    ]
    merged = [
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (3, 0), (3, 1)),
        ("SPAN", (0, 2), (0, 3)),
    ]
    assert tables(read(document(table(grid, *merged)))) == [
        [
            (0, 0, 2, 1, "项目"),
            (0, 1, 1, 2, "预算"),
            (0, 3, 2, 1, "得分"),
            (1, 1, 1, 1, "年初"),
            (1, 2, 1, 1, "全年"),
            (2, 0, 2, 1, "产出"),
            (2, 1, 1, 1, "1"),
            (2, 2, 1, 1, "2"),
            (2, 3, 1, 1, "3"),
            (3, 1, 1, 1, "4"),
            (3, 2, 1, 1, "5"),
            (3, 3, 1, 1, "6"),
        ]
    ]


def test_empty_cells_keep_their_columns() -> None:
    assert rows(read(document(table([HEAD, ["基本支出", "", "295.12", ""]]))))[1] == [
        "基本支出",
        "",
        "295.12",
        "",
    ]


def test_a_head_repeated_over_pages_makes_one_table() -> None:
    data = [HEAD, *([f"项目{number}", f"{number}.18", f"{number}.12", "100%"] for number in range(120))]
    paper = read(document(table(data, repeatRows=1)))
    assert len(tables(paper)) == 1
    assert rows(paper) == data


def test_a_table_without_a_repeated_head_goes_on_too() -> None:
    data = [HEAD, *([f"项目{number}", f"{number}.18", f"{number}.12", "100%"] for number in range(120))]
    assert rows(read(document(table(data)))) == data


def test_a_head_of_two_rows_repeated_with_unit_and_continued_title() -> None:
    head = [["项目", "预算", "", "得分"], ["", "年初", "全年", ""]]
    merged = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))]
    first = table([*head, ["甲", "1", "2", "3"]], *merged, colWidths=[3 * cm] * 4)
    second = table([*head, ["乙", "4", "5", "6"]], *merged, colWidths=[3 * cm] * 4)

    def page(title: str, part: object) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(90, 740, title)
            canvas.drawString(380, 715, "单位：万元")
            part.wrapOn(canvas, 500, 500)
            part.drawOn(canvas, 90, 600)

        return draw

    paper = read(drawn(page("表3 支出表", first), page("续表3", second)))
    assert [row for row in rows(paper) if row[0] in {"甲", "乙"}] == [
        ["甲", "1", "2", "3"],
        ["乙", "4", "5", "6"],
    ]
    assert paragraphs(paper) == ["表3 支出表", "单位：万元"]
    other = read(drawn(page("表3 支出表", first), page("表4 收入表", second)))
    assert len(tables(other)) == 2
    assert paragraphs(other) == ["表3 支出表", "单位：万元", "表4 收入表", "单位：万元"]


def test_a_row_broken_at_a_pages_end_is_one_row() -> None:
    reason = "因疫情影响，部分项目未能按期实施，结转至下年度继续使用，" * 12
    data = [
        [cell(text) for text in ("指标", "目标值", "分值", "原因")],
        *([cell(f"指标{number}"), cell("≥98%"), cell("5"), cell("无")] for number in range(27)),
        [cell("预算执行率"), cell("100%"), cell("10"), cell(reason)],
        [cell("最后"), cell("1"), cell("2"), cell("3")],
    ]
    broken = table(data, colWidths=[3 * cm, 3 * cm, 2 * cm, 6 * cm], splitInRow=1)
    found = rows(read(document(broken)))
    assert ["".join(text.split()) for text in found[28]] == ["预算执行率", "100%", "10", reason]
    assert found[29] == ["最后", "1", "2", "3"]


def test_a_label_merged_over_a_pages_end_covers_its_rows() -> None:
    first = [HEAD, ["产出", "1.18", "1.12", "100%"], ["", "2.18", "2.12", "100%"]]
    second = [HEAD, ["", "3.18", "3.12", "100%"], ["", "4.18", "4.12", "100%"], ["效益", "5", "6", "100%"]]

    def page(data: list[list[str]]) -> object:
        def draw(canvas: Canvas) -> None:
            part = table(data, ("SPAN", (0, 1), (0, 2)), colWidths=[3 * cm] * 4)
            part.wrapOn(canvas, 500, 500)
            part.drawOn(canvas, 90, 600)

        return draw

    found = tables(read(drawn(page(first), page(second))))[0]
    assert (1, 0, 4, 1, "产出") in found
    assert (5, 0, 1, 1, "效益") in found


def test_lines_within_a_cell_are_joined_where_they_were_full() -> None:
    text = "预算执行率等于预算执行数除以预算数乘以百分之一百"
    found = rows(
        read(document(table([["指标", "说明"], ["执行率", cell(text)]], colWidths=[3 * cm, 4 * cm])))
    )
    assert found[1] == ["执行率", text]
    separate = rows(
        read(document(table([["指标", "说明"], ["执行率", "第一\n第二"]], colWidths=[3 * cm, 8 * cm])))
    )
    assert separate[1] == ["执行率", "第一\n第二"]


def test_two_tables_on_one_page_stay_two() -> None:
    paper = read(
        document(table([HEAD, ["甲", "1", "2", "3"]]), body("表二"), table([HEAD, ["乙", "4", "5", "6"]]))
    )
    assert [rows(paper, number)[1][0] for number in (0, 1)] == ["甲", "乙"]


@pytest.mark.parametrize("open_side", ["bottom", "top"])
def test_a_table_open_at_a_pages_end_keeps_its_row(open_side: str) -> None:
    def draw(canvas: Canvas) -> None:
        for x in (100, 200, 300):
            canvas.line(x, 500, x, 560)
        for y in (520, 540, 560) if open_side == "bottom" else (500, 520, 540):
            canvas.line(100, y, 300, y)
        for number in range(3):
            canvas.drawString(110, 505 + 20 * number, f"甲{number}")
            canvas.drawString(210, 505 + 20 * number, f"{number}")

    assert rows(read(drawn(draw))) == [["甲2", "2"], ["甲1", "1"], ["甲0", "0"]]


def test_a_row_and_a_label_that_a_pages_end_leaves_open_go_on() -> None:
    # As browsers print: no rule at the page's end, the row and the merged label go on below the next one's head.
    def rules(canvas: Canvas, heights: dict[int, int]) -> None:
        for height, left in heights.items():
            canvas.line(left, height, 400, height)

    def first(canvas: Canvas) -> None:
        for x in (100, 200, 300, 400):
            canvas.line(x, 100, x, 180)
        rules(canvas, {180: 100, 160: 100, 140: 200})
        for x, y, text in (
            (105, 165, "指标"), (205, 165, "得分"), (305, 165, "原因"),
            (105, 130, "产出"), (205, 145, "5"), (305, 145, "无"), (205, 125, "8"), (305, 125, "因疫情影响，部"), (305, 105, "分项目未能按期"),
        ):  # fmt: skip
            canvas.drawString(x, y, text)

    def second(canvas: Canvas) -> None:
        for x in (100, 200, 300, 400):
            canvas.line(x, 700, x, 780)
        rules(canvas, {780: 100, 760: 100, 740: 200, 720: 100, 700: 100})
        for x, y, text in (
            (105, 765, "指标"), (205, 765, "得分"), (305, 765, "原因"),
            (105, 745, "指标"), (305, 745, "实施。"), (205, 725, "9"), (305, 725, "无"), (105, 705, "效益"), (205, 705, "6"), (305, 705, "无"),
        ):  # fmt: skip
            canvas.drawString(x, y, text)

    assert tables(read(drawn(first, second))) == [
        [
            (0, 0, 1, 1, "指标"),
            (0, 1, 1, 1, "得分"),
            (0, 2, 1, 1, "原因"),
            (1, 0, 3, 1, "产出指标"),
            (1, 1, 1, 1, "5"),
            (1, 2, 1, 1, "无"),
            (2, 1, 1, 1, "8"),
            (2, 2, 1, 1, "因疫情影响，部分项目未能按期实施。"),
            (3, 1, 1, 1, "9"),
            (3, 2, 1, 1, "无"),
            (4, 0, 1, 1, "效益"),
            (4, 1, 1, 1, "6"),
            (4, 2, 1, 1, "无"),
        ]
    ]
