"""Evidence: what papers say of an item, and how sums of its parts are written."""

from fractions import Fraction

from jixiao.model.case import Breakdown, Part, Statement
from jixiao.model.diagnostic import Place
from jixiao.quantity import Quantity, find_unit
from jixiao.scoring.indicator.evidence import weigh
from shared.cases.small import result


def stated(value: str, unit: str) -> Part:
    quantity = Quantity(Fraction(value), find_unit(unit))
    return Part(value, (Statement("面积", quantity, "表", Place("案例")),))


def test_a_sum_that_no_decimals_can_write_is_cut_after_twelve():
    """A 亩 is 2000/3 平方米: exact inside, and twelve decimals on paper."""
    parts = (stated("1", "平方米"), stated("1", "亩"))
    found = weigh("面积", (), [Breakdown("面积", parts, Place("案例"))])
    assert found.values == (Fraction(2003, 3),)
    assert str(found.figures[0].quantity) == "667.666666666667 平方米"


def test_two_printings_of_one_value_are_no_dispute():
    """741.09 万元 and 7410912.58 元 say the same: the finer one counts, and nothing is disputed."""
    found = result(
        "公式: 决算数 / 年初预算, 评分标准: 得分=控制率×5。",
        "数据: {决算数: [{值: 741.09, 单位: 万元, 出处: 报告 一}, {值: 7410912.58, 单位: 元, 出处: 报告 二}], "
        "年初预算: {值: 1000, 单位: 万元, 出处: 报告 一}}",
    )
    assert (found.status, found.low, found.conflicts) == ("scored", Fraction(741091258, 1000000000) * 5, ())


def test_two_values_that_printing_does_not_explain_are_disputed():
    found = result(
        "公式: 决算数 / 年初预算, 评分标准: 得分=控制率×5。",
        "数据: {决算数: [{值: 741.09, 单位: 万元, 出处: 报告 一}, {值: 741.19, 单位: 万元, 出处: 报告 二}], "
        "年初预算: {值: 1000, 单位: 万元, 出处: 报告 一}}",
    )
    assert (found.status, found.conflicts) == ("open", ("决算数",))


def test_a_sum_that_only_rounding_keeps_from_the_total_is_no_dispute():
    """3.33 three times is 9.99 beside 10.00: what is stated counts; 9.90 is another value."""
    case = (
        "数据: {决算数: {值: 10.00, 单位: 万元, 出处: 报告 一}, 年初预算: {值: 20.00, 单位: 万元, 出处: 报告 一}}\n"
        "明细: {决算数: {一: {值: 3.33, 单位: 万元}, 二: {值: 3.33, 单位: 万元}, 三: {值: %s, 单位: 万元}}}"
    )
    row = "公式: 决算数 / 年初预算, 评分标准: 得分=控制率×5。"
    found = result(row, case % "3.33")
    assert (found.status, found.score, found.conflicts) == ("scored", Fraction(5, 2), ())
    assert result(row, case % "3.24").status == "open"
