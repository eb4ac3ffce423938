"""What stands around a form: that there is something to score, before the rule that scores it."""

import pytest

from shared.sentences.standards import outcome, standard, value

ABSENT = "没有新建项目的得满分；"
RULE = "不超过100%得满分，每超过5%扣2分"


@pytest.mark.parametrize("present", ["有新建项目的，", "存在新建项目的，", "涉及新建项目的，"])
def test_that_there_is_something_says_no_more_where_its_absence_exempts(present):
    """有新建项目的 before the rule takes nothing of the rule away, whether the rule names its value or not."""
    plain = standard(f"{ABSENT}{RULE}")
    assert standard(f"{ABSENT}{present}{RULE}") == plain
    assert standard(f"{ABSENT}{present}预算控制率{RULE}") == plain
    assert outcome(f"{ABSENT}{present}{RULE}", value("110%")).high == 1
