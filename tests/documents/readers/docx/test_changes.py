"""Tracked changes: what is read is the text with all of them accepted, and that they are open is said."""

from jixiao.documents.paper import Paper
from jixiao.documents.readers.docx.document import read_docx
from shared.documents.sound import assert_sound, codes, grid, texts
from shared.documents.zips import cell, docx, paragraph, row, run, table

WHO = 'w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"'


def read(*blocks: str) -> Paper:
    paper = read_docx(docx(*blocks), "报告")
    assert_sound(paper)
    return paper


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_inserted_text_is_kept_and_deleted_text_dropped() -> None:
    paper = read(paragraph(run("支出") + deleted("225.18") + inserted("295.12") + run("万元")))
    assert paper.text == "支出295.12万元\n"
    assert codes(paper) == {
        "revisions-open": "文件里有还没有接受的修订（插入 1 处，删除 1 处），这里按全部接受后的文字读，请核对后接受或拒绝修订"
    }


def test_text_inserted_by_one_and_deleted_by_another_is_gone() -> None:
    assert read(paragraph(run("甲") + f"<w:ins {WHO}>{deleted('乙')}</w:ins>")).text == "甲\n"


def test_moved_text_stands_once_at_its_new_place() -> None:
    paper = read(
        paragraph(
            f'<w:moveFromRangeStart w:id="2" w:name="m"/><w:moveFrom {WHO}>{run("移动的话")}</w:moveFrom>',
            f"<w:rPr><w:moveFrom {WHO}/></w:rPr>",
        ),
        paragraph("中间的话"),
        paragraph(f"<w:moveTo {WHO}>{run('移动的话')}</w:moveTo>", f"<w:rPr><w:moveTo {WHO}/></w:rPr>"),
    )
    assert texts(paper) == ["中间的话", "移动的话"]
    assert "移动 1 处" in codes(paper)["revisions-open"]


def test_a_deleted_paragraph_end_joins_the_paragraph_with_the_next() -> None:
    paper = read(
        paragraph("支出决算数", f"<w:rPr><w:del {WHO}/></w:rPr>"),
        paragraph("295.12万元。"),
        paragraph("另一段"),
    )
    assert texts(paper) == ["支出决算数295.12万元。", "另一段"]
    assert "删除 1 处" in codes(paper)["revisions-open"]


def test_a_joined_paragraph_before_a_table_and_at_the_end_is_not_lost() -> None:
    gone = f"<w:rPr><w:del {WHO}/></w:rPr>"
    assert texts(read(paragraph("甲", gone), table(("乙",)), paragraph("丙", gone))) == ["甲", "乙", "丙"]


def test_a_paragraph_deleted_whole_leaves_nothing_behind() -> None:
    assert texts(read(paragraph(deleted("旧话"), f"<w:rPr><w:del {WHO}/></w:rPr>"), paragraph("新话"))) == [
        "新话"
    ]


def test_deleted_rows_and_cells_are_left_out_of_a_table() -> None:
    paper = read(
        table(
            ("科目", "金额"),
            row("旧", "1", properties=f"<w:del {WHO}/>"),
            row("新", "2", properties=f"<w:ins {WHO}/>"),
            row("三", cell("删", f"<w:cellDel {WHO}/>"), cell("3", f"<w:cellIns {WHO}/>")),
        )
    )
    assert [one[4] for one in grid(paper)] == ["科目", "金额", "新", "2", "三", "3"]
    assert "插入 2 处，删除 2 处" in codes(paper)["revisions-open"]


def test_what_the_format_was_before_a_change_counts_for_nothing() -> None:
    was = f'<w:pPrChange {WHO}><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    shown = run("可见", f"<w:rPrChange {WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    paper = read(paragraph(shown, was))
    assert (paper.text, codes(paper)) == ("可见\n", {})
