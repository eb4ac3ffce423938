"""Totals: the range, the adopted total, derived claims, possible grades, and means."""

import pytest

from jixiao.scoring.evaluate import evaluate_case
from jixiao.scoring.total.totals import mean_of
from shared.cases.small import loaded, run

THREE = """[
    {名称: 甲率, 分值: 50, 公式: 满意度, 评分标准: 得分=甲率×50},
    {名称: 乙, 分值: 30, 评分标准: 好的得30分；中的得15分；差的得0分},
    {名称: 丙, 分值: 20, 评分标准: 好的得20分；差的得10分}]"""
NINETY = "数据: {满意度: {值: 90%}}\n"


def claims(text: str, total: str = "") -> str:
    return f"{NINETY}自评: {{{f'总分: {total}, ' if total else ''}指标: {{{text}}}}}"


def test_a_total_is_a_range_while_indicators_are_open():
    """45 are certain, and 10 of the 50 that nobody has judged yet."""
    found = run(THREE, NINETY)
    assert (found.low, found.high, found.adopted) == (55, 95, None)
    assert found.adopted_note == "“乙”、“丙”待定，又没有自评得分，不能给出采用分"


def test_open_indicators_count_at_their_claim():
    """The adopted total takes the department's word where nothing else is known, and says so."""
    found = run(THREE, claims("乙: {得分: 20}, 丙: {扣分: 4}"))
    assert (found.adopted, found.adopted_note) == (81, "“乙”、“丙”待定，取其自评得分（限于可能的范围）")


def test_a_claim_outside_its_range_is_held():
    """丙 cannot earn less than 10, nor 乙 more than 30."""
    assert run(THREE, claims("乙: {得分: 40}, 丙: {得分: 2}")).adopted == 45 + 30 + 10


def test_a_claim_never_moves_what_is_scored():
    """甲率 is 45 whatever is claimed."""
    assert run(THREE, claims("甲率: {得分: 50}, 乙: {得分: 20}, 丙: {得分: 20}")).adopted == 85


def test_without_open_indicators_nothing_is_adopted_from_claims():
    """The adopted total is the score, without a note."""
    ratings = "评定: {乙: {评定人: 张三, 依据: 底稿, 等级: 好}, 丙: {评定人: 张三, 依据: 底稿, 等级: 差}}"
    found = run(THREE, NINETY + ratings)
    assert (found.low, found.high, found.adopted, found.adopted_note) == (85, 85, 85, "")


def test_a_claim_that_all_others_determine_is_derived():
    """98 in all, 50 and 20 for two of three: 28 for the third, marked as derived."""
    found = run(THREE, claims("甲率: {得分: 50}, 丙: {得分: 20}", "98"))
    assert [(one.claimed, one.claim_derived) for one in found.results] == [
        (50, False),
        (28, True),
        (20, False),
    ]
    assert (found.adopted, found.adopted_note) == (
        45 + 28 + 20,
        "“乙”、“丙”待定，取其自评得分（限于可能的范围）；“乙”的自评由自评总分和其余各项自评推得",
    )


@pytest.mark.parametrize(
    ("text", "total", "derived"),
    [
        ("甲率: {得分: 50}, 丙: {得分: 20}", "100", 30),
        ("甲率: {得分: 50}, 丙: {得分: 20}", "70", 0),
        ("甲率: {得分: 50}, 丙: {得分: 20}", "100.5", None),
        ("甲率: {得分: 50}, 丙: {得分: 20}", "69.5", None),
        ("甲率: {得分: 50}", "98", None),
        ("甲率: {得分: 50}, 丙: {得分: 20}", "", None),
    ],
)
def test_a_claim_is_derived_only_where_it_fits(text, total, derived):
    """Not where two are silent, where no total is claimed, or where the rest is no score of the indicator."""
    found = run(THREE, claims(text, total)).results[1]
    assert (found.claimed, found.claim_derived) == (derived, derived is not None)


def test_many_silent_indicators_are_counted():
    """A note names four indicators at most."""
    rows = ", ".join(f"{{名称: 指标{n}, 分值: 2, 评分标准: 好的得2分；差的得0分}}" for n in range(1, 7))
    assert run(f"[{rows}]").adopted_note.startswith("“指标1”、“指标2”、“指标3”、“指标4”等6项待定")
    assert run(f"[{rows}]".replace("指标5", "指标五"), "").adopted is None


@pytest.mark.parametrize(
    ("rate", "grades"),
    [
        ("100%", ("优",)),
        ("90%", ("优",)),
        ("89.99%", ("良",)),
        ("80%", ("良",)),
        ("79.99%", ("差",)),
        ("0%", ("差",)),
    ],
)
def test_a_single_total_has_one_grade(rate, grades):
    """A grade begins at its lowest score."""
    table = "[{名称: 甲率, 分值: 100, 公式: 满意度, 评分标准: 得分=甲率×100}]"
    assert run(table, f"数据: {{满意度: {{值: {rate}}}}}").grades == grades


def test_a_range_has_all_grades_that_it_meets():
    """From the grade of the highest total down to that of the lowest, best first."""
    row = "[{名称: 甲, 分值: 100, 评分标准: 按分值的100%-%s计分}]"
    table = "[{名称: 甲, 分值: 100, 评分标准: '好的，按分值的%s-%s计分；差的，按分值的%s-0%%计分'}]"
    case = "评定: {甲: {评定人: 张三, 依据: 底稿, 等级: 好}}"
    assert row
    assert run(table % ("100%", "90%", "90%"), case).grades == ("优",)
    assert run(table % ("100%", "89.9%", "89.9%"), case).grades == ("优", "良")
    assert run(table % ("100%", "80%", "80%"), case).grades == ("优", "良")
    assert run(table % ("100%", "79%", "79%"), case).grades == ("优", "良", "差")


def test_the_mean_over_projects():
    """What is claimed for each project has a mean, if each has a claim; so have the lowest and highest scores."""
    case = """
        自评: {平均分: 95.45}
        项目:
        - {名称: 一, 数据: {满意度: {值: 90%}}, 自评: {总分: 98}}
        - {名称: 二, 数据: {满意度: {值: 80%}}, 自评: {总分: 95.5}}
    """
    mean = mean_of(evaluate_case(*loaded(THREE, case)))
    assert (mean.case, str(mean.claimed), str(mean.computed)) == ("case", "1909/20", "387/4")
    assert (mean.low, mean.high) == (52.5, 92.5)
    silent = mean_of(evaluate_case(*loaded(THREE, case.replace(", 自评: {总分: 98}", ""))))
    assert (silent.claimed, silent.computed) == (mean.claimed, None)


def test_a_case_without_projects_has_no_mean():
    """There is nothing to average."""
    assert mean_of(evaluate_case(*loaded(THREE, NINETY))) is None
    assert mean_of(()) is None


@pytest.mark.parametrize(
    ("count", "named"),
    [(4, "“甲”、“乙”、“丙”、“丁”待定"), (5, "“甲”、“乙”、“丙”、“丁”等5项待定")],
)
def test_four_indicators_are_named_and_more_are_counted(count, named):
    """A reader finds the rest in the table."""
    rows = ", ".join(
        f"{{名称: {name}, 分值: 10, 评分标准: 好的得10分；差的得0分}}" for name in "甲乙丙丁戊"[:count]
    )
    assert run(f"[{rows}]").adopted_note == f"{named}，又没有自评得分，不能给出采用分"
