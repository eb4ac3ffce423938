"""Claims against what was computed: those that lie outside what is possible."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.model.finding import Finding
from jixiao.quantity import round_to
from shared.cases.small import loaded
from shared.findings.reviews import review

TABLE = """[
    {名称: 控制率, 分值: 60, 公式: 追加预算 / 年初预算, 口径: {不足一步: 不计},
     评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分。'},
    {名称: 效能, 分值: 40, 评分标准: 好的得40分；中的得30分；差的得20分}]"""
DATA = (
    "数据: {追加预算: {值: 25, 单位: 万元, 出处: 报告 四}, 年初预算: {值: 100, 单位: 万元, 出处: 报告 一}}\n"
)


def findings(claim: str) -> tuple[Finding, ...]:
    """Give what a reviewer must see: 40 of 60 are computed, 20 to 40 of 40 are possible."""
    [found] = review(*loaded(TABLE, f"{DATA}自评: {claim}"))
    return tuple(
        one for one in found.findings if one.code.startswith("claim-") and one.code.endswith("-range")
    )


def test_a_total_above_what_is_possible():
    """Proven wrong without knowing the rest; the message gives the range, the distance, and why."""
    [found] = findings("{总分: 98, 出处: 报告 五}")
    assert (found.code, found.level, found.title, found.indicator) == (
        "claim-above-range",
        "high",
        "自评总分高于可能的最高分",
        None,
    )
    assert found.message == "自评总分98分（报告 五），按评分标准总分只能在60至80分之间，相差18分"
    assert found.items == ("追加预算", "年初预算")
    [because] = found.because
    assert because == (
        "“控制率”最高40分（满分60分）：控制率＝追加预算 25 万元 ÷ 年初预算 100 万元＝25%，超过10% 15个百分点，每步10个百分点，计1步，"
        "按条款“每超过10个百分点，扣20分”，扣20分（报告 四；报告 一）"
    )


def test_a_total_below_what_is_possible():
    """A department may also claim too little."""
    [found] = findings("{总分: 59.5}")
    assert (found.code, found.level, found.items) == ("claim-below-range", "high", ())
    assert [because.partition("：")[0] for because in found.because] == ["“控制率”最低40分", "“效能”最低20分"]
    assert found.message == "自评总分59.5分，按评分标准总分只能在60至80分之间，相差0.5分"


def test_totals_inside_the_range_stand():
    """What may be true is not found fault with, the ends of the range included."""
    for total in (60, 70, 80):
        assert findings(f"{{总分: {total}}}") == ()
    assert findings("{等级: 优}") == ()


def test_an_indicator_claimed_too_high():
    """The finding names the indicator and its figures, and brings the whole explanation."""
    [found] = findings("{指标: {控制率: {得分: 60}}}")
    assert (found.code, found.title, found.indicator) == (
        "claim-above-range",
        "“控制率”自评得分高于核算结果",
        "控制率",
    )
    assert found.message == "“控制率”自评60分，核算为40分"
    assert found.items == ("追加预算", "年初预算")
    assert found.because[0].startswith("控制率＝追加预算 25 万元 ÷ 年初预算 100 万元＝25%，")


def test_an_indicator_claimed_too_low():
    """Against an open indicator the message gives the range."""
    [found] = findings("{指标: {效能: {扣分: 30}}}")
    assert (found.code, found.title) == ("claim-below-range", "“效能”自评得分低于核算结果")
    assert found.message == "“效能”自评10分，核算为20至40分"


def test_indicators_claimed_within_their_range_stand():
    """A claim inside the range, at either end of it, or none at all."""
    for claim in ("效能: {得分: 20}", "效能: {得分: 40}", "控制率: {得分: 40}", "控制率: {比率: 25%}"):
        assert findings(f"{{指标: {{{claim}}}}}") == ()


def test_findings_stand_gravest_first():
    """The total's finding, then each indicator's in the table's order."""
    found = findings("{总分: 100, 指标: {控制率: {得分: 60}, 效能: {得分: 41}}}")
    assert [one.indicator for one in found] == [None, "控制率", "效能"]


def test_a_derived_claim_is_compared_too():
    """What the claimed total leaves for the last indicator may be impossible."""
    found = findings("{总分: 80, 指标: {控制率: {得分: 60}}}")
    assert [(one.code, one.indicator) for one in found] == [("claim-above-range", "控制率")]
    found = findings("{总分: 70, 指标: {控制率: {得分: 60}}}")
    assert [(one.code, one.indicator) for one in found] == [
        ("claim-above-range", "控制率"),
        ("claim-below-range", "效能"),
    ]


SHARES = """[
    {名称: 完成率, 分值: 8, 公式: 追加预算 / 年初预算, 评分标准: '得分=完成率×8'},
    {名称: 到位率, 分值: 2, 公式: 追加预算 / 年初预算, 评分标准: '得分=到位率×2'}]"""


def of_shares(added: str, claim: str) -> list[tuple[str, str]]:
    """Give code and level of what is found of a claim where both scores are shares of the points: added of 3."""
    data = f"数据: {{追加预算: {{值: {added}, 单位: 万元}}, 年初预算: {{值: 3, 单位: 万元}}}}\n"
    [found] = review(*loaded(SHARES, f"{data}自评: {claim}"))
    return [
        (one.code, one.level)
        for one in found.findings
        if one.code.startswith("claim-") and one.code.endswith("-range")
    ]


@pytest.mark.parametrize(
    "claim",
    [
        "{指标: {完成率: {得分: 2.67}, 到位率: {得分: 0.66}}}",
        "{指标: {完成率: {得分: 2.7}, 到位率: {得分: 0.7}}}",
        "{指标: {完成率: {得分: 2.666}, 到位率: {扣分: 1.33}}}",
        "{总分: 3.33}",
        "{总分: 3.3, 指标: {完成率: {得分: 2.67}, 到位率: {得分: 0.67}}}",
    ],
)
def test_a_claim_that_is_the_score_as_printed_stands(claim: str) -> None:
    """8/3 is 2.67, and 2.66 where it is cut off; 2/3 is 0.7."""
    assert of_shares("1", claim) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("{总分: 3.34}", ("claim-above-range", "low")),
        ("{总分: 3.4}", ("claim-above-range", "low")),
        ("{总分: 3.35}", ("claim-above-range", "high")),
        ("{总分: 3.32}", ("claim-below-range", "low")),
        ("{总分: 3.31}", ("claim-below-range", "high")),
        ("{总分: 3}", ("claim-below-range", "low")),
        ("{总分: 4}", ("claim-above-range", "high")),
        ("{总分: 3, 指标: {完成率: {得分: 2.67}, 到位率: {得分: 0.67}}}", ("claim-below-range", "high")),
    ],
)
def test_what_only_rounding_makes_of_a_total_is_a_hint(claim: str, expected: tuple[str, str]) -> None:
    """2.67 and 0.67 are 3.34, 2.7 and 0.7 are 3.4, cut off they are 3.32; a paper without decimals means whole points."""
    assert of_shares("1", claim) == [expected]


@given(st.integers(1, 299), st.integers(1, 4), st.sampled_from(["四舍五入", "去尾"]), st.integers(-3, 3))
def test_a_claim_is_found_just_where_it_is_no_print_of_the_score(hundredths, decimals, rounding, off):
    """By whatever rounding, at however many decimals: one unit of the last place more is too much."""
    score = Fraction(hundredths, 300) * 8
    claimed = round_to(score, decimals, rounding) + Fraction(off, 10**decimals)
    printed = claimed in (round_to(score, decimals), round_to(score, decimals, "去尾"))
    text = f"{float(claimed):.{decimals}f}"
    found = of_shares(f"{hundredths / 100:.2f}", f"{{指标: {{完成率: {{得分: {text}}}}}}}")
    above = ("claim-above-range", "high") if claimed > score else ("claim-below-range", "high")
    assert found == ([] if printed else [above])
