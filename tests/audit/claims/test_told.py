"""What findings about claims say: figures first, one fact once, only places that print the figures."""

from __future__ import annotations

from jixiao.model.finding import Finding
from jixiao.model.review import Review
from jixiao.reports.check.numbering import counted, numbered
from jixiao.reports.check.where import spots
from shared.cases.paper_cases import reviewed as of_paper, small_case, values
from shared.cases.small import loaded
from shared.findings.reviews import review

TABLE = """[
    {名称: 控制率, 分值: 60, 公式: 在职人数 / 编制数, 评分标准: '不超过100%的，得满分；每超过10个百分点，扣20分。', 口径: {不足一步: 不计}},
    {名称: 效能, 分值: 40, 评分标准: 好的得40分；差的得20分}]"""
STAFF = """数据:
  在职人数: {值: 12, 单位: 人, 出处: 报告 一}
  编制数: {值: 10, 单位: 人, 出处: 报告 二}
明细:
  编制数: {其中: 是, 全额编: {值: 8, 单位: 人, 出处: 报告 三}, 差额编: {值: 2, 单位: 人, 出处: 报告 四}}
"""
JUDGED = "评定: {效能: {等级: 好, 评定人: 甲, 依据: 查阅}}\n"


def reviewed(claim: str, *, case: str = STAFF + JUDGED) -> Review:
    [found] = review(*loaded(TABLE, f"{case}自评: {claim}"))
    return found


def only(found: Review, code: str) -> list[Finding]:
    return [one for one in found.findings if one.code == code]


def test_a_total_and_the_score_that_makes_it_impossible_are_one_fact() -> None:
    """60 claimed of 20 makes 100 of 60: told under the total, whose message names it."""
    found = reviewed("{总分: 100, 指标: {控制率: {得分: 60}, 效能: {得分: 40}}}")
    total, own = only(found, "claim-above-range")
    assert (own.indicator, own.folded_under) == ("控制率", total.id)
    assert total.message.endswith("相差40分：“控制率”自评60分，核算最高20分")
    assert counted(numbered(found)) == "疑点 1 项：严重 1；连同归入其中的共 2 项"


def test_a_score_that_does_not_explain_the_total_is_told_for_itself() -> None:
    found = reviewed("{总分: 95, 指标: {控制率: {得分: 30}}}")
    assert [one.folded_under for one in only(found, "claim-above-range")] == [None, None]


def test_only_places_that_print_the_figures_are_named() -> None:
    """12 and 10 stand in the first two places; parts of the ten, of which nothing is said, do not."""
    found = reviewed("{指标: {控制率: {得分: 60, 出处: 报告 九}}}")
    [finding] = only(found, "claim-above-range")
    assert [spot.source for spot in spots(finding, found.evaluation)] == ["报告 九", "报告 一", "报告 二"]


def test_a_ratio_that_is_right_over_a_part_of_its_base_says_so() -> None:
    """12 of the 8 that are 全额编 is 150 %: nobody miscalculated, another base was meant."""
    [differs] = only(reviewed("{指标: {控制率: {比率: 150%}}}"), "claim-value-differs")
    assert differs.message == (
        "“控制率”自评为150%，按报告的数据算得120%；以其中的“全额编”8 人作除数得150%，请说明口径"
    )
    [plain] = only(reviewed("{指标: {控制率: {比率: 140%}}}"), "claim-value-differs")
    assert plain.message == "“控制率”自评为140%，按报告的数据算得120%"


def test_what_is_open_and_not_without_grounds_is_counted_too() -> None:
    """Sixty points without a word, and forty for which a figure is given: together they are what is open."""
    table = """[{名称: 效能, 分值: 60, 评分标准: 好的得60分；差的得20分},
                {名称: 完成率, 分值: 40, 公式: 决算数 / 年初预算, 评分标准: '得分=完成率×40'}]"""
    [found] = review(*loaded(table, "数据: {年初预算: {值: 9, 单位: 万元}}\n自评: {总分: 90}"))
    [finding] = only(found, "claim-unsupported")
    assert finding.message.endswith("待定的还有1项（共40分），报告给了部分数据或理由，不在其内")


def test_readings_are_told_by_what_they_give() -> None:
    """The figure, then each reading's score: how they are worked out is among the reasons."""
    table = """[{名称: 控制率, 分值: 60, 公式: 决算数 / 年初预算, 评分标准: '不超过10%的，得满分；每超过10个百分点，扣20分。'},
                {名称: 效能, 分值: 40, 评分标准: 好的得40分；差的得20分}]"""
    figures = "数据: {年初预算: {值: 100, 单位: 万元}, 决算数: {值: 25, 单位: 万元}}\n"
    [found] = review(*loaded(table, f"{figures}{JUDGED}自评: {{总分: 80, 指标: {{控制率: {{得分: 40}}}}}}"))
    [finding] = only(found, "reading-dependent")
    assert finding.message == "“控制率”25%，不足一步：不计得40分、按比例得30分、按一步得20分；自评40分"


def test_two_facts_that_disagree_are_told_by_their_figures() -> None:
    """Never by a bare formula."""
    said = values(财政拨款支出="362.79 万元", 财政拨款收入="362.79 万元", 财政资金结转结余率="6.62 %")
    [found] = of_paper(small_case(数据=said))
    [finding] = only(found, "facts-disagree")
    assert finding.message.startswith(
        "“财政拨款支出”362.79万元、“财政拨款收入”362.79万元、“财政资金结转结余率”6.62%，对不上："
    )
