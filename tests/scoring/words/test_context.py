"""What a form may know of the indicator: which words before a number speak of its value."""

import pytest

from shared.sentences.standards import refusal, standard

WORK = "完成年度重点建设项目改造提升任务总体目标"


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
