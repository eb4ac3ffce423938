"""Claims where the table itself rounds: what is the exact score as printed is no finding, whatever the table rounds to."""

from __future__ import annotations

import pytest

from jixiao.model.finding import Finding
from shared.cases.small import loaded
from shared.findings.reviews import review

ROUNDING = {"口径": {"得分小数位": 2}}
TABLE = """[
    {名称: 执行率, 分值: 10, 公式: 决算数 / 年初预算, 评分标准: '得分=执行率×10'},
    {名称: 到位率甲, 分值: 40, 公式: 决算数 / 年初预算, 评分标准: '得分=到位率甲×40'},
    {名称: 效能, 分值: 50, 评分标准: '好的得50分；差的得20分'}]"""
GOOD = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}\n"


def found(spent: str, budget: str, claim: str) -> list[Finding]:
    """Give what is found of a claim where so much of a budget was spent."""
    data = f"数据: {{决算数: {{值: {spent}, 单位: 万元}}, 年初预算: {{值: {budget}, 单位: 万元}}}}\n"
    [reviewed] = review(*loaded(TABLE, f"{data}{GOOD}自评: {claim}", ROUNDING))
    told = ("claim-above-range", "claim-below-range", "sum-mismatch", "deduction-unexplained")
    return [one for one in reviewed.findings if one.code in told and one.folded_under is None]


@pytest.mark.parametrize(
    "claim",
    [
        "{指标: {执行率: {得分: 5.46}}}",
        "{指标: {执行率: {得分: 5.47}}}",
        "{指标: {执行率: {得分: 5.468}}}",
        "{指标: {执行率: {得分: 5.467}}}",
        "{指标: {执行率: {得分: 5.4675}}}",
        "{指标: {执行率: {得分: 5.4}}}",
        "{指标: {执行率: {扣分: 4.54, 理由: 结余}}}",
        "{总分: 77.3375}",
        "{总分: 77.337}",
        "{总分: 77.34}",
        "{总分: 77.33}",
        "{总分: 77.3}",
        "{总分: 77.33, 指标: {执行率: {得分: 5.46}, 到位率甲: {得分: 21.87}, 效能: {得分: 50}}}",
        "{总分: 77.34, 指标: {执行率: {得分: 5.46}, 到位率甲: {得分: 21.87}, 效能: {得分: 50}}}",
    ],
)
def test_the_exact_score_as_printed_stands(claim: str) -> None:
    """54.675 % of 10 is 5.4675 and of 40 is 21.87: the table makes 5.47 of it, who cuts off makes 5.46."""
    assert found("43.74", "80", claim) == []


@pytest.mark.parametrize(
    "claim", ["{指标: {执行率: {得分: 5.48}}}", "{指标: {执行率: {得分: 5.466}}}", "{总分: 77.36}"]
)
def test_what_no_printing_gives_is_false(claim: str) -> None:
    assert [one.level for one in found("43.74", "80", claim)] == ["high"]


def test_whoever_cuts_off_adds_up_what_he_printed() -> None:
    """8.888… and 35.555… cut off are 94.43, where the exact total is 94.44…: his sum is right."""
    items = "指标: {执行率: {得分: 8.88}, 到位率甲: {得分: 35.55}, 效能: {得分: 50}}"
    assert found("80", "90", f"{{总分: 94.43, {items}}}") == []
    [hint] = found("80", "90", "{总分: 94.43}")
    assert hint.level == "low"
    assert hint.message.endswith("各项得分先去尾到2位小数再相加，就是自评的数，相差的只是舍入")
    assert [one.level for one in found("80", "90", f"{{总分: 94.41, {items}}}")] == ["high", "high"]


def test_a_message_tells_the_figures_apart() -> None:
    """A claim of 5.4692 must not read as 5.47 against 5.47."""
    [finding] = found("43.74", "80", "{指标: {执行率: {得分: 5.4692}}}")
    assert finding.message == "“执行率”自评5.469分，核算为5.47分"


def test_more_than_full_marks_is_impossible_by_any_sentence() -> None:
    """Also by one that is marked 推定: nobody needs it to know that 7 of 6 can't be."""
    table = "[{名称: 效能, 分值: 6, 出处: 推定, 评分标准: '好的得6分；差的得2分'}]"
    rating = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}\n"
    [reviewed] = review(*loaded(table, f"{rating}自评: {{指标: {{效能: {{得分: 7}}}}}}"))
    [finding] = [one for one in reviewed.findings if one.code == "claim-above-range"]
    assert (finding.level, finding.title) == ("high", "“效能”自评得分超过满分")
    assert finding.message == "“效能”自评7分，而这项满分只有6分，不可能"


@pytest.mark.parametrize(
    ("stated", "conflicts"),
    [
        ("{值: 18.36, 单位: 万元}, {值: '183669.00', 单位: 元}", 0),
        ("{值: 18.36, 单位: 万元}, {值: 18.3, 单位: 万元}", 0),
        ("{值: 18.36, 单位: 万元}, {值: 18.4, 单位: 万元}, {值: 183669, 单位: 元}", 0),
        ("{值: 18.36, 单位: 万元}, {值: 18, 单位: 万元}", 0),
        ("{值: 18.36, 单位: 万元}, {值: 18.35, 单位: 万元}", 1),
        ("{值: 18.36, 单位: 万元}, {值: 18.2, 单位: 万元}", 1),
        ("{值: 18.36, 单位: 万元}, {值: '183700.00', 单位: 元}", 1),
        ("{值: 18.36, 单位: 万元}, {值: 13.36, 单位: 万元}", 1),
    ],
)
def test_one_figure_rounded_or_cut_off_is_no_conflict(stated: str, conflicts: int) -> None:
    [reviewed] = review(*loaded(TABLE, f"数据: {{决算数: [{stated}]}}\n"))
    assert len([one for one in reviewed.findings if one.code == "statement-conflict"]) == conflicts
