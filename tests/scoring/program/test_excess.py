"""What a table takes where a target is exceeded by far (超额), worked out by hand; and what is refused."""

import pytest

from shared.cases.small import refusals, run

ROWS = """[
    {名称: 培训完成率, 分值: 20, 公式: 决算数 / 年初预算, 评分标准: '完成率达到100%得20分，每低1%扣1分，扣完为止。', 口径: {不足一步: 不计}},
    {名称: 帮扶户数, 分值: 30, 目标: ≥20 人, 公式: 在职人数, 评分标准: '达到目标值得满分，否则不得分。'},
    {名称: 自设产出, 分值: 50, 自设: 是, 评分标准: '达到目标值的得满分，未达到的按完成比例计分。', 定性标准: '好的得满分；差的不得分。'}]"""
RULE = "完成值超过目标值30%及以上的，扣2分"


def case(rate: str = "100", helped: str = "20", done: str = "10", sense: str = "≥") -> str:
    return f"""
        数据: {{决算数: {{值: {rate}, 单位: 万元}}, 年初预算: {{值: 100, 单位: 万元}}, 在职人数: {{值: {helped}, 单位: 人}}}}
        自设指标: {{自设产出: [
            {{名称: 修路, 分值: 30, 目标: "{sense}10 公里", 实际: {{值: "{done}", 单位: 公里}}}},
            {{名称: 成效, 分值: 20, 定性: 是}}]}}
        评定: {{成效: {{等级: 好, 评定人: 张三, 依据: 材料}}}}
    """


def table(excess: object = RULE, **more: object) -> dict:
    return {"满分": 100, "超额": excess, **more}


def scores(found) -> list:
    return [
        float(one.low) if one.low == one.high else [float(one.low), float(one.high)] for one in found.results
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (case(), [20, 30, 30, 20]),
        (case(helped="25"), [20, 30, 30, 20]),
        (case(helped="26"), [20, 28, 30, 20]),
        (case(done="12.9"), [20, 30, 30, 20]),
        (case(done="13"), [20, 30, 28, 20]),
        (case(done="20", sense="="), [20, 30, 13, 20]),
        (case(done="5", sense="≤"), [20, 30, 30, 20]),
        (case(rate="150"), [20, 30, 30, 20]),
    ],
)
def test_every_target_that_is_exceeded_by_far_costs(facts, expected):
    """20 people are asked for and 26 are 130 %; a limit can't be exceeded; 培训完成率 has no target of its own."""
    assert scores(run(ROWS, facts, table())) == expected


def test_the_line_of_the_ledger_has_the_clause():
    """30 less 2; the last line is what the table takes."""
    found = run(ROWS, case(helped="30"), table()).results[1]
    [line] = found.deductions
    assert (line.points, line.clause) == (2, RULE)
    assert "完成了目标的150%，按条款“完成值超过目标值30%及以上的，扣2分”，扣2分" in str(line.reason)


def test_only_those_that_are_named():
    """A rate of completion has 100 % for its target; 帮扶户数 and the block are not named."""
    named = {"规定": RULE, "指标": ["培训完成率"]}
    assert scores(run(ROWS, case("130", "40", "20"), table(named))) == [18, 30, 30, 20]


def test_several_degrees_and_shares_of_the_points():
    """30 % to 50 % cost a tenth, more a fifth; 150 % is of both."""
    degrees = {
        "规定": "超过目标值30%-50%的，扣分值的10%，超过目标值50%以上的，扣分值的20%",
        "指标": ["帮扶户数"],
    }
    assert scores(run(ROWS, case(helped="28"), table(degrees)))[1] == 27
    assert scores(run(ROWS, case(helped="30"), table(degrees)))[1] == [24, 27]
    settled = {**degrees, "口径": {"边界归属": "低分"}}
    assert scores(run(ROWS, case(helped="30"), table(settled)))[1] in (24, 27)


def test_nothing_is_below_nothing():
    """15 points lost of a row that has 30, and of one that has 20 less 20."""
    heavy = {"规定": "完成值超过目标值30%及以上的，扣35分", "指标": ["帮扶户数"]}
    found = run(ROWS, case(helped="26"), table(heavy)).results[1]
    assert (found.low, [one.points for one in found.deductions]) == (0, [30])


def test_an_unknown_value_may_cost():
    """Nobody says what was done: 0 to 30, and the lowest stays nothing."""
    facts = case().replace(", 在职人数: {值: 20, 单位: 人}", "")
    found = run(ROWS, facts, table()).results[1]
    assert (found.low, found.high) == (0, 30)


@pytest.mark.parametrize(
    ("excess", "message"),
    [
        ("完成值超过目标值30%及以上的，从严处理", "没有写扣几分"),
        ("完成值超过目标值3天以上的，扣2分", "超过多少应写成目标值的百分之几"),
        ("完成值超过目标值30%-50%的，扣2分", "没有写大于150%时扣几分，请补上"),
        ({"规定": RULE, "指标": ["修桥"]}, "没有名为“修桥”的指标"),
    ],
)
def test_what_is_refused(excess, message):
    """Each says what to do."""
    [refused] = refusals(ROWS, case(), table(excess))
    assert message in refused


def test_a_table_without_targets():
    """Nothing could be exceeded."""
    rows = "[{名称: 甲率, 分值: 100, 公式: 满意度, 评分标准: 得分=甲率×100}]"
    [refused] = refusals(rows, "", {"超额": RULE})
    assert refused.startswith("没有一项指标有目标值")
    [limit] = refusals(
        rows.replace("公式", "目标: ≤5%, 公式"), "", {"超额": {"规定": RULE, "指标": ["甲率"]}}
    )
    assert limit == "“甲率”的目标是不超过一个数，说不上超额完成"
