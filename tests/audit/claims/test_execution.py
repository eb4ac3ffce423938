"""Full results beside money that was hardly spent are asked about."""

import pytest

from jixiao.audit.claims.execution import execution_outcomes, full_marks_outcomes
from shared.cases.small import loaded, run
from shared.findings.reviews import review

TABLE = """
- {名称: 预算执行率, 分值: 10, 归类: [过程], 公式: 决算数 / 年初预算, 评分标准: 得分=预算执行率×10。}
- {名称: 数量, 分值: 40, 归类: [产出], 评分标准: 全部完成的得40分；部分完成的得20分；没有完成的不得分。}
- {名称: 社会效益, 分值: 50, 归类: [效益], 评分标准: 明显的得50分；一般的得25分；不明显的不得分。}
"""


def outcomes(spent: str, **claimed: int):
    claims = ", ".join(f"{name}: {{得分: {points}}}" for name, points in claimed.items())
    case = (
        f"数据: {{决算数: {{值: {spent}, 单位: 万元, 出处: 报告}}, 年初预算: {{值: 60.00, 单位: 万元, 出处: 报告}}}}\n"
        f"自评: {{总分: 90, 指标: {{{claims}}}}}"
    )
    return list(execution_outcomes(run(TABLE, case)))


def test_full_results_beside_less_than_six_tenths_spent():
    [one] = outcomes("28.20", 数量=40, 社会效益=50)
    assert one.fact["说明"] == "“预算执行率”47%，而“数量”、“社会效益”自评都是满分，请单位说明"
    assert one.fact["级别"] == "提示"


def test_hardly_anything_spent_is_more_than_a_hint():
    [one] = outcomes("9.00", 数量=40, 社会效益=50)
    assert one.fact["级别"] == "一般"


@pytest.mark.parametrize(
    ("spent", "claimed"),
    [
        pytest.param("36.00", {"数量": 40, "社会效益": 50}, id="six tenths were spent"),
        pytest.param("28.20", {"数量": 20, "社会效益": 50}, id="not all is full"),
        pytest.param("28.20", {"社会效益": 50}, id="not all is claimed"),
    ],
)
def test_else_nothing_is_asked(spent: str, claimed: dict[str, int]):
    assert outcomes(spent, **claimed) == []


def test_results_claimed_in_the_total_are_asked_about_too():
    """97 of 100, with 4.7 of 10 for execution: at least 87 … of 90 are results."""
    case = (
        "数据: {决算数: {值: 28.20, 单位: 万元, 出处: 报告}, 年初预算: {值: 60.00, 单位: 万元, 出处: 报告}}\n"
        "自评: {总分: 94.7}"
    )
    [one] = execution_outcomes(run(TABLE, case))
    assert one.fact["说明"] == "“预算执行率”47%，而“数量”、“社会效益”却是满分，请单位说明"
    assert list(execution_outcomes(run(TABLE, case.replace("94.7", "80")))) == []


FULL = (
    "数据: {决算数: {值: 59.80, 单位: 万元, 出处: 报告}, 年初预算: {值: 60.00, 单位: 万元, 出处: 报告}}\n"
    "自评: {总分: 100}"
)


def test_full_marks_beside_a_rate_that_earns_less():
    """99.97 printed as 100 is rounding; that nothing was taken off at all still wants a word."""
    [one] = full_marks_outcomes(run(TABLE, FULL))
    assert "“预算执行率”99.67%" in one.fact["说明"]


@pytest.mark.parametrize(("old", "new"), [("总分: 100", "总分: 99"), ("59.80", "60.00"), ("59.80", "30.00")])
def test_what_is_graver_or_nothing_is_not_told_again(old: str, new: str):
    assert list(full_marks_outcomes(run(TABLE, FULL.replace(old, new)))) == []


PROJECTS = """[{名称: 预算执行率, 分值: 10, 公式: 决算数 / 年初预算, 评分标准: '得分=预算执行率×10'},
               {名称: 数量, 归类: [产出], 分值: 90, 评分标准: 好的得90分；差的得80分}]"""


@pytest.mark.parametrize(
    ("spent", "mean", "expected"), [("55.28", "95.45", 1), ("61", "95.45", 0), ("55.28", "88", 0)]
)
def test_all_projects_together_spent_little_for_so_high_a_mean(spent: str, mean: str, expected: int):
    """Each may have been well, or not: of the whole somebody should ask too, and of no single project."""
    one = "数据: {年初预算: {值: 100, 单位: 万元}, 决算数: {值: 80, 单位: 万元}}"
    case = (
        f"数据: {{年初预算: {{值: 100, 单位: 万元}}, 决算数: {{值: {spent}, 单位: 万元}}}}\n"
        f"自评: {{平均分: {mean}}}\n项目: [{{名称: 甲, {one}}}, {{名称: 乙, {one}}}]"
    )
    first, second = review(*loaded(PROJECTS, case))
    found = [each for each in first.findings if each.title == "各项目合计的预算执行偏低"]
    assert [(each.level, each.of_case) for each in found] == [("low", True)] * expected
    assert all("只有55.28%" in each.message and "自评平均95.45分" in each.message for each in found)
    assert not [each for each in second.findings if each.title.startswith("各项目合计")]
