"""Steps from nothing on: 每100万元得1分, 每10万元扣1分."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.sentence.at import read_at
from shared.sentences.standards import meaning, outcome, refusal

WHOLE = {"不足一步": "不计"}


def score(sentence: str, value: int, points: str = "10") -> Fraction:
    """Give the score at so many 万元, where only whole steps count."""
    at = read_at(f"{value}万元", meaning(sentence, WHOLE, points))
    return outcome(sentence, at, WHOLE, points).high


@given(st.integers(2, 90), st.integers(1, 4), st.integers(0, 999))
def test_each_so_much_earns(step, each, value):
    """From nothing up to full marks."""
    sentence = f"争取社会捐赠每{step}万元得{each}分，最高得10分。"
    assert score(sentence, value) == min(value // step * each, 10)


@given(st.integers(2, 90), st.integers(1, 4), st.integers(0, 999))
def test_each_so_much_costs(step, each, value):
    """From full marks down to nothing."""
    sentence = f"查出违规列支的，每{step}万元扣{each}分，扣完为止；未查出的得10分。"
    assert score(sentence, value) == max(10 - value // step * each, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "年度任务全部完成得10分，每少完成100亩扣1分，扣完为止",
        "每10万元扣1分，每20万元扣3分",
        "查出问题的得5分，每10万元扣1分",
    ],
)
def test_what_is_not_counted_from_nothing(sentence):
    """A goal that nobody says, two rates, or full marks for what is found."""
    assert refusal(sentence, points="10", name="造林面积")
