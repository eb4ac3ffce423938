"""The head of a result: it says no more than what the findings bear out, and no less."""

from __future__ import annotations

import pytest

from jixiao.model.review import Review
from jixiao.reports.check.choice import ALL
from jixiao.reports.check.closing import closing_line
from jixiao.reports.check.listed import at_large_lines, listed_lines
from jixiao.reports.check.steps import steps_of
from jixiao.reports.check.verdict import verdict_on
from shared.cases.small import loaded
from shared.findings.reviews import review

SHARE = "{名称: 完成率, 分值: 5, 公式: 决算数 / 年初预算, 评分标准: '得分=完成率×5'"
REST = "{名称: 效能, 分值: 95, 评分标准: '好的得95分；差的得0分'}"
FIGURES = "年初预算: {值: 100, 单位: 万元}, 决算数: {值: 93.38, 单位: 万元}"


def reviewed(claim: str, *, guessed: bool = False, more: str = "", case: str = "") -> Review:
    """Review a case of at most 99.669 points."""
    table = f"[{SHARE}{', 出处: 推定' if guessed else ''}}}, {REST}]"
    [found] = review(*loaded(table, f"数据: {{{FIGURES}{more}}}\n{case}\n自评: {claim}"))
    return found


@pytest.mark.parametrize(
    ("total", "guessed", "head"),
    [
        ("100", False, "自评高于可能的最高分0.33分，除非取整，否则不成立"),
        ("99.9", False, "自评高于可能的最高分，不成立"),
        ("100", True, "自评高于可能的最高分0.33分，可能是取整"),
        ("99.9", True, "自评高于可能的最高分0.23分，但只依据推定的评分标准，还不能认定"),
        ("99.7", False, "自评在范围内，范围有95分宽（待定1项），不等于认可"),
    ],
)
def test_more_is_never_judged_more_mildly(total: str, guessed: bool, head: str) -> None:
    """100 for 99.67 may be whole points, and 99.9 can't be; neither is called rounding and left at that."""
    assert verdict_on(reviewed(f"{{总分: {total}}}", guessed=guessed)).text == head


TWO = ", 在职人数: [{值: 12, 单位: 人}, {值: 15, 单位: 人}]"
JUDGED = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}"


def test_a_total_that_agrees_heads_no_case_with_a_grave_finding() -> None:
    found = reviewed("{总分: 99.669}", more=TWO, case=JUDGED)
    verdict = verdict_on(found)
    assert (verdict.text, verdict.style) == (
        "自评总分与核算一致，但有严重的疑点 1 条：疑点 1",
        "bold red",
    )
    assert closing_line(found).endswith(verdict.text)
    assert verdict_on(reviewed("{总分: 99.669}", case=JUDGED)).text == "自评与核算一致"


def test_a_grade_that_does_not_fit_heads_the_result() -> None:
    assert "严重的疑点 1 条" in verdict_on(reviewed("{总分: 99.669, 等级: 良}", case=JUDGED)).text


def test_a_table_of_another_place_heads_the_result() -> None:
    found = reviewed("{总分: 99.669}", case=f"{JUDGED}\n地区: 乙省")
    assert verdict_on(found).text == "指标表与案例不合，得分不能作准"


def test_what_only_the_table_can_settle_is_a_step() -> None:
    """Nobody is told that nothing is left to do while the result waits for how a sentence is to be read."""
    table = """[{名称: 控制率, 分值: 60, 公式: 决算数 / 年初预算, 评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分。'},
                {名称: 效能, 分值: 40, 评分标准: 好的得40分；差的得20分}]"""
    figures = "数据: {年初预算: {值: 100, 单位: 万元}, 决算数: {值: 25, 单位: 万元}}"
    rating = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}"
    [found] = review(*loaded(table, f"{figures}\n{rating}\n自评: {{总分: 80}}"))
    assert steps_of(found) == ["请绩效科在指标表写明口径：控制率（20分）"]


def test_a_claim_against_a_guess_waits_for_the_official_sentence() -> None:
    found = reviewed("{总分: 99.9}", guessed=True, case=JUDGED)
    assert "请绩效科找到推定各项的正式评分标准，再核算一次" in steps_of(found)


def test_what_concerns_the_case_at_large_is_told_of_no_project() -> None:
    """The mean is no project's fault: it stands beside the mean, and does not weigh on the first project's head."""
    table = "[{名称: 效能, 分值: 100, 评分标准: '好的得100分；差的得80分'}]"
    judged = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}, 自评: {总分: 100}"
    projects = f"自评: {{平均分: 99}}\n项目: [{{名称: 甲, {judged}}}, {{名称: 乙, {judged}}}]"
    first, _ = review(*loaded(table, projects))
    [large] = [one for one in first.findings if one.code == "mean-mismatch"]
    assert large.of_case
    assert verdict_on(first).text == "自评与核算一致"
    own = [line.plain for line in listed_lines(first, ALL, 120)]
    at_large = [line.plain for line in at_large_lines(first, ALL, 120)]
    assert own == []
    assert [line.split("：")[:2] for line in at_large] == [["  1 严重 全案", "平均分与各项目得分不符"]]
