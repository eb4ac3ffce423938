"""Texts in which a table lost its form: rows and columns are found again, and tables part where new heads stand."""

from jixiao.documents.layout.arrange import arrange
from jixiao.documents.paper import Paragraph, Table


def tables(text: str) -> list[list[list[str]]]:
    return [
        [
            [text[one.span.start : one.span.end] for one in block.cells if one.row == row]
            for row in range(block.rows)
        ]
        for block in arrange(text)
        if isinstance(block, Table)
    ]


def paragraphs(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in arrange(text) if isinstance(one, Paragraph)]


def test_a_bar_at_the_end_is_an_empty_cell_where_not_all_rows_have_one() -> None:
    text = "项目 | 上年 | | 本年 | |\n | 预算 | 决算 | 预算 | 决算 | 完成率\n人员 | 1 | 2 | 3 | 4 | 5\n"
    assert [len(row) for row in tables(text)[0]] == [6, 6, 6]


def test_tables_of_cells_on_lines_part_where_new_heads_stand() -> None:
    text = (
        "项目\n行次\n金额\n项目\n行次\n金额\n一、财政拨款收入\n1\n20.00\n一、教育支出\n9\n12.00\n"
        "总计\n3\n20.00\n总计\n11\n20.00\n支出决算表\n项目\n本年支出合计\n基本支出\n项目支出\n"
        "教育支出\n12.00\n8.00\n4.00\n合计\n12.00\n8.00\n4.00\n"
    )
    first, second = tables(text)
    assert first[-1] == ["总计", "11", "20.00"]
    assert ["项目", "本年支出合计", "基本支出", "项目支出"] in second


def test_an_empty_line_is_an_empty_cell_where_it_makes_the_row_full() -> None:
    text = "项目\n合计\n基本支出\n项目支出\n教育支出\n9.00\n5.00\n4.00\n其他支出\n6.00\n\n6.00\n农林水支出\n1.00\n0.50\n0.50\n"
    assert ["其他支出", "6.00", "", "6.00"] in tables(text)[0]


def test_codes_and_numbers_of_rows_are_no_figures() -> None:
    text = "序号 项目名称 预算数 决算数\n1 农田建设 5.00 4.00\n2 农技推广 3.00 2.00\n"
    assert tables(text)[0][1:] == [["农田建设", "5.00", "4.00"], ["农技推广", "3.00", "2.00"]]


def test_a_reason_in_a_sentence_does_not_end_a_table_of_indicators() -> None:
    text = (
        "三级指标\n年度指标值\n实际完成值\n分值\n得分\n偏差原因\n铺设管网\n≥48公里\n41.9公里\n15\n13.1\n"
        "两段管线因征地未谈妥改线，缩短约6公里\n合格率\n≥95%\n98.2%\n10\n10\n总分\n25\n23.1\n"
    )
    (only,) = tables(text)
    assert ["合格率", "≥95%", "98.2%", "10", "10"] in only


def test_rows_of_numbers_stand_below_heads_that_name_them() -> None:
    text = "编制数（人） 实有人数（人） 控制率\n52 55 105.77%\n"
    assert tables(text)[0] == [["编制数（人）", "实有人数（人）", "控制率"], ["52", "55", "105.77%"]]


def test_two_tables_in_rows_part_at_the_heads_of_the_second() -> None:
    text = "项目 预算数 决算数\n接待费 5.00 4.00\n用车费 3.00 2.00\n二、收入情况\n来源 预算数 决算数\n拨款 9.00 8.00\n其他 1.00 1.00\n"
    assert len(tables(text)) == 2
    assert paragraphs(text) == ["二、收入情况"]


def test_a_row_whose_cells_are_empty_behind_its_name_ends_no_table_with_tabs() -> None:
    text = "项目\t上年\t本年\n公车运行维护\t6.00\t5.20\n出国经费\t\t\n公务接待\t3.60\t3.10\n"
    (only,) = tables(text)
    assert only[-1] == ["公务接待", "3.60", "3.10"]
