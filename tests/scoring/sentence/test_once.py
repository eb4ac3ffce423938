"""What a sentence may say once only; what limits the value; what it says of its own levels and of how the value is made."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.scoring.scale.said import own
from jixiao.scoring.sentence.meaning import meaning_of
from shared.sentences.standards import SILENT, refusal, standard, value

READ = {"不足一步": "不计"}


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("以100%为标准，以120%为标准，每超过1%扣1分。", "以100%为标准", "以120%为标准"),
        ("以120%为标准。控制率≤100%得5分，每超过1%扣1分。", "以120%为标准", "≤100%"),
        ("目标值为95%。控制率≥90%得5分，每低1%扣1分。", "目标值为95%", "≥90%"),
        ("控制率≥90%得5分，每低1%扣1分，最低得1分，最低得2分。", "最低得1分", "最低得2分"),
        (
            "得分=控制率×5；控制率超过100%按100%计算；控制率超过110%按110%计算",
            "控制率超过100%按100%计算",
            "控制率超过110%按110%计算",
        ),
        ("控制率≥80%得3分，每高1%加0.5分，最多加2分，最多加1分。", "最多加2分", "最多加1分"),
        ("≤100%得5分，每超过1%扣1分，不足1%的不计，不足1%的按1%计算。", "不足1%的不计", "不足1%的按1%计算"),
        ("每相差4%，每超出2%扣1分。", "每相差4%", "每超出2%"),
        ("≥90%得5分；80%（含）-90%得3分；否则得1分；否则得2分。", "否则得1分", "否则得2分"),
    ],
)
def test_what_contradicts_itself_is_refused_with_both_places(sentence, one, other):
    """Neither the first nor the last of two that differ is what is meant."""
    position, message = refusal(sentence)
    assert message == f"“{one}”与“{other}”互相矛盾，不知道按哪一个，请只留一个"
    assert sentence[position:].startswith(other)


@pytest.mark.parametrize(
    "sentence",
    [
        "以100%为标准。控制率≤100%得5分，每超过1%扣1分。",
        "以100%为标准。每超过1%扣1分。",
        "以100%为标准。得分=控制率×5",
        "得分=控制率×5；控制率超过100%按100%计算（超过100%的按100%计算）",
        "≤100%得5分，每超过1%扣1分，扣完为止，扣完5分为止。",
    ],
)
def test_what_is_said_twice_alike_is_no_contradiction(sentence):
    """The same words again change nothing."""
    assert standard(sentence)


FORMS = st.sampled_from(
    [
        "得分=控制率×5",
        "控制率≤100%得5分，每超过1个百分点扣0.1分",
        "控制率≥100%得5分，每低1个百分点扣0.2分",
        "控制率≥90%得5分；60%（含）-90%得3分；控制率低于60%不得分",
        "得分=（2-控制率）×5，控制率≤100%的得满分",
    ]
)


@given(FORMS, st.integers(20, 100), st.integers(100, 160), st.integers(0, 2000))
def test_values_beyond_a_limit_count_as_it(form, low, high, permille):
    """Whatever the form, beyond a limit a value scores what the limit does, and within both what it always did."""
    limited = meaning_of(
        standard(f"{form}；控制率超过{high}%的按{high}%计算；控制率低于{low}%的按{low}%计算。"), READ
    )
    free = meaning_of(standard(f"{form}。"), READ)
    at = Fraction(permille, 1000)
    counted = min(max(at, Fraction(low, 100)), Fraction(high, 100))
    assert limited.span(own(value(str(at)))) == free.span(own(value(str(counted))))


def test_a_limit_is_told_by_the_value_that_counts():
    """What is said at 150 % is what 120 % comes to."""
    sentence = "控制率100%得满分，每超过1个百分点扣0.1分，超过120%的按120%计算"
    [found] = meaning_of(standard(sentence), READ).outcomes(own(value("150%")))
    [loss] = found.outcome.losses
    assert (loss.points, str(loss.reason)) == (
        2,
        "超过100% 20个百分点，每步1个百分点，计20步，按条款“每超过1个百分点扣0.1分”",
    )


def test_a_limit_needs_a_value():
    """Where levels are rated, nothing exceeds anything."""
    assert "不按数值计分" in refusal("好的得5分；差的不得分；超过100%按100%计算")[1]


def test_a_limit_inside_one_band_is_refused():
    """It can't be told whether it holds for the others too."""
    assert "只有一段按算式计分" in refusal("≥90%得5分；低于90%的，得分=控制率（不得超过80%）×5")[1]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("分为优、良、中、差四档，优得5分，良得3分，差得1分", "句中说有4档，列出的是3档"),
        ("分为好、差三档，分别得5分、0分", "说有三档，列出的是2档"),
    ],
)
def test_as_many_levels_as_are_announced(sentence, message):
    """With others than it lists, some are missing."""
    assert refusal(sentence)[1].startswith(message)
    assert standard("分为优、中、差三档，优得5分，中得3分，差得1分").form.code == "levels"


@pytest.mark.parametrize(
    "definition",
    [
        "控制率=支出数÷预算数×50%",
        "控制率=（支出数-100）÷预算数×100%",
        "预算调整率=调整数÷预算数×100%",
        "控制率=[（支出数-预算数/预算数]×100%",
    ],
)
def test_a_definition_by_which_the_value_is_another_one_is_refused(definition):
    """Half of the quotient, less an amount, another rate: nobody knows what is then compared."""
    with pytest.raises(LanguageError):
        standard(f"{definition}。控制率≤100%得5分，否则不得分。")


@pytest.mark.parametrize(
    "definition",
    [
        "控制率=支出数÷预算数×100%",
        "控制率=(支出数／预算数)×１００％",
        "控制率=[（支出数－预算数）/预算数]×100%",
        "控制率=（1-支出数÷预算数）×100%",
        "计算公式：预算控制率=\n（支出数÷预算数）\n×100%",
        "控制率=支出数÷[（年初数+年末数）÷2]×100%",
    ],
)
def test_a_definition_says_what_the_value_is(definition):
    """The frameworks' own formulas change nothing of the score."""
    found = standard(f"{definition}。控制率≤100%得5分，否则不得分。")
    assert found == standard("控制率≤100%得5分，否则不得分。")
    assert found.definitions
    assert meaning_of(found, SILENT).span(own(value("100%"))) == (5, 5)
