"""出处 is held against 来源: what names none of them is told at its place, and costs nothing else."""

from pathlib import Path

from jixiao.files import Library, load_case

HEAD = """\
案例: 甲单位 2022 年度部门整体支出
代码: jia-2022
单位: 甲单位
地区: 甲省乙市
年度: 2022
对象: 部门整体支出
指标表: small@2022
"""


def remarks(folder: Path, library: Library, text: str) -> list[str]:
    path = folder / "case.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    case, _ = load_case(path, library)
    return [str(one).removeprefix(f"{path}:") for one in case.warnings]


def test_a_place_that_names_no_source_is_told_with_the_nearest(tmp_path: Path, library: Library) -> None:
    text = "来源: {自评报告: a.docx, 附件: b.docx}\n数据:\n  编制数: {值: 1, 单位: 人, 出处: 自评报吿 一}\n自评: {总分: 90, 出处: 总结 五}\n"
    assert remarks(tmp_path, library, text) == [
        "10:26：出处“自评报吿 一”没有以“来源”里的简称开头，是否为“自评报告”；来源有：自评报告、附件。请改正，或在“来源”里补上",
        "11:18：出处“总结 五”没有以“来源”里的简称开头；来源有：自评报告、附件。请改正，或在“来源”里补上",
    ]


def test_width_quotation_marks_and_blanks_do_not_matter(tmp_path: Path, library: Library) -> None:
    text = "来源: {附件4: a.docx}\n数据: {编制数: [{值: 1, 单位: 人, 出处: 附件４（一）}, {值: 1, 单位: 人, 出处: “附件 4” 二}]}\n"
    assert remarks(tmp_path, library, text) == []


def test_where_no_source_is_listed_there_is_nothing_to_compare(tmp_path: Path, library: Library) -> None:
    assert remarks(tmp_path, library, "数据: {编制数: {值: 1, 单位: 人, 出处: 报告 一}}\n") == []
