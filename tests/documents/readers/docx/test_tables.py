"""Tables come with their grid: merged cells once, empty ones too, tables in tables after them."""

from jixiao.documents.paper import Paper
from jixiao.documents.readers.docx.document import read_docx
from shared.documents.sound import assert_sound, codes, grid, texts
from shared.documents.zips import cell, docx, paragraph, row, table

DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


def read(*blocks: str) -> Paper:
    paper = read_docx(docx(*blocks), "报告")
    assert_sound(paper)
    return paper


def test_cells_stand_in_rows_and_columns() -> None:
    paper = read(paragraph("前"), table(("科目", "金额"), ("基本支出", "")), paragraph("后"))
    assert paper.text == "前\n科目\t金额\n基本支出\t\n后\n"
    assert grid(paper) == [
        (0, 0, 1, 1, "科目"),
        (0, 1, 1, 1, "金额"),
        (1, 0, 1, 1, "基本支出"),
        (1, 1, 1, 1, ""),
    ]


def test_cells_cover_columns_and_rows() -> None:
    paper = read(
        table(
            (cell("名称", DOWN), cell("金额（万元）", WIDE)),
            (cell("看不见", ON), "预算数", "执行数"),
            ("合计", "225.18", "295.12"),
        )
    )
    assert grid(paper)[:5] == [
        (0, 0, 2, 1, "名称"),
        (0, 1, 1, 2, "金额（万元）"),
        (1, 1, 1, 1, "预算数"),
        (1, 2, 1, 1, "执行数"),
        (2, 0, 1, 1, "合计"),
    ]
    assert "看不见" not in paper.text


def test_a_cell_that_continues_nothing_stands_for_itself() -> None:
    paper = read(table((cell("甲", ON), "乙"), (cell("丙", WIDE + ON),)))
    assert grid(paper) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 2, "丙")]


def test_a_merge_that_begins_anew_is_another_cell() -> None:
    paper = read(
        table((cell("一", DOWN), "1"), (cell("", ON), "2"), (cell("二", DOWN), "3"), (cell("", ON), "4"))
    )
    assert [one for one in grid(paper) if one[1] == 0] == [(0, 0, 2, 1, "一"), (2, 0, 2, 1, "二")]


def test_cells_merged_across_in_the_old_way_are_one() -> None:
    paper = read(table((cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "乙")))
    assert grid(paper) == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "乙")]


def test_columns_left_free_before_and_after_a_row_are_there() -> None:
    free = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'
    paper = read(table(("一", "二", "三", "四"), row("乙", properties=free)))
    assert grid(paper)[4:] == [(1, 0, 1, 1, ""), (1, 1, 1, 1, "乙"), (1, 2, 1, 2, "")]


def test_paragraphs_of_a_cell_are_lines_and_tabs_in_it_spaces() -> None:
    paper = read(
        table((cell(paragraph("甲") + paragraph("<w:r><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>")), "丁"))
    )
    assert [one[4] for one in grid(paper)] == ["甲\n乙 丙", "丁"]


def test_a_table_in_a_table_stands_after_it() -> None:
    innermost = table(("最里",))
    inner = table((cell(paragraph("里") + innermost + paragraph("")), "2"))
    paper = read(table((cell(paragraph("外") + inner + paragraph("外续")), "1")), paragraph("后"))
    assert texts(paper) == ["外\n外续\t1", "里\t2", "最里", "后"]


def test_a_table_where_nothing_stands_leaves_the_one_in_it() -> None:
    assert texts(read(table((cell(table(("里",)) + paragraph("")),)))) == ["里"]


def test_a_hidden_row_is_left_out_and_said() -> None:
    paper = read(table(("甲",), row("乙", properties="<w:hidden/>")))
    assert texts(paper) == ["甲"]
    assert "hidden-text" in codes(paper)


def test_a_cell_that_claims_a_billion_columns_covers_what_word_allows() -> None:
    paper = read(
        table(
            (cell("甲", '<w:gridSpan w:val="1000000000"/>'), "乙"),
            (cell("丙", '<w:gridSpan w:val="99999999"/>'), "丁"),
        )
    )
    assert [one[3] for one in grid(paper)] == [1, 1, 63, 1]


def test_tables_within_tables_as_deep_as_xml_may_be() -> None:
    nested = paragraph("底")
    for _ in range(80):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert texts(read(nested)) == ["底"]
