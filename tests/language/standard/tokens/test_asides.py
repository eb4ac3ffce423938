"""Headings, definitions and brackets around the rules; numbers that count clauses."""

import pytest

from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause, parse_standard

RULES = "执行率≥90%得5分；低于90%得2分"


@pytest.mark.parametrize(
    "text",
    [
        f"评分标准：{RULES}",
        f"计分办法如下：{RULES}",
        f"其中：{RULES}",
        f"执行率=支出数÷预算数×100%，{RULES}",
        f"执行率＝（支出数／预算数）×100％。{RULES}",
        f"计算公式：执行率=（支出数-结转数）/预算数。{RULES}",
        f"{RULES}（执行率=支出数/预算数）",
        f"{RULES}。（执行率=支出数/预算数）",
        "执行率（支出数/预算数×100%）≥90%得5分；低于90%得2分",
        "1.执行率≥90%得5分；2.低于90%得2分",
        "1. 执行率≥90%得5分；2. 低于90%得2分",
    ],
)
def test_what_carries_no_rule_leaves_the_clauses_as_they_are(text):
    """The same clauses are read as without it, but for a remark inside one."""
    plain = [one for one in parse_standard(RULES) if isinstance(one, Clause)]
    found = [one for one in parse_standard(text) if isinstance(one, Clause)]
    assert [one.award for one in found] == [one.award for one in plain]
    assert [one.subject[-1] for one in found] == [one.subject[-1] for one in plain]


@pytest.mark.parametrize(
    "text",
    [
        "执行率=支出数÷预算数×100%≥90%得5分",
        "得分率=实得分数/总分数",
        "预算执行率=90%，得满分",
    ],
)
def test_what_says_more_than_a_definition_is_none(text):
    """Points or a second comparison make it a rule, which is read or refused."""
    try:
        entries = parse_standard(text)
    except LanguageError:
        return
    assert any(isinstance(one, Clause) for one in entries)


def test_a_bracket_behind_an_award_is_a_clause():
    """得5分（低于60%不得分）: what the bracket says is a rule of its own."""
    assert parse_standard("90%以上得5分（60%以下不得分）") == parse_standard("90%以上得5分；60%以下不得分")


def test_numbers_of_clauses_are_told_from_decimals_by_their_fellows():
    """2.95% is the second clause where another number proves it, and refused where none does."""
    told = "1.执行率≥98%得5分；2.95%≤执行率<98%得3分；3.低于95%得1分"
    assert parse_standard(told) == parse_standard(told.replace("2.95", "2、95"))
    with pytest.raises(LanguageError, match="是编号还是小数"):
        parse_standard("1.98%以上得5分；2.95%以上得3分")
    assert parse_standard("1.5%以下得5分；1.8%以下得3分")
