"""What a form may know of the indicator: which words before a number speak of its value."""

import pytest

from shared.sentences.standards import refusal, standard

WORK = "完成年度重点道路桥梁改造建设项目总体目标"


@pytest.mark.parametrize("length", [4, 15, 16])
def test_work_that_is_done_is_what_a_rate_of_completion_measures(length):
    """“完成…任务100%” needs no sign: all of the work is done."""
    sentence = f"{WORK[:length]}100%得5分；未完成不得分"
    assert standard(sentence, name="任务完成率").canonical() == "=100%的，得满分；否则得0分。"


def test_a_long_description_is_not_taken_for_the_work():
    """Words longer than the name of a piece of work may say anything."""
    sentence = f"{WORK[:17]}100%得5分；未完成不得分"
    assert refusal(sentence, name="任务完成率")[1].startswith(f"无法理解“{WORK[:17]}”")


@pytest.mark.parametrize("words", ["完成率", "率"])
def test_a_name_behind_its_number_is_no_condition(words):
    """“100%完成” says that all is done; “100%完成率” compares nothing."""
    assert standard("100%完成得5分；其他不得分", name="完成率").form.code == "target"
    assert refusal(f"100%{words}得5分；其他不得分", name="完成率")[1].startswith("无法理解")


def test_a_name_with_a_word_inside_that_says_of_what_is_the_name():
    """公交首末班准点率 is a 公交准点率, beside it too; 公交不准点率 is its opposite."""
    bands = "公交准点率≥95%得5分；公交{}准点率≥90%得3分；其他不得分"
    found = standard(bands.format("首末班"), name="公交准点率")
    assert found.canonical() == "≥95%的，得5分；≥90%的，得3分；否则得0分。"
    assert "无法理解“公交不准点率”" in refusal(bands.format("不"), name="公交准点率")[1]


@pytest.mark.parametrize("lead", ["良好", "根据问卷调查结果"])
def test_what_leads_to_a_comparison_is_not_compared(lead):
    """良好90% may mean that or more."""
    assert f"无法理解“{lead}”" in refusal(f"{lead}90%得5分；否则不得分", name="满意度")[1]
