"""What a careful auditor marks in the four reports is found, and what is explainable is not called grave.

The marks were written from the reports alone, before anybody looked at what the program says of them.
"""

from __future__ import annotations

from functools import cache

import pytest

from jixiao.files import load_case, open_library
from jixiao.model.finding import Finding, Level
from shared.findings.reviews import RULES, project_checks, review

CASES = RULES.parent / "cases"
BEIJING, CHANGSHA = "huaihua-beijing-2022", "huaihua-changsha-2022"
ZHANJIANG, PROJECTS = "zhanjiang-beijing-2021", "huaihua-beijing-projects-2024"

GRAVE = (
    (BEIJING, "合计不符：“三公经费决算”的明细合计", "10.43 + 16.69 is 27.12, printed 25.12"),
    (BEIJING, "自评总分高于可能的最高分", "69.94 of 225.18 is more than 30 %: at most 95, claimed 98"),
    (CHANGSHA, "不平衡：“财政拨款收入总计”", "381.2 in, 409.7 out: 28.5 is other income"),
    (CHANGSHA, "合计不符：“年初预算”的明细合计", "five parts come to 181.23, printed 231.78"),
    (CHANGSHA, "“年初预算”有2个不同的数", "231.78 and 113.95"),
    (CHANGSHA, "“预算控制率”自评得分高于核算结果", "152.34 of 231.78, full marks claimed"),
    (CHANGSHA, "“三公经费预算”有2个不同的数", "43.95 and 59.4"),
)
"""Case and title, and the mark."""
MARKED = (
    (BEIJING, "“在职人员控制率”自评的比率与数据不符", "12 of 19 is no 100 %"),
    (BEIJING, "“本年追加预算”的单位可疑", "69.94 元 for 万元"),
    (BEIJING, "自评总分有一部分没有依据", "no score of any indicator, no figure of several"),
    (BEIJING, "“项目支出”超过“项目预算”", "83.19 spent of 63.06"),
    (BEIJING, "对不上：三公经费与公用经费", "25.12 of 21.92"),
    (CHANGSHA, "“预算控制率”不扣分的理由评分标准里没有", "每年常规增加 is no exemption"),
    (CHANGSHA, "“公用经费控制率”的自评没有数据支持", "no budget of 公用经费"),
    (CHANGSHA, "部分多于全部：“项目支出”的其中数", "no projects, and 58.8 spent on one"),
    (CHANGSHA, "不平衡：上年的收支总计", "435.9 and 465.11 of last year"),
    (CHANGSHA, "对不上：财政拨款收入与年初预算、追加预算", "231.78 + 152.34 is not 381.2"),
    (CHANGSHA, "“国有资本经营预算财政拨款支出”的年度可疑", "2021 printed in 2022"),
    (CHANGSHA, "对不上：新增车辆与购置费", "a new vehicle that cost nothing"),
    (CHANGSHA, "对不上：培训人数与在职人员", "20 trained, 16 employed"),
    (CHANGSHA, "“三公经费”控制率的算式与结果不符", "43.95 of 59.4 is 73.99 %"),
    (CHANGSHA, "增减不符：“财政拨款收入总计较上年增减率”", "43.5 of 424.7 is 10.24 %"),
    (ZHANJIANG, "对不上：财政拨款用完与结转结余率", "all of it spent, and 6.62 % left"),
    (ZHANJIANG, "不平衡：支出与可用的资金", "398 spent of 394.4"),
    (ZHANJIANG, "自评满分，而有的比率得不到满分", "100 claimed, 93.38 % spent"),
    (PROJECTS, "产出、效益满分而预算执行偏低", "54.68, 17.69 and 49.72 % spent, results nearly in full"),
    (ZHANJIANG, "对不上：结转结余率与结转结余", "6.62 % left, and nothing on the account"),
    (PROJECTS, "自评总分高于可能的最高分", "91.80 where 91.77 is the most"),
)
NEVER_GRAVE = (
    (CHANGSHA, "409.7 and 409.69, 43.95 and 43.94, 35.8 and 35.79", "只差末位"),
    (CHANGSHA, "10.23 % of 43.5 and 424.7", "财政拨款收入总计较上年增减率"),
    (PROJECTS, "91.8 is 91.77, its parts rounded", "自评总分高于可能的最高分"),
    (ZHANJIANG, "100 by a standard that nobody has seen", "自评总分高于可能的最高分"),
    (BEIJING, "元 for 万元, settled by two other figures", "单位可疑"),
    (BEIJING, "a unit need not print the score of each indicator", "没有依据"),
    (CHANGSHA, "spent under another head, where projects are 0", "项目支出”的其中数"),
    (BEIJING, "三公 may be paid from projects too", "三公经费与公用经费"),
    (CHANGSHA, "20 people may come twice, or from elsewhere", "培训人数与在职人员"),
)
"""What looks like a contradiction and can be explained."""

WITHDRAWN = (
    (
        CHANGSHA,
        "较上年增减额”",
        "11.9 and 29.21 are the difference of two years' totals, which are told themselves",
    ),
    (CHANGSHA, "支出与年初预算、追加预算", "other income of 28.5 covers what was spent beyond the budget"),
)
"""What the auditor would have taken back."""


@cache
def findings(case: str) -> tuple[Finding, ...]:
    loaded, ruleset = load_case(CASES / f"{case}.yaml", open_library(RULES))
    return tuple(one for found in review(loaded, ruleset, project_checks()) for one in found.findings)


@pytest.mark.parametrize(("case", "title", "mark"), GRAVE)
def test_what_an_auditor_calls_grave_is_grave(case: str, title: str, mark: str) -> None:
    assert Level.HIGH in [one.level for one in findings(case) if one.title == title], mark


@pytest.mark.parametrize(("case", "title", "mark"), MARKED)
def test_what_an_auditor_marks_is_found(case: str, title: str, mark: str) -> None:
    assert title in {one.title for one in findings(case)}, mark


@pytest.mark.parametrize(("case", "why", "words"), NEVER_GRAVE)
def test_what_can_be_explained_is_not_called_grave(case: str, why: str, words: str) -> None:
    told = [one for one in findings(case) if words in one.title]
    assert told, why
    assert all(one.level is not Level.HIGH for one in told), why


@pytest.mark.parametrize(("case", "words", "why"), WITHDRAWN)
def test_what_an_auditor_would_take_back_is_not_told(case: str, words: str, why: str) -> None:
    told = [one for one in findings(case) if words in one.title and one.code == "balance-mismatch"]
    assert told == [], why


@pytest.mark.parametrize("case", [BEIJING, CHANGSHA, ZHANJIANG, PROJECTS])
def test_nothing_grave_is_told_that_the_auditor_did_not_mark(case: str) -> None:
    """But what follows from marks: the total where an indicator is claimed too high."""
    marked = {title for named, title, _ in GRAVE if named == case}
    follows = {"自评总分高于可能的最高分"}
    grave = {one.title for one in findings(case) if one.level is Level.HIGH and one.folded_under is None}
    assert grave <= marked | follows
