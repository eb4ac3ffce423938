"""A row's 目标 is what its sentence means by the goal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from jixiao.language.error import LanguageError
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Indicator, Text
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.row import read_target, understand_row

PLACE = Place("table.yaml", 1, 1)
SENTENCE = "达到目标值的得10分，每低1个百分点扣1分，扣完为止。"
ROW = Indicator("出勤率", "attendance", Fraction(10), Text(SENTENCE, PLACE), PLACE)


def score(target: str, value: str) -> Fraction:
    row = replace(ROW, target=Text(target, PLACE))
    meaning = meaning_of(understand_row(SENTENCE, row), {"不足一步": "不计"})
    low, high = meaning.span(own(Value(Fraction(value))))
    assert low == high
    return high


@pytest.mark.parametrize(
    ("target", "value", "points"),
    [
        ("≥80%", "0.8", 10),
        ("≥80%", "0.95", 10),
        ("≥80%", "0.77", 7),
        ("80%", "0.77", 7),
        ("≥ 60%", "0.6", 10),
        ("0.8", "0.8", 10),
    ],
)
def test_the_value_itself_is_held_against_the_goal(target: str, value: str, points: int) -> None:
    assert score(target, value) == points


def test_without_a_goal_the_sentence_asks_for_one() -> None:
    with pytest.raises(LanguageError, match="目标"):
        understand_row(SENTENCE, ROW)


@pytest.mark.parametrize("text", ["", "较好", "达到", "80%或90%", "≥"])
def test_what_is_no_goal_is_refused(text: str) -> None:
    with pytest.raises(LanguageError, match="目标应是一个数或一个范围"):
        read_target(text)
