"""Every sentence of docs/how-to-write.md is understood, and scores what the page says."""

from __future__ import annotations

from fractions import Fraction

import pytest

import jixiao
from shared.sentences.intentions import LEFT_OUT, Intention, read_intentions

INTENTIONS = [one for group in read_intentions() for one in group.intentions]


@pytest.mark.parametrize("one", INTENTIONS, ids=str)
def test_the_sentence_scores_what_is_said(one: Intention) -> None:
    answer = jixiao.standard(one.text, one.points, name=one.name, at=list(one.at), readings=one.reading)
    assert isinstance(answer.understood, jixiao.Portrait), answer.understood
    for scored, wanted in zip(answer.scores, one.at.values(), strict=True):
        assert not scored.error, scored.error
        if wanted == LEFT_OUT:
            assert scored.left_out
            continue
        low, high = wanted if isinstance(wanted, list) else (wanted, wanted)
        assert (scored.low, scored.high) == (Fraction(low), Fraction(high)), scored.at


@pytest.mark.parametrize("one", INTENTIONS, ids=str)
def test_what_is_wanted_is_said_once_and_nothing_is_left_open(one: Intention) -> None:
    """Readings that matter are settled, so that whoever copies the line gets one score."""
    assert [other.want for other in INTENTIONS].count(one.want) == 1
    answer = jixiao.standard(one.text, one.points, name=one.name, readings=one.reading)
    assert isinstance(answer.understood, jixiao.Portrait)
    assert [asked.name for asked in answer.understood.asked if asked.source == "open" and asked.matters] == []


def test_there_are_enough_to_choose_from() -> None:
    assert len(INTENTIONS) >= 40
