"""What a case says of last year, beside a value or by its year, is last year's and nothing else."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from jixiao.files import Library, load_case
from jixiao.model.case import Case
from jixiao.model.diagnostic import Refused

Read = Callable[[str], Case]


@pytest.fixture
def read(tmp_path, library: Library) -> Read:
    """Read a case of 2022 with what stands under 数据."""

    def read(data: str) -> Case:
        path = tmp_path / "case.yaml"
        head = "案例: 甲\n代码: jia\n单位: 甲\n地区: 甲省乙市\n年度: 2022\n对象: 部门整体支出\n指标表: small@2022\n"
        path.write_text(f"{head}{data}\n", "utf-8")
        return load_case(path, library)[0]

    return read


def figures(case: Case) -> dict[str, list[str]]:
    """Give what is stated, by name."""
    return {name: [str(one.quantity) for one in said] for name, said in case.whole.statements.items()}


def test_last_year_and_changes_stand_beside_a_value(read: Read) -> None:
    """A bare amount is in the unit of the value, a change may say its direction."""
    said = read("数据: {年初预算: {值: 12, 单位: 万元, 上年: 10, 增减额: 增加2, 增减率: 增长20%, 出处: 一}}")
    assert figures(said) == {
        "年初预算": ["12 万元"], "上年年初预算": ["10 万元"],
        "年初预算较上年增减额": ["2 万元"], "年初预算较上年增减率": ["20%"],
    }  # fmt: skip
    [last] = said.whole.statements["上年年初预算"]
    assert (last.said_of, last.source) == ("年初预算", "一")
    assert said.warnings == ()


@pytest.mark.parametrize(
    ("written", "change"),
    [("-2.5", "-2.5"), ("减少2.5", "-2.5"), ("较上年减少了 2.5万元", "-2.5"), ("25000元", "2.5"), ("增加 2.5", "2.5"), ("持平", "0"), ("无", "0")],
)  # fmt: skip
def test_a_change_says_its_direction_by_sign_or_word(read: Read, written: str, change: str) -> None:
    said = read(f"数据: {{年初预算: {{值: 12, 单位: 万元, 增减额: {written}}}}}")
    [one] = said.whole.statements["年初预算较上年增减额"]
    assert one.quantity.base == Fraction(change) * 10_000


@pytest.mark.parametrize(
    "written", ["增减额: 减少-2", "增减额: 增加减少2", "增减额: 2人", "上年: 2人", "增减率: 2万元", "增减率: 无", "上年: 10, 年度: 2022"]
)  # fmt: skip
def test_what_is_no_change_is_refused(read: Read, written: str) -> None:
    """Two directions, another unit, or a year that makes it a guess whose last year it is."""
    with pytest.raises(Refused):
        read(f"数据: {{年初预算: {{值: 12, 单位: 万元, {written}}}}}")


def test_a_statement_of_another_year_is_not_this_years(read: Read) -> None:
    """Last year's is the twin item's; an older one stands alone; neither is this year's."""
    said = read(
        "数据: {年初预算: [{值: 12, 单位: 万元}, {值: 10, 单位: 万元, 年度: 2021}, {值: 9, 单位: 万元, 年度: 2019}]}"
    )
    assert figures(said) == {
        "年初预算": ["12 万元"],
        "上年年初预算": ["10 万元"],
        "2019年年初预算": ["9 万元"],
    }


def test_a_misprinted_year_is_settled_by_taking_the_figure(read: Read) -> None:
    """采用 makes it this year's only where nothing else is; beside a figure of this year it chooses in its own year."""
    alone = read("数据: {年初预算: {值: 12, 单位: 万元, 年度: 2021, 采用: 年度是误印}}")
    assert figures(alone) == {"年初预算": ["12 万元"]}
    beside = read(
        "数据: {年初预算: [{值: 12, 单位: 万元}, {值: 10, 单位: 万元, 年度: 2021, 采用: 与决算一致}]}"
    )
    assert figures(beside) == {"年初预算": ["12 万元"], "上年年初预算": ["10 万元"]}


def test_last_years_figure_may_be_named(read: Read) -> None:
    """上年X and X较上年增减额 are known for every item, in its unit."""
    said = read("数据: {上年年初预算: {值: 10, 单位: 万}, 年初预算较上年增减率: {值: 20%}}")
    assert figures(said) == {"上年年初预算": ["10 万元"], "年初预算较上年增减率": ["20%"]}
    assert said.warnings == ()
    with pytest.raises(Refused):
        read("数据: {上年年初预算: {值: 10, 单位: 人}}")
