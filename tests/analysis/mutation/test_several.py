"""A change to one of several small rules is told by what is found of it, simplest first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.analysis.mutation.several import named_candidates
from jixiao.analysis.mutation.witness import find_example
from jixiao.model.diagnostic import Place
from jixiao.model.mutation import ExampleHint
from jixiao.model.ruleset import Indicator, Text
from jixiao.scoring.program.indicator import compile_indicator
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.measure import shown_unit
from shared.sentences.several import AWARDS, BULLETINS, DUTY, LEDGERS, RATE, SENTENCES, meant

NOWHERE = Place("")


def rule(name: str, points: int, text: str) -> Rule:
    return compile_indicator(
        Indicator(name, "one", Fraction(points), Text(text, NOWHERE), NOWHERE), {}, {"不足一步": "不计"}
    )


def told(sentence: tuple[str, int, str], words: str, others: str) -> ExampleHint | None:
    name, points, text = sentence
    assert words in text
    return find_example(rule(name, points, text), rule(name, points, text.replace(words, others)))


@pytest.mark.parametrize(
    ("sentence", "words", "others", "at", "points"),
    [
        (BULLETINS, "扣0.5分", "扣0.6分", "迟报=1", "4.5"),
        (BULLETINS, "最多扣2分", "最多扣1分", "差错=2", "3"),
        (LEDGERS, "无登记台账的扣0.5分", "无登记台账的扣0.4分", "无登记台账=是", "2.5"),
        (AWARDS, "得2分", "得3分", "获国家级表彰等档次=省级表彰", "2"),
        (DUTY, "酌情扣分", "酌情扣1-2分", "无", "0"),
    ],
)
def test_the_change_of_a_rule_is_told_by_what_is_found_of_it(
    sentence: tuple[str, int, str], words: str, others: str, at: str, points: str
) -> None:
    hint = told(sentence, words, others)
    assert hint is not None
    assert (hint.at, hint.points[0]) == (at, points)


def test_what_must_be_written_stands_beside_it() -> None:
    """The indicator's own value is written, whatever else is found."""
    hint = told(RATE, "每逾期一项扣1分", "每逾期一项扣2分")
    assert hint is not None
    value, count = hint.at.split("；")
    assert value.endswith("%")
    assert count == "逾期=1"


def test_the_same_rules_have_no_example() -> None:
    assert told(BULLETINS, "每发现一处差错", "每发现1处差错") is None


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one[0])
def test_every_candidate_can_be_written(sentence: tuple[str, int, str]) -> None:
    meaning = meant(sentence)
    unit = shown_unit(meaning.standard, sentence[0])
    candidates = list(named_candidates(meaning, meaning, unit))
    assert len(candidates) > 5
    for at in candidates:
        assert read_at(at, meaning) is not None
