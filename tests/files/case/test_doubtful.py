"""A value with 存疑 stands in the case and reaches neither scores nor checks."""

from collections.abc import Callable

import pytest

from jixiao.files import Library, load_case
from jixiao.model.case import Case
from jixiao.model.diagnostic import Refused

Read = Callable[[str], Case]


@pytest.fixture
def read(tmp_path, library: Library) -> Read:
    """Read a case of 2022 with these sections."""

    def read(sections: str) -> Case:
        path = tmp_path / "case.yaml"
        head = "案例: 甲\n代码: jia\n单位: 甲\n地区: 甲省乙市\n年度: 2022\n对象: 部门整体支出\n指标表: small@2022\n"
        path.write_text(f"{head}{sections}\n", "utf-8")
        return load_case(path, library)[0]

    return read


def test_a_doubtful_value_is_no_statement(read: Read) -> None:
    case = read("数据: {年初预算: {值: 12, 单位: 万元, 出处: 一, 存疑: 离名称太远}}")
    assert case.whole.statements == {}
    [one] = case.whole.doubtful
    assert (one.name, one.said, one.source, one.doubt) == ("年初预算", "12 万元", "一", "离名称太远")


def test_of_several_statements_the_others_count(read: Read) -> None:
    case = read("数据: {年初预算: [{值: 12, 单位: 万元}, {值: 13, 单位: 万元, 存疑: 离名称太远}]}")
    assert [str(one.quantity) for one in case.whole.statements["年初预算"]] == ["12 万元"]
    assert len(case.whole.doubtful) == 1


@pytest.mark.parametrize(
    "written", ["{值: 一百二, 单位: 万元, 存疑: 读不出}", "{值: 12, 单位: 人, 存疑: 单位不合}"]
)
def test_what_is_doubtful_may_be_anything(read: Read, written: str) -> None:
    """Why it is wrong is what a person is to find out."""
    case = read(f"数据: {{年初预算: {written}}}")
    assert (len(case.whole.doubtful), case.warnings) == (1, ())


def test_a_breakdown_without_its_doubtful_part_is_not_all(read: Read) -> None:
    case = read("明细: {年初预算: {甲: {值: 12, 单位: 万元}, 乙: {值: 1, 单位: 万元, 存疑: 离名称太远}}}")
    [breakdown] = case.whole.breakdowns
    assert ([part.name for part in breakdown.parts], breakdown.complete) == (["甲"], False)
    assert [one.name for one in case.whole.doubtful] == ["年初预算·乙"]


def test_a_breakdown_that_is_all_doubtful_is_none(read: Read) -> None:
    case = read("明细: {没有这一项: {甲: {值: 12, 单位: 万元, 存疑: 离名称太远}}}")
    assert (case.whole.breakdowns, case.warnings) == ((), ())


def test_a_doubt_gives_its_reason(read: Read) -> None:
    with pytest.raises(Refused, match="没有内容"):
        read("数据: {年初预算: {值: 12, 单位: 万元, 存疑: ''}}")
