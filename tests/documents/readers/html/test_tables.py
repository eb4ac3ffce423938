"""Tables of a page: data become tables, layout is unwrapped."""

from jixiao.documents.paper import Paper
from jixiao.documents.readers.html import read_html
from shared.documents.built import assert_sound, paragraphs, rows, tables


def read(page: str) -> Paper:
    paper = read_html(page.encode(), "自评表.html")
    assert_sound(paper)
    return paper


def test_cells_cover_rows_and_columns() -> None:
    page = """<table border=1><thead><tr><th rowspan=2>项目</th><th colspan=2>预算</th></tr><tr><th>年初</th><th>全年</th></tr></thead>
        <tbody><tr><td>基本支出</td><td>225.18</td><td>295.12</td></tr></tbody></table>"""
    assert tables(read(page)) == [
        [
            (0, 0, 2, 1, "项目"),
            (0, 1, 1, 2, "预算"),
            (1, 1, 1, 1, "年初"),
            (1, 2, 1, 1, "全年"),
            (2, 0, 1, 1, "基本支出"),
            (2, 1, 1, 1, "225.18"),
            (2, 2, 1, 1, "295.12"),
        ]
    ]


def test_spans_beyond_the_table_are_cut_and_missing_cells_are_empty() -> None:
    page = "<table border=1><tr><td rowspan=9>甲<td colspan=3>乙<tr><td>1<tr><td rowspan=0>2<td>3</table>"
    assert rows(read(page)) == [["甲", "乙"], ["1", "", ""], ["2", "3", ""]]


def test_the_foot_stands_last_and_the_caption_before() -> None:
    page = """<table><caption>表1 支出</caption><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>1<tr><td>乙<td>2</tbody></table>"""
    paper = read(page)
    assert paragraphs(paper) == ["表1 支出"]
    assert rows(paper) == [["甲", "1"], ["乙", "2"], ["合计", "3"]]
    assert paper.text.startswith("表1")


def test_paragraphs_and_breaks_in_a_cell_are_lines() -> None:
    page = "<table><tr><td><p>甲</p><p>乙</p><td>1<br>2<tr><td>&nbsp;<td>1&nbsp;225.18</table>"
    assert rows(read(page)) == [["甲\n乙", "1\n2"], ["", "1\xa0225.18"]]


def test_a_table_that_lays_out_a_page_is_unwrapped_and_tables_in_it_are_tables() -> None:
    page = f"""<table width=100%><tr><td><table><tr><td><h1>自评报告</h1><p>{"一、部门概况。" * 40}</p>
        <table border=1><tr><td>项目<td>金额<tr><td>支出<td>295.12</table><p>二、其他。</p></td></tr></table></td></tr></table>"""
    paper = read(page)
    assert paragraphs(paper) == ["自评报告", "一、部门概况。" * 40, "二、其他。"]
    assert rows(paper) == [["项目", "金额"], ["支出", "295.12"]]
    assert paper.text.index("项目") < paper.text.index("二、其他")


def test_a_table_in_a_cell_of_data_follows_it() -> None:
    page = """<table border=1><tr><td>项目<td>金额<td>说明<tr><td>甲<td>1<td>见表<table border=1><tr><td>子<td>5<tr><td>丑<td>6</table>
        <tr><td>乙<td>2<td>无</table>"""
    paper = read(page)
    assert rows(paper, 0) == [["项目", "金额", "说明"], ["甲", "1", "见表"], ["乙", "2", "无"]]
    assert rows(paper, 1) == [["子", "5"], ["丑", "6"]]


def test_text_that_a_table_of_one_cell_frames_is_paragraphs() -> None:
    paper = read("<table border=1><tr><td><p>甲万元。</p><p>乙万元。</p></td></tr></table>")
    assert paragraphs(paper) == ["甲万元。", "乙万元。"]
    assert not tables(paper)


def test_a_score_table_with_long_reasons_is_data() -> None:
    reason = "因疫情影响，部分项目未能按期实施，结转至下年度继续使用。" * 12
    page = f"<table><tr><td>指标<td>得分<td>原因<tr><td>执行率<td>8<td>{reason}</table>"
    assert rows(read(page))[1] == ["执行率", "8", reason]


def test_a_hidden_row_is_left_out() -> None:
    page = "<table><tr><td>甲<td>1<tr style='display:none'><td>乙<td>2<tr><td>丙<td>3</table>"
    assert rows(read(page)) == [["甲", "1"], ["丙", "3"]]
