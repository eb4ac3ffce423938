"""Rates over nothing: a completion of no budget, a growth from nothing."""

from shared.cases.paper_cases import reviewed, small_case, values


def told(**case: object) -> list[tuple[str, str]]:
    [review] = reviewed(small_case(**case))
    return [(one.title, one.level) for one in review.findings if one.code == "zero-base"]


def test_a_completion_of_no_budget():
    data = values(三公经费预算="0 万元", 三公经费决算="12.00 万元", 三公经费预算完成率="100%")
    assert told(数据=data) == [("“三公经费预算完成率”的基数为零", "medium")]


def test_growth_although_last_year_was_nothing():
    """An increase of the whole is an increase from nothing, of which there is no rate."""
    data = values(收入总计="12.00 万元", 收入总计较上年增减额="12.00 万元", 收入总计较上年增减率="100%")
    assert told(数据=data) == [("“收入总计较上年增减率”的基数为零", "medium")]


def test_nothing_of_nothing_is_a_hint_and_as_nothing_no_matter():
    nothing = {"三公经费预算": "0 万元", "三公经费决算": "0 万元"}
    assert told(数据=values(**nothing, 三公经费预算完成率="100%")) == [
        ("“三公经费预算完成率”的基数为零", "low")
    ]
    assert told(数据=values(**nothing, 三公经费预算完成率="0%")) == []


def test_a_base_that_is_there_is_no_matter():
    data = values(三公经费预算="12.00 万元", 三公经费决算="12.00 万元", 三公经费预算完成率="100%")
    assert told(数据=data) == []


def test_the_claimed_rate_of_an_indicator_whose_formula_divides_by_nothing():
    data = values(年初预算="0 万元", 本年追加预算="3.00 万元")
    claimed = {"指标": {"预算控制率": {"比率": "30%"}}}
    assert told(数据=data, 自评=claimed) == [("“预算控制率”的基数为零", "medium")]


def test_what_the_standard_exempts_needs_no_rate():
    """没有政府采购的得满分: 0 of 0 printed as 100 % says what the sentence says."""
    from shared.cases.small import loaded
    from shared.findings.reviews import review

    row = "公式: 决算数 / 年初预算, 评分标准: 得分=执行率×5。没有预算的，得满分。, 免评: {没有预算: 年初预算 = 0}"
    case = (
        "数据: {决算数: {值: 0, 单位: 万元, 出处: 报告}, 年初预算: {值: 0, 单位: 万元, 出处: 报告}}\n"
        "自评: {指标: {执行率: {得分: 5, 比率: 100%}}}"
    )
    [found] = review(*loaded(f"[{{名称: 执行率, 分值: 5, {row}}}]", case))
    assert [one.code for one in found.findings if one.code == "zero-base"] == []
