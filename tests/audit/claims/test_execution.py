"""Full results beside money that was hardly spent are asked about."""

import pytest

from jixiao.audit.claims.execution import execution_outcomes
from shared.cases.small import run

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
    assert "“预算执行率”只有47%" in one.fact["说明"]
    assert "“数量”、“社会效益”等2项自评都是满分" in one.fact["说明"]


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
