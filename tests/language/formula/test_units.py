"""Units of formulas are inferred; what does not fit is refused at its operator."""

import pytest

from jixiao.language.error import LanguageError
from jixiao.language.formula import check_condition, infer_units, parse_formula
from jixiao.quantity import find_unit

UNITS = {
    name: find_unit(unit).dimension
    for name, unit in {"预算": "万元", "决算": "元", "人数": "人", "比例": "%"}.items()
}


def inferred(text: str) -> str:
    return str(infer_units(parse_formula(text, UNITS), UNITS))


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("预算 / 决算", "比率"),
        ("预算 - 决算", "元"),
        ("-预算", "元"),
        ("预算 / 人数", "人^-1·元"),
        ("人数 × 人数", "人^2"),
        ("(预算 - 决算) / 决算", "比率"),
        ("最大(预算, 决算)", "元"),
        ("绝对值(人数)", "人"),
        ("最大(预算, 0)", "元"),
        ("最小(0, 预算)", "元"),
        ("预算 × 50%", "元"),
        ("1 - 比例", "比率"),
        ("0", "比率"),
        ("预算 + 0", "元"),
        ("0 - 人数", "人"),
        ("5万元 - 预算", "元"),
        ("0 × 预算", "元"),
    ],
)
def test_dimension_of_the_value(text, dimension):
    """万元 and 元 mix, a bare 0 fits anything, and dividing gives a ratio."""
    assert inferred(text) == dimension


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("预算 + 人数", 3, "“+”两边单位不符：元 与 人"),
        ("人数 - 预算 / 决算", 3, "“-”两边单位不符：人 与 比率"),
        ("预算 + 5", 3, "“+”两边单位不符：元 与 比率"),
        ("最大(预算, 0, 人数)", 0, "“最大”里单位不符：元 与 人"),
        ("预算 / 支出", 5, "没有名为“支出”的数据项"),
        ("预算 > 决算", 3, "这里应是一个数，不是条件"),
        ("(预算 > 决算) + 预算", 10, "条件不能参与运算"),
        ("-(预算 > 0)", 0, "条件不能参与运算"),
        ("(预算 > 0) + 支出", 9, "条件不能参与运算"),
        ("支出 + (预算 > 0)", 0, "没有名为“支出”的数据项"),
        ("最大(预算, 人数, 支出)", 0, "“最大”里单位不符：元 与 人"),
        ("最大(预算, 支出, 人数)", 7, "没有名为“支出”的数据项"),
        ("(预算 + 人数) × (决算 - 人数)", 4, "“+”两边单位不符：元 与 人"),
    ],
)
def test_what_does_not_fit(text, position, message):
    """The message names both units, at the operator between them."""
    with pytest.raises(LanguageError) as refused:
        inferred(text)
    assert (refused.value.position, refused.value.message) == (position, message)


def condition(text: str) -> None:
    check_condition(parse_formula(text, UNITS), UNITS)


@pytest.mark.parametrize(
    "text",
    ["预算 = 0", "预算 = 0 且 人数 = 0", "非 (预算 > 决算)", "比例 ≥ 0.5 或 比例 < 10%", "预算 > 5万元"],
)
def test_conditions(text):
    """Conditions compare what has one unit, and are joined by 且 或 非."""
    condition(text)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("预算 - 决算", 3, "这里应是一个条件，如“批准建设面积 = 0”"),
        ("预算 = 人数", 3, "“=”两边单位不符：元 与 人"),
        ("预算 且 人数 = 0", 3, "“且”“或”“非”只能连接条件"),
        ("人数 = 0 或 预算", 7, "“且”“或”“非”只能连接条件"),
        ("非 预算", 0, "“且”“或”“非”只能连接条件"),
    ],
)
def test_what_is_no_condition(text, position, message):
    """A number is not a condition, and does not become one by 且 或 非."""
    with pytest.raises(LanguageError) as refused:
        condition(text)
    assert (refused.value.position, refused.value.message) == (position, message)
