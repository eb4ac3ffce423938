"""Several small rules in one cell: what is called by which number, what headings divide, what is told together."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.sentence.at import read_at
from shared.sentences.standards import losses, meaning, outcome, refusal, standard

NUMBERED = "①按季度巡查，每少1次扣0.5分，扣完2分为止；②机构健全2分；③制度完善3分；④台账规范3分。"


def score(sentence: str, at: str, points: str) -> Fraction:
    """Give the score of what is said of a sentence."""
    return outcome(sentence, read_at(at, meaning(sentence, points=points)), points=points).high


@pytest.mark.parametrize(("at", "expected"), [("②③", 7), ("2,3,4", 10), ("②；巡查，少=1", "3.5"), ("④", 5)])
def test_items_are_called_by_the_sentences_own_numbers(at, expected):
    """Also where the first number is of something that is counted."""
    assert score(NUMBERED, at, "10") == Fraction(expected)


def test_a_number_that_is_no_item():
    """What is counted has no number."""
    with pytest.raises(ValueError, match="序号"):
        score(NUMBERED, "①②", "10")


@given(st.lists(st.integers(1, 4), min_size=2, max_size=4), st.integers(-1, 1))
def test_items_behind_a_heading_make_up_its_points(points, off):
    """They take its place where they come to it; else the sentence is refused, with both numbers."""
    words = ("成立专班", "制定方案", "明确专人", "保障经费")
    head = sum(points) + off
    listed = "，".join(f"{word}得{one}分" for word, one in zip(words, points, strict=False))
    sentence = f"1、组织领导（{head}分）：{listed}。2、宣传引导得3分。"
    total = str(head + 3)
    if off:
        assert refusal(sentence, points=total)
        return
    named = "；".join(words[: len(points)])
    assert score(sentence, named, total) == head
    assert score(sentence, f"{words[0]}；宣传引导", total) == points[0] + 3


@pytest.mark.parametrize(
    ("sentence", "at", "expected"),
    [
        ("每迟报一次扣1分，以三次为限。", "9", 2),
        ("每迟报一次扣1分，最多计3次。", "2", 3),
        ("每迟报一次扣0.5分；每漏报一条扣1分，最多计2条。", "漏报=9", 3),
        ("每篇得1分，最多计5篇。", "9", 5),
    ],
)
def test_how_many_count_at_most(sentence, at, expected):
    """So many cases, and no points, are the limit of what is counted right before."""
    assert score(sentence, at, "5") == expected


@pytest.mark.parametrize("limit", ["以三次为限", "最多计3次"])
def test_a_limit_of_one_of_several_counts(limit):
    """Behind several of them nobody knows of which it is."""
    assert refusal(f"迟报一次扣1分，漏报一次扣2分。{limit}。")


@pytest.mark.parametrize(
    "sentence",
    [
        "每发现一处扣1分，及时整改的扣0.5分。",
        "每发现一处扣1分，其中重大差错每处扣3分。",
        "每迟报一次扣1分，首次不扣分。",
    ],
)
def test_what_may_stand_in_the_place_of_another_rule(sentence):
    """Nobody knows whether it is taken besides."""
    assert "代替前面的扣分" in refusal(sentence)[1]


@pytest.mark.parametrize(
    "sentence",
    ["未及时整改的每处扣1分，已及时整改的每处扣0.5分。", "每发现一处扣1分，屡查屡犯的每处再扣1分。"],
)
def test_what_says_that_it_is_taken_besides_or_of_others(sentence):
    """再 adds; and of what is counted one is what the other is not."""
    assert standard(sentence)


def test_what_spares_a_case_is_kept():
    """It costs nothing, and is shown."""
    assert "及时整改的不扣分" in standard("每发现一处扣1分，及时整改的不扣分。").canonical()


def test_all_that_earned_something_is_told():
    """国家级 and 省级 together make up the score, so the loss tells of both."""
    sentence = "获国家级表彰每项加2分，省级每项加1分，最高5分。"
    at = read_at("国家级=1；省级=2", meaning(sentence))
    ((points, _, reason),) = losses(sentence, at)
    assert points == "1"
    assert "计2分；“省级”2项" in reason


def test_an_item_that_a_finding_denies_is_met_without_it():
    """资产处置规范 is met unless 违规处置 is found."""
    sentence = "建立制度得3分；资产处置规范得2分，存在违规处置的扣2分。"
    assert score(sentence, "建立制度", "5") == 5
    assert score(sentence, "建立制度；存在违规处置", "5") == 3


@pytest.mark.parametrize(("late", "expected"), [(1, 4), (2, 3), (3, 2)])
def test_what_is_beyond_a_number_begins_behind_it(late, expected):
    """迟报超过2次的不得分: twice still costs by the case."""
    sentence = "1、按时报送得3分，每迟报一次扣1分，迟报超过2次的不得分。2、资料齐全得2分。"
    assert score(sentence, f"①②；迟报={late}", "5") == expected


@pytest.mark.parametrize(("late", "expected"), [("0.5", "9/2"), ("1.5", "7/2")])
def test_part_of_what_is_counted_costs_its_part_where_the_sentence_says_so(late, expected):
    """Also less than one whole."""
    sentence = "1、资料齐全得2分，每缺一份扣1分。2、按时报送得3分，每迟报一天扣1分，不足一天的按比例计算。"
    assert score(sentence, f"①②；迟报={late}", "5") == Fraction(expected)


def test_an_item_that_fails_by_degrees_is_one_of_three():
    """Nobody who did not carry it out at all loses for doing it badly too."""
    canonical = standard("1、执行到位得2分，执行不到位扣1分，未执行扣2分。2、资料齐全得3分。").canonical()
    assert canonical.startswith("1、执行到位的，得2分；执行不到位的，得1分；未执行的，不得分。")


@pytest.mark.parametrize(("most", "reached"), [("1", 1), ("2", 2)])
def test_where_one_case_costs_all_there_is_no_part_of_the_way(most, reached):
    """A case that costs 1 of 1 at most reaches the end; of 2 at most, half of the way and the end."""
    parts = standard(f"1、资料齐全得2分，每缺一份扣1分，最多扣{most}分。2、按时报送得3分。").form.parts()
    assert len([part for part in parts if "每缺一份" in part.clause and "没有" not in part.state]) == reached
