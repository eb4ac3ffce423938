"""Claims with nothing behind them, points off without a reason, and the totals, grades and means."""

from __future__ import annotations

import pytest

from jixiao.model.finding import Finding
from jixiao.model.review import Review
from shared.cases.paper_cases import reviewed, small_case, values
from shared.cases.small import loaded
from shared.findings.reviews import review

TABLE = """[
    {名称: 控制率, 代码: a, 分值: 60, 公式: 追加预算 / 年初预算, 口径: {不足一步: 不计},
     评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分，扣完为止。'},
    {名称: 效能, 代码: b, 分值: 40, 评分标准: 好的得40分；中的得30分；差的得20分}]"""
KNOWN = (
    "数据: {追加预算: {值: 25, 单位: 万元, 出处: 报告 四}, 年初预算: {值: 100, 单位: 万元, 出处: 报告 一}}\n"
)
RATED = "评定: {效能: {等级: 好, 评定人: 复核人, 依据: 查阅}}\n"


def reviewed_small(*sections: str) -> Review:
    [found] = review(*loaded(TABLE, "".join(sections)))
    return found


def told(*sections: str) -> list[tuple[str, str, str | None]]:
    found = reviewed_small(*sections).findings
    return [
        (one.code, one.level, one.indicator)
        for one in found
        if one.code not in ("case-review", "case-incomplete")
    ]


def only(code: str, *sections: str) -> list[Finding]:
    return [one for one in reviewed_small(*sections).findings if one.code == code]


# ── Nothing behind it ────────────────────────────────────────────────────────────────────────────


def test_full_marks_without_the_figures_are_unsupported_and_name_what_is_missing() -> None:
    [finding] = only("claim-unsupported", "自评: {指标: {控制率: {得分: 60, 出处: 报告 五}}}")
    assert finding.message == "“控制率”自评满分60分（报告 五），没有给出追加预算、年初预算，无从核实"
    assert finding.items == ("追加预算", "年初预算")
    assert (finding.level, finding.indicator) == ("medium", "控制率")


@pytest.mark.parametrize(
    "sections",
    [
        (KNOWN, "自评: {指标: {控制率: {得分: 40}}}"),
        ("自评: {指标: {控制率: {得分: 0}}}",),
        ("自评: {指标: {效能: {得分: 40, 理由: 效果明显}}}",),
        (RATED, "自评: {指标: {效能: {得分: 40}}}"),
        ("自评: {指标: {控制率: {比率: 25%}}}",),
    ],
)
def test_a_claim_with_figures_a_reason_or_the_least_there_is_stands(sections: tuple[str, ...]) -> None:
    """For the lowest score there is nothing to support; a judged indicator wants a reason, not a figure."""
    assert only("claim-unsupported", *sections) == []


def test_a_claim_on_an_impossible_figure_says_that_it_is_there() -> None:
    """105 % was given: it is to be corrected, not missing; and it is one matter with the figure itself."""
    table = "[{名称: 满意, 分值: 10, 公式: 满意度, 评分标准: '达到90%的，得满分；否则不得分。'}]"
    said = "数据: {满意度: {值: 105, 单位: '%', 出处: 报告 五}}\n自评: {指标: {满意: {得分: 10}}}"
    [reviewed_case] = review(*loaded(table, said))
    found = {one.code: one for one in reviewed_case.findings}
    assert found["claim-unsupported"].message == "“满意”自评满分10分，所给的满意度105%不可能，须更正"
    assert found["claim-unsupported"].folded_under == found["value-impossible"].id


def test_a_judged_indicator_claimed_without_a_word_is_unsupported() -> None:
    [finding] = only("claim-unsupported", "自评: {指标: {效能: {得分: 40}}}")
    assert finding.indicator == "效能"


def test_a_total_over_indicators_of_which_nothing_is_said() -> None:
    """What the points at stake can change is told; who gives no scores by item is no liar for that."""
    [finding] = only("claim-unsupported", KNOWN, "自评: {总分: 75}")
    assert finding.message.endswith("“效能”（共40分）报告没有给出逐项得分，无从复核")
    assert finding.level == "medium"
    [finding] = only("claim-unsupported", KNOWN, "自评: {总分: 80}")
    assert finding.level == "medium"
    assert finding.message.endswith("；这些分数足以改变评价等级")
    assert only("claim-unsupported", KNOWN, RATED, "自评: {总分: 80}") == []


# ── Points off ───────────────────────────────────────────────────────────────────────────────────


def test_points_off_that_neither_reason_nor_figure_explains() -> None:
    [finding] = only("deduction-unexplained", "自评: {指标: {效能: {扣分: 5}}}")
    assert finding.message == "“效能”自评扣5分，没有说明理由"
    assert finding.level == "medium"


@pytest.mark.parametrize(
    "claim",
    [
        "效能: {扣分: 5, 理由: 制度还要完善}",
        "效能: {扣分: 0}",
        "控制率: {扣分: 20}",
        "控制率: {扣分: 20, 算式: 25/100}",
    ],
)
def test_points_off_with_a_reason_or_by_the_figures_are_explained(claim: str) -> None:
    assert only("deduction-unexplained", KNOWN, f"自评: {{指标: {{{claim}}}}}") == []


def test_points_off_that_one_of_disputed_figures_explains_are_explained() -> None:
    """25 or 26 on 100 take off 20; 31 takes off 40: who claims either has figures for it."""
    said = "数据: {追加预算: [{值: 25, 单位: 万元}, {值: 31, 单位: 万元}], 年初预算: {值: 100, 单位: 万元}}\n"
    for lost, expected in ((20, 0), (40, 0), (60, 1)):
        assert (
            len(only("deduction-unexplained", said, f"自评: {{指标: {{控制率: {{扣分: {lost}}}}}}}"))
            == expected
        )


def test_points_off_without_reason_are_told_under_the_score_that_is_too_low() -> None:
    found = reviewed_small(KNOWN, "自评: {指标: {控制率: {扣分: 50}}}").findings
    below, unexplained = (
        next(one for one in found if one.code == code)
        for code in ("claim-below-range", "deduction-unexplained")
    )
    assert unexplained.folded_under == below.id


def test_points_off_the_total_that_nothing_accounts_for() -> None:
    """20 by the figures, 5 by the claim; the rest is left without a word."""
    table = TABLE[:-1] + ", {名称: 其他, 分值: 10, 代码: c, 评分标准: 好的得10分；差的得5分}]"
    [found] = review(*loaded(table, KNOWN + "自评: {总分: 82, 指标: {效能: {扣分: 5, 理由: 制度还要完善}}}"))
    [finding] = [one for one in found.findings if one.code == "deduction-unexplained"]
    assert finding.message == (
        "自评总分82分，比满分少28分，逐项自评说明了5分，按数据应扣20分，其余3分没有说明扣在哪里、为什么扣"
    )


# ── Sums and grades ──────────────────────────────────────────────────────────────────────────────


def test_the_claims_of_all_indicators_add_up_to_the_total() -> None:
    scores = "指标: {控制率: {得分: 40}, 效能: {得分: 30}}"
    assert only("sum-mismatch", KNOWN, f"自评: {{总分: 70, {scores}}}") == []
    [finding] = only("sum-mismatch", KNOWN, f"自评: {{总分: 71, {scores}}}")
    assert finding.message == "各项自评得分之和为70分，自评总分写71分，相差1分"
    assert finding.level == "high"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("等级: 良", []), ("总分: 80, 等级: 良", []), ("总分: 79.9, 等级: 良", [("grade-mismatch", "high")]),
        ("等级: 优", [("grade-mismatch", "high")]), ("等级: 合格", [("grade-mismatch", "low")]),
    ],
)  # fmt: skip
def test_a_grade_fits_the_score_the_total_and_the_table(claim: str, expected: list) -> None:
    """60 to 80 points are possible; 良 begins at 80."""
    found = [
        (code, level) for code, level, _ in told(KNOWN, f"自评: {{{claim}}}") if code == "grade-mismatch"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("mean", "expected"), [("93.33", 0), ("93.3", 0), ("93", 0), ("93.34", 1), ("93.4", 1), ("94", 1)]
)
def test_a_mean_is_that_of_the_projects_as_far_as_it_is_printed(mean: str, expected: int) -> None:
    """Of 90, 95 and 95."""
    projects = [
        {"名称": name, "自评": {"总分": total}} for name, total in (("甲", 90), ("乙", 95), ("丙", 95))
    ]
    first, *_ = reviewed(small_case(自评={"平均分": mean}, 项目=projects))
    found = [one for one in first.findings if one.code == "mean-mismatch"]
    assert [one.level for one in found] == ["high"] * expected


def test_a_mean_may_be_cut_off() -> None:
    """Of 100, 96.67 and 93.33: 96.666… is 96.66 and 96.6 too, but not 96.65."""
    totals = (("甲", "100"), ("乙", "96.67"), ("丙", "93.33"))
    projects = [{"名称": name, "自评": {"总分": total}} for name, total in totals]
    for mean, expected in (("96.66", 0), ("96.6", 0), ("96.67", 0), ("96.65", 1), ("96.5", 1)):
        first, *_ = reviewed(small_case(自评={"平均分": mean}, 项目=projects))
        assert len([one for one in first.findings if one.code == "mean-mismatch"]) == expected


# ── Ratios and workings ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("比率: 25%", []), ("比率: 25.0%", []), ("比率: 24.9%", [("claim-value-differs", "low")]), ("比率: 24.88%", [("claim-value-differs", "low")]),
        ("比率: 24.0%", [("claim-value-differs", "medium")]), ("比率: 40%", [("claim-value-differs", "medium")]), ("比率: 0.25", []),
    ],
)  # fmt: skip
def test_a_claimed_ratio_is_what_the_figures_give(claim: str, expected: list) -> None:
    """Low where only the rounding of the figures allows it."""
    said = "数据: {追加预算: {值: 25.0, 单位: 万元}, 年初预算: {值: 100, 单位: 万元}}\n"
    found = told(said, f"自评: {{指标: {{控制率: {{{claim}}}}}}}")
    assert [(code, level) for code, level, _ in found] == expected


def test_a_rate_stated_under_the_indicators_name_is_compared_too() -> None:
    for shown, expected in (("25%", []), ("24.9%", ["low"]), ("31%", ["medium"])):
        data = KNOWN.replace("25, 单位: 万元", "25.0, 单位: 万元").replace(
            "数据: {", f"数据: {{控制率: {{值: {shown}}}, "
        )
        assert [one.level for one in only("ratio-misstated", data)] == expected, shown


def test_a_working_gives_what_stands_behind_its_own_sign_of_equality() -> None:
    """Also where no ratio is claimed beside it; a bare number behind it may be anything."""
    for working, expected in (
        ("25/100=25%", 0),
        ("25/100＝26%", 1),
        ("25/100×100%=0.25=25.0%", 0),
        ("25/100=0.26=26%", 1),
        ("25/100=25", 0),
    ):
        found = only("ratio-misstated", f"自评: {{指标: {{控制率: {{算式: '{working}'}}}}}}")
        assert len(found) == expected, working


@pytest.mark.parametrize(
    ("working", "ratio", "expected"),
    [
        ("25/100", "25%", 0), ("25÷100=25%", "25%", 0), ("25/100", "26%", 1), ("(125-100)/100", "25%", 0),
        ("113.95+152.34/113.95+152.34", "100%", 0), ("25/100；25/100", "25%", 0), ("见附表", "25%", 0), ("25/0", "25%", 0), ("25", "25%", 0),
        ("追加预算/年初预算", "25%", 0), ("69.94/225.18", "31.06%", 0), ("69.94/225.18", "31.60%", 1),
        ("(25>24)/100", "25%", 0), ("最大(1÷0,25>24)/100", "25%", 0),
    ],
)  # fmt: skip
def test_a_working_gives_the_ratio_printed_beside_it(working: str, ratio: str, expected: int) -> None:
    """What is no arithmetic on numbers is passed over."""
    found = only("ratio-misstated", f"自评: {{指标: {{控制率: {{算式: '{working}', 比率: {ratio}}}}}}}")
    assert [one.level for one in found] == ["low"] * expected


# ── Full marks on disputed figures ───────────────────────────────────────────────────────────────


def disputed(total: str = "80", **items: str) -> list[Finding]:
    claim = {"总分": total, "指标": {"预算控制率": {"得分": 30}}}
    [found] = reviewed(small_case(数据=values(**items), 自评=claim))
    return [one for one in found.findings if one.code == "claim-on-disputed-figure"]


def test_full_marks_on_a_figure_that_contradicts_another() -> None:
    """Only where the score may depend on it: not where every value gives the same, or one is adopted."""
    wrong = {"支出决算": "9.0 万元", "收入决算": "8.0 万元"}
    assert disputed(年初预算="100 万元", 本年追加预算="5 万元", **wrong) == [], "no figure of the indicator"
    [finding] = disputed(年初预算="100 万元", 本年追加预算="5 万元|15 万元")
    assert (finding.indicator, finding.level, len(finding.items)) == ("预算控制率", "high", 2)
    assert "级别升为严重" in finding.because[-1], "with 10 points less, 80 is another grade"
    [finding] = disputed("95", 年初预算="100 万元", 本年追加预算="5 万元|6.5 万元|10.5 万元|11.5 万元")
    assert finding.level == "medium", "with 2 points less, 95 is the same grade"
    assert disputed(年初预算="100 万元", 本年追加预算="5 万元|6 万元") == [], "both give full marks"


def test_full_marks_on_an_adopted_figure_stand() -> None:
    said = {
        "年初预算": {"值": "100 万元"},
        "本年追加预算": [{"值": "5 万元", "采用": "核对过"}, {"值": "15 万元"}],
    }
    [found] = reviewed(small_case(数据=said, 自评={"指标": {"预算控制率": {"得分": 30}}}))
    codes = [one.code for one in found.findings]
    assert "statement-conflict" in codes
    assert "claim-on-disputed-figure" not in codes


def test_less_than_full_marks_are_not_called_into_question() -> None:
    [found] = reviewed(
        small_case(
            数据=values(年初预算="100 万元", 本年追加预算="5 万元|15 万元"),
            自评={"指标": {"预算控制率": {"得分": 20}}},
        )
    )
    assert "claim-on-disputed-figure" not in [one.code for one in found.findings]
