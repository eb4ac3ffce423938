"""What rests only on sentences marked 推定 is a hint and says on which."""

from __future__ import annotations

import pytest

from jixiao.model.review import Review
from shared.cases.small import loaded
from shared.findings.reviews import review

SENTENCE = "评分标准: '不超过10%的得满分；每超过10个百分点扣10分，扣完为止。', 口径: {不足一步: 不计}"
FIGURES = "数据: {追加预算: {值: 25, 单位: 万元, 出处: 报告}, 年初预算: {值: 100, 单位: 万元, 出处: 报告}, 决算数: {值: 25, 单位: 万元, 出处: 报告}}\n"


def reviewed(claim: str, *, first: str, second: str) -> Review:
    table = f"""[
        {{名称: 甲, 分值: 60, 公式: 追加预算 / 年初预算, {SENTENCE}{first}}},
        {{名称: 乙, 分值: 40, 公式: 决算数 / 年初预算, {SENTENCE}{second}}}]"""
    [found] = review(*loaded(table, FIGURES + f"自评: {{{claim}}}"))
    return found


GUESSED, OFFICIAL = ", 出处: 推定", ""


@pytest.mark.parametrize(
    ("claim", "first", "second", "levels"),
    [
        pytest.param("总分: 90", OFFICIAL, OFFICIAL, ["high"], id="official sentences prove it"),
        pytest.param("总分: 90", GUESSED, OFFICIAL, ["low"], id="without the guess it might be so"),
        pytest.param("总分: 95", GUESSED, OFFICIAL, ["high"], id="the official one alone proves it"),
        pytest.param("总分: 70", GUESSED, GUESSED, ["low"], id="too low, by guesses"),
        pytest.param("总分: 20", GUESSED, OFFICIAL, ["high"], id="too low also without"),
    ],
)
def test_the_total(claim: str, first: str, second: str, levels: list[str]):
    """Both lose 10: at most 80; without the first's sentence 90, which 90 does not pass."""
    found = [
        one for one in reviewed(claim, first=first, second=second).findings if one.code.startswith("claim-")
    ]
    assert [one.level for one in found if one.indicator is None] == levels
    assert all(("“甲”" in one.message) == (one.level == "low") for one in found)


def test_an_indicator_says_that_its_sentence_is_a_guess():
    review_of = reviewed("指标: {甲: {得分: 60}, 乙: {得分: 40}}", first=GUESSED, second=OFFICIAL)
    found = {one.indicator: one for one in review_of.findings if one.code == "claim-above-range"}
    assert {name: one.level for name, one in found.items()} == {"甲": "low", "乙": "high"}
    assert "“甲”的评分标准是推定的" in found["甲"].message


def test_a_case_is_not_passed_on_a_guess_either():
    codes = {one.code for one in reviewed("总分: 90", first=GUESSED, second=GUESSED).findings}
    assert "case-review" not in codes
    assert "case-incomplete" in codes
