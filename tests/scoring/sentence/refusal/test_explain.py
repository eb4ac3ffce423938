"""A refusal says what was read before it, and a wording of the same sentence that is really understood."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import examples

NAME, POINTS = "合格率", Fraction(5)


def refusal(sentence: str, name: str = NAME, points: Fraction = POINTS) -> LanguageError:
    with pytest.raises(LanguageError) as caught:
        understand(sentence, name, points)
    return caught.value.explained()


@pytest.mark.parametrize(
    ("sentence", "understood", "stops_at"),
    [
        ("合格率≥95%得5分，每低1%扣1分；返工的打八折。", "合格率≥95%得5分，每低1%扣1分", "打八折"),
        ("合格率≥95%得5分；合格率≥95%的另得一面锦旗和表彰2分。", "合格率≥95%得5分", ""),
    ],
)
def test_it_says_what_was_read_before_it(sentence: str, understood: str, stops_at: str) -> None:
    told = refusal(sentence)
    assert told.understood == understood
    assert stops_at in sentence[told.position : told.position + told.length]


@pytest.mark.parametrize(
    ("sentence", "reworded"),
    [
        ("合格率95%得5分，每低1%扣1分。", "合格率≥95%得5分，每低1%扣1分。"),
        ("合格率≥95%得5分，每低1扣1分。", "合格率≥95%得5分，每低1个百分点扣1分。"),
        ("合格率≥95%得5分，每低1%扣1，扣完为止。", "合格率≥95%得5分，每低1%扣1分，扣完为止。"),
        ("合格率≥95%得5分，每低1%扣1分；返工的打八折。", "合格率≥95%得5分，每低1%扣1分"),
    ],
)
def test_it_offers_the_nearest_wording_that_is_understood(sentence: str, reworded: str) -> None:
    assert refusal(sentence).reworded == reworded


def test_no_wording_is_offered_where_none_is_known() -> None:
    assert refusal("由领导看着办。").reworded == ""


REFUSED = [one for one in examples() if one.refused]


@pytest.mark.parametrize("example", REFUSED, ids=lambda one: one.text[:20])
def test_what_is_offered_for_any_example_is_understood(example) -> None:
    try:
        understand(example.text, example.name, example.points)
    except LanguageError as error:
        told = error.explained()
        if told.reworded:
            understand(told.reworded, example.name, example.points)
        assert told.understood in example.text


@given(st.text("合格率≥95%得5分，每低1扣；。的不一项缺最多", max_size=40))
def test_any_text_is_told_of_without_another_error(text: str) -> None:
    try:
        understand(text, NAME, POINTS)
    except LanguageError as error:
        told = error.explained()
        assert 0 <= told.position <= len(text)
        if told.reworded:
            understand(told.reworded, NAME, POINTS)
