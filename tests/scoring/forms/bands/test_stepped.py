"""Bands that go in steps from their near end, beside others: an oracle works them out from the numbers."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.quantity import decimal_text
from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.understand import understand

STEPS = {"不计": math.floor, "按一步": math.ceil, "按比例": lambda steps: steps}
BASE, FULL = Fraction(8), Fraction(10)


def score(sentence: str, value: Fraction, reading: str) -> Fraction:
    understood = understand(sentence, "投资额", FULL)
    assert understood.form.code == "bands"
    [way] = meaning_of(understood, {"不足一步": reading}).ways
    outcome = way.outcome(own(Value(value)))
    assert outcome.low == outcome.high
    assert sum((loss.points for loss in outcome.losses), Fraction(0)) == FULL - outcome.high
    return outcome.high


@given(
    st.integers(1, 20),
    st.integers(1, 8),
    st.integers(1, 30),
    st.sampled_from(sorted(STEPS)),
    st.fractions(0, 2, max_denominator=30),
)
def test_steps_below_beside_bands_that_add_above(width, quarters, first, reading, value) -> None:
    each = Fraction(quarters, 4)
    sentence = (
        f"完成年度任务得8分，超任务{first}%（含）以上加1分，超任务{first + 10}%（含）以上加2分；"
        f"未完成的每少{width}%扣{decimal_text(each)}分，扣完为止。"
    )
    if value >= 1:
        beyond = value - 1
        wanted = BASE + (
            2 if beyond >= Fraction(first + 10, 100) else 1 if beyond >= Fraction(first, 100) else 0
        )
    else:
        steps = (1 - value) / Fraction(width, 100)
        wanted = max(BASE - Fraction(STEPS[reading](steps)) * each, Fraction(0))
    assert score(sentence, value, reading) == wanted


@given(st.integers(1, 20), st.sampled_from(sorted(STEPS)), st.fractions(0, 2, max_denominator=30))
def test_steps_above_beside_a_proportion_below(width, reading, value) -> None:
    sentence = f"完成年度任务得8分，每超{width}%加0.5分，最多加2分；未完成的按完成比例计分。"
    steps = (value - 1) / Fraction(width, 100)
    wanted = min(BASE + Fraction(STEPS[reading](steps)) / 2, FULL) if value >= 1 else BASE * value
    assert score(sentence, value, reading) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "达到95%得10分，达到90%得10分，每低1个百分点扣1分。",
        "完成年度任务得8分，超任务10%以上加1分，超任务20%以上加3分；未完成的每少5%扣1分。",
        "达到100%得8分，达到110%得10分，每少1万元扣1分。",
    ],
)
def test_what_does_not_fit_together(sentence: str) -> None:
    """Two limits of the same points, points that come to more than all, steps of something else."""
    with pytest.raises(LanguageError):
        understand(sentence, "投资额", FULL)
