"""What stands around a form: that there is something to score, before the rule that scores it."""

import pytest

from jixiao.scoring.sentence.claiming import MAX_AROUND
from shared.sentences.standards import outcome, refusal, standard, value

ABSENT = "没有新建项目的得满分；"
RULE = "不超过100%得满分，每超过5%扣2分"


@pytest.mark.parametrize("present", ["有新建项目的，", "存在新建项目的，", "涉及新建项目的，"])
def test_that_there_is_something_says_no_more_where_its_absence_exempts(present):
    """有新建项目的 before the rule takes nothing of the rule away, whether the rule names its value or not."""
    plain = standard(f"{ABSENT}{RULE}")
    assert standard(f"{ABSENT}{present}{RULE}") == plain
    assert standard(f"{ABSENT}{present}预算控制率{RULE}") == plain
    assert outcome(f"{ABSENT}{present}{RULE}", value("110%")).high == 1


FACTS = ["存在弄虚作假的，不得分", "存在挪用资金的，不得分", "存在截留的，不得分", "存在虚列支出的，不得分"]


def test_as_many_clauses_stand_around_a_rule_as_the_search_takes_and_no_more():
    """A guard, an exemption and one fact are three; whoever writes one more is refused, and scored no other way."""
    around = f"{RULE}；高于150%的不得分；没有新建项目的，得满分"
    found = standard(f"{around}；{FACTS[0]}")
    assert len([*found.guards, *found.exemptions, *found.vetoes]) == MAX_AROUND
    assert [one.fact for one in found.vetoes] == ["存在弄虚作假"]
    assert "不属于任何一种已知的评分写法" in refusal(f"{around}；{FACTS[0]}；{FACTS[1]}")[1]


def test_every_fact_of_a_rule_is_kept():
    """Three facts alone are three vetoes."""
    assert len(standard("；".join([RULE, *FACTS[:MAX_AROUND]])).vetoes) == MAX_AROUND


def test_values_in_the_middle_are_no_bottom_line():
    """What lies beyond 120 % would earn again, or not."""
    assert standard(f"{RULE}；高于110%的不得分").guards
    assert "不属于任何一种已知的评分写法" in refusal(f"{RULE}；110%-120%的不得分")[1]
