"""What follows from findings: what is told under what, what is raised, and what to do with the case."""

from __future__ import annotations

from random import Random

import pytest

from jixiao.model.finding import Finding
from jixiao.model.review import Review
from shared.cases.paper_cases import content as content_of, made, reviewed, small_case, values
from shared.cases.papers import breaks
from shared.cases.small import loaded
from shared.findings.reviews import review

# ── What sums up ─────────────────────────────────────────────────────────────────────────────────

BLOCKS = """[
    {名称: 甲, 分值: 30, 归类: [过程, 管理], 评分标准: 好的得30分；差的得20分},
    {名称: 乙, 分值: 30, 归类: [过程, 管理], 评分标准: 好的得30分；差的得20分},
    {名称: 丙, 分值: 20, 归类: [过程, 管理], 评分标准: 好的得20分；差的得10分},
    {名称: 丁, 分值: 20, 归类: [产出], 评分标准: 好的得20分；差的得10分}]"""


def blocks(*unexplained: str) -> Review:
    claims = ", ".join(f"{name}: {{扣分: 1}}" for name in unexplained)
    [found] = review(*loaded(BLOCKS, f"自评: {{指标: {{{claims}}}}}"))
    return found


@pytest.mark.parametrize(
    ("indicators", "expected"), [("甲", 0), ("甲乙", 0), ("甲乙丁", 0), ("甲乙丙", 1), ("甲乙丙丁", 1)]
)
def test_three_findings_on_one_block_ask_for_a_second_look(indicators: str, expected: int) -> None:
    found = [one for one in blocks(*indicators).findings if one.code == "block-review"]
    assert [(one.level, one.title) for one in found] == [("low", "“管理”这一部分要再看一遍")] * expected
    for finding in found:
        assert sum(reason.startswith("所以：") for reason in finding.because) == 3, "it names the findings"


ALL_JUDGED = (
    "评定: {" + ", ".join(f"{name}: {{等级: 好, 评定人: 组, 依据: 底稿}}" for name in "甲乙丙丁") + "}\n"
)


@pytest.mark.parametrize(
    ("papers", "code", "said"),
    [
        ("", "case-incomplete", "没有自评；“甲”10分、“乙”10分、“丙”10分、“丁”10分4项待定，共40分"),
        (
            "自评: {指标: {甲: {得分: 30, 理由: 见报告}}}\n",
            "case-incomplete",
            "待定的各项还能改变等级或总分：“甲”10分、",
        ),
        (ALL_JUDGED, "case-incomplete", "材料不足：没有自评"),
        (ALL_JUDGED + "自评: {总分: 100}\n", "case-review", "凭现有材料可以通过"),
    ],
)
def test_a_conclusion_needs_a_claim_and_nothing_open_that_counts(papers: str, code: str, said: str) -> None:
    """An empty case is no accepted one: it says what is missing, most points first."""
    [found] = review(*loaded(BLOCKS, papers))
    conclusion = found.findings[-1]
    assert (conclusion.code, conclusion.level) == (code, "low")
    assert said in conclusion.message


def test_with_nothing_grave_the_case_can_be_accepted_on_its_papers() -> None:
    assert [one.code for one in blocks("甲").findings][-1] == "case-incomplete", "the conclusion stands last"
    [grave] = reviewed(small_case(数据=values(收入总计="9.0 万元", 支出总计="8.0 万元")))
    assert "case-review" not in [one.code for one in grave.findings]


def test_what_is_raised_to_grave_keeps_the_case_from_being_accepted() -> None:
    claim = {"总分": 80, "指标": {"预算控制率": {"得分": 30}}}
    said = values(年初预算="100 万元", 本年追加预算="5 万元|15 万元")
    [found] = reviewed(small_case(数据=said, 自评=claim))
    raised = [one for one in found.findings if any("级别升为严重" in reason for reason in one.because)]
    assert raised
    assert {one.level for one in raised} == {"high"}
    assert "case-review" not in [one.code for one in found.findings]


def test_nothing_open_beyond_hints_may_pass_and_a_decision_opens_the_way() -> None:
    """What is left unexplained keeps a case from passing until a reviewer has settled it (处置)."""
    part = "明细: {决算数: {其中: 是, 甲项: {值: 5, 单位: 万元}}}\n数据: {决算数: {值: 0, 单位: 万元}}\n"
    papers = f"{ALL_JUDGED}自评: {{总分: 100}}\n{part}"
    [before] = review(*loaded(BLOCKS, papers))
    [open_one] = [one for one in before.findings if one.level == "medium"]
    [waits] = [one for one in before.findings if one.is_conclusion]
    assert (waits.code, waits.title) == ("case-incomplete", "还不能书面通过")
    decision = (
        f"代码: {open_one.code}, 指纹: {open_one.fingerprint}, 理由: 已说明, 处置人: 组, 期限: 2026-12-31"
    )
    [after] = review(*loaded(BLOCKS, f"{papers}处置: [{{{decision}}}]"))
    assert [one.code for one in after.findings if one.is_conclusion] == ["case-review"]


def test_what_is_only_not_there_is_not_raised() -> None:
    """Points without scores by item or without figures may change the grade, but nothing said is wrong."""
    [found] = reviewed(small_case(自评={"总分": 80, "指标": {"效能": {"得分": 40}}}))
    unsupported = [one for one in found.findings if one.code == "claim-unsupported"]
    assert [one.level for one in unsupported] == ["medium"] * len(unsupported) != []
    assert not any("级别升为严重" in reason for one in found.findings for reason in one.because)


# ── Told under another ───────────────────────────────────────────────────────────────────────────


def finding(found: Review, code: str) -> Finding:
    [one] = [one for one in found.findings if one.code == code]
    return one


def test_a_ratio_that_differs_is_told_under_the_score_that_it_makes_wrong() -> None:
    said = values(年初预算="100 万元", 本年追加预算="25 万元")
    [found] = reviewed(small_case(数据=said, 自评={"指标": {"预算控制率": {"得分": 30, "比率": "5%"}}}))
    above, differs = finding(found, "claim-above-range"), finding(found, "claim-value-differs")
    assert differs.folded_under == above.id


def test_a_rate_of_growth_is_told_under_the_amount_it_is_calculated_from() -> None:
    said = values(
        三公经费决算="8.0 万元", 三公经费预算="9.0 万元", 三公经费决算较预算增减额="3.0 万元", 三公经费决算较预算增减率="-11.1%"
    )  # fmt: skip
    [found] = reviewed(small_case(数据=said))
    amount, rate = sorted(
        (one for one in found.findings if one.code == "growth-misstated"), key=lambda one: one.level
    )
    assert (amount.level, rate.folded_under, amount.folded_under) == ("high", amount.id, None)


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────


def broken_case(seed: int) -> dict:
    """Give a case in which several figures are broken."""
    random = Random(seed)
    one = made(random, random.randint(2, 7))
    for paper in one.papers:
        for name in random.sample(sorted(paper.figures), min(6, len(paper.figures))):
            slips = breaks(paper.figures[name], random)
            if slips:
                paper.figures[name] = random.choice(slips)[1]
    return content_of(one)


def shuffled(content, random: Random):
    """Give the same content with the keys of every mapping in another order."""
    if isinstance(content, list):
        return [shuffled(one, random) for one in content]
    if not isinstance(content, dict):
        return content
    keys = list(content)
    random.shuffle(keys)
    return {key: shuffled(content[key], random) for key in keys}


def essence(reviews: tuple[Review, ...]) -> list:
    """Give of every finding what does not follow the order of the file."""
    return [
        sorted(
            (one.code, one.level, one.title, one.indicator or "", sorted(one.items), one.fingerprint, one.folded_under or "")
            for one in found.findings
        )
        for found in reviews
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(25))
def test_findings_do_not_depend_on_the_order_of_keys(seed: int) -> None:
    case = broken_case(seed)
    found = essence(reviewed(case))
    assert any(found)
    assert essence(reviewed(shuffled(case, Random(seed)))) == found


@pytest.mark.parametrize("seed", range(25))
def test_both_engines_give_the_same_findings_in_the_same_order(seed: int) -> None:
    case = broken_case(seed)
    assert [one.findings for one in reviewed(case)] == [one.findings for one in reviewed(case, plain=True)]


@pytest.mark.parametrize("seed", range(25))
def test_what_is_told_under_another_ends_at_a_finding_of_the_same_review(seed: int) -> None:
    for found in reviewed(broken_case(seed)):
        under = {one.id: one.folded_under for one in found.findings}
        assert len(under) == len(found.findings), "every finding has an id of its own"
        for start in under:
            seen = [start]
            while under[seen[-1]] is not None:
                seen.append(under[seen[-1]])
                assert seen[-1] in under
                assert len(set(seen)) == len(seen), "no circle"


@pytest.mark.parametrize("seed", range(25))
def test_findings_stand_gravest_first_and_each_says_why(seed: int) -> None:
    order = ["high", "medium", "low"]
    for found in reviewed(broken_case(seed)):
        levels = [order.index(one.level) for one in found.findings]
        assert levels == sorted(levels)
        for one in found.findings:
            assert one.title
            assert one.message
            assert one.because or one.is_conclusion, one.code


# ── Fingerprints ─────────────────────────────────────────────────────────────────────────────────


def prints(**items: str) -> dict[str, str]:
    [found] = reviewed(small_case(数据=values(**items)))
    return {one.title: one.fingerprint for one in found.findings}


def test_a_fingerprint_changes_with_the_figures_and_with_nothing_else() -> None:
    before = prints(收入总计="9.0 万元", 支出总计="8.0 万元", 编制数="19 人")
    title = "不平衡：“收入总计”"
    assert prints(收入总计="9.0 万元", 支出总计="8.0 万元", 编制数="20 人")[title] == before[title]
    assert prints(支出总计="8.0 万元", 收入总计="9.0 万元")[title] == before[title]
    for items in (
        {"收入总计": "9.1 万元", "支出总计": "8.0 万元"},
        {"收入总计": "9.0 万元", "支出总计": "8.1 万元"},
    ):
        assert prints(**items)[title] != before[title]


def test_the_order_of_statements_does_not_change_a_fingerprint() -> None:
    one, other = (
        prints(收入总计=said, 支出总计="8.0 万元") for said in ("9.0 万元|9.6 万元", "9.6 万元|9.0 万元")
    )
    assert one == other
    assert one != prints(收入总计="9.0 万元|9.7 万元", 支出总计="8.0 万元")


def test_a_claim_has_another_fingerprint_once_its_indicators_figures_change() -> None:
    def claim(added: str) -> str:
        said = values(年初预算="100 万元", 本年追加预算=added)
        [found] = reviewed(small_case(数据=said, 自评={"指标": {"预算控制率": {"得分": 30}}}))
        return finding(found, "claim-above-range").fingerprint

    assert claim("90 万元") != claim("91 万元"), "though both give no point"


# ── About the table ──────────────────────────────────────────────────────────────────────────────

OPEN = """[
    {名称: 控制率, 分值: 100, 公式: 追加预算 / 年初预算,
     评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分，扣完为止。'}]"""


def over(added: str, readings: str = "") -> list[str]:
    data = f"数据: {{追加预算: {{值: {added}, 单位: 万元}}, 年初预算: {{值: 100, 单位: 万元}}}}"
    table = OPEN.replace("追加预算 / 年初预算,", f"追加预算 / 年初预算,{readings}")
    [found] = review(*loaded(table, data))
    return [one.code for one in found.findings if not one.is_conclusion]


def test_a_score_that_depends_on_how_the_standard_is_read_is_told() -> None:
    """Only where it does: not at a whole step, and not once 口径 says which."""
    assert over("25") == ["reading-dependent"]
    assert over("30") == []
    assert over("25", " 口径: {不足一步: 不计},") == []


def test_provisional_points_are_told_once_with_the_indicators() -> None:
    table = TABLE_PROVISIONAL
    [found] = review(*loaded(table, ""))
    provisional, conclusion = found.findings
    assert (provisional.code, provisional.level, conclusion.code) == (
        "rule-provisional",
        "low",
        "case-incomplete",
    )
    assert provisional.because == ("推定的指标：“甲”、“乙”",)


TABLE_PROVISIONAL = """[
    {名称: 甲, 分值: 30, 出处: 推定, 评分标准: 好的得30分；差的得20分},
    {名称: 乙, 分值: 30, 出处: 推定, 评分标准: 好的得30分；差的得20分},
    {名称: 丙, 分值: 40, 评分标准: 好的得40分；差的得20分}]"""
