"""A name that items.yaml does not know is kept with a warning; the rest of the case is read."""

from pathlib import Path

import pytest

from jixiao.files import Library, load_case
from jixiao.files.case.unknown import MANY
from jixiao.files.collector import MAX_DIAGNOSTICS
from jixiao.model.case import Case
from jixiao.model.diagnostic import Refused

HEAD = "案例: 甲\n代码: jia\n单位: 甲\n地区: 甲省乙市\n年度: 2022\n对象: 部门整体支出\n指标表: small@2022\n"


def read(data: str, library: Library, folder: Path) -> Case:
    """Read a case of 2022."""
    path = folder / "case.yaml"
    path.write_text(f"{HEAD}{data}\n", "utf-8")
    return load_case(path, library)[0]


def test_a_misspelt_item_is_told_plainly(library: Library, tmp_path: Path) -> None:
    case = read("数据: {在职人员树: {值: 1, 单位: 人}, 编制数: {值: 2, 单位: 人}}", library, tmp_path)
    [warning] = case.warnings
    assert (warning.place.line, warning.place.column) == (8, 6)
    assert "没有数据项“在职人员树”" in warning.message
    assert "“在职人员数”没有数据，写错了名称的请改成“在职人员数”" in warning.message
    assert set(case.whole.statements) == {"在职人员树", "编制数"}


def test_a_new_figure_takes_part_in_breakdowns(library: Library, tmp_path: Path) -> None:
    """In the unit in which it is stated first, and its parts in that; things that differ are refused."""
    data = "数据: {火星经费: [{值: 0}, {值: 4, 单位: 万元}]}\n明细: {火星经费: {甲: {值: 3, 单位: 万}, 乙: {值: 1, 单位: 万元}}}"
    case = read(data, library, tmp_path)
    assert [str(one.quantity) for one in case.whole.statements["火星经费"]] == ["0 万元", "4 万元"]
    [breakdown] = case.whole.breakdowns
    assert [str(part.statements[0].quantity) for part in breakdown.parts] == ["3 万元", "1 万元"]
    assert [one.message for one in case.warnings] == [
        "items.yaml 没有数据项“火星经费”，已按这个名称保留，不用于评分；指标表要用的，先写进 items.yaml"
    ]
    for mixed in ("乙: {值: 1, 单位: 人}", "乙: {值: 1}"):
        with pytest.raises(Refused):
            read(f"明细: {{火星经费: {{甲: {{值: 3, 单位: 万元}}, {mixed}}}}}", library, tmp_path)


def test_what_is_no_figure_of_its_own_stays_refused(library: Library, tmp_path: Path) -> None:
    """An alias has an owner; a decision or an expectation must name what the case has."""
    for data in (
        "数据: {在职人员: {值: 1, 单位: 人}}",
        "预期: {疑点: {必有: [{代码: sum-mismatch, 数据项: 火星经费}]}}",
    ):
        with pytest.raises(Refused):
            read(data, library, tmp_path)
    read(
        "数据: {火星经费: {值: 1}}\n预期: {疑点: {必无: [{代码: sum-mismatch, 数据项: 火星经费}]}}",
        library,
        tmp_path,
    )


def test_of_many_names_only_those_are_told_that_an_item_may_be_meant_by(
    library: Library, tmp_path: Path
) -> None:
    """A report that is read whole names a great deal of which the table asks nothing."""
    many = "".join(f"  甲{n}: {{值: 1}}\n" for n in range(MANY + 1))
    case = read(f"数据:\n  在职人员树: {{值: 1, 单位: 人}}\n{many}", library, tmp_path)
    meant, others = case.warnings
    assert "写错了名称的请改成“在职人员数”" in meant.message
    assert (others.place.line, others.message[:9]) == (10, f"另有 {MANY + 1} 个名称")


def test_a_flood_of_names_is_counted(library: Library, tmp_path: Path) -> None:
    case = read("数据:\n" + "".join(f"  在职人员树{n}: {{值: 1}}\n" for n in range(500)), library, tmp_path)
    assert len(case.warnings) <= MAX_DIAGNOSTICS
    assert case.warnings[-1].message.startswith("另有 ") or case.warnings[0].message.startswith("另有 ")
