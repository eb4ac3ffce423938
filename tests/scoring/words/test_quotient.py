"""The quotient of amounts that a formula for the score works on is the indicator's value, wherever it stands."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.language.formula import parse_formula, write_formula
from jixiao.scoring.scale.said import own
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.words.quotient import beside_whole, is_quotient, quotient_of
from shared.sentences.standards import SILENT, refusal, standard, value

NAME = "调剂情况"


def found(text: str) -> tuple[str, str] | None:
    quotient = quotient_of(parse_formula(text, ()))
    return None if quotient is None else (write_formula(quotient.value), write_formula(quotient.formula))


@pytest.mark.parametrize(
    ("text", "quotient", "formula"),
    [
        ("甲/乙×8", "甲 ÷ 乙", "指标值 × 8"),
        ("（1-5×甲/乙）*分值", "甲 ÷ 乙", "(1 - 5 × 指标值) × 分值"),
        ("6*天数/（月数*30）", "天数 ÷ (月数 × 30)", "6 × 指标值"),
        ("(甲-乙)/乙×5", "(甲 - 乙) ÷ 乙", "指标值 × 5"),
        ("(1-|甲-乙|/乙)×5", "绝对值(甲 - 乙) ÷ 乙", "(1 - 指标值) × 5"),
        ("甲/乙/75%*8", "甲 ÷ 乙", "指标值 ÷ 75% × 8"),
        ("甲/（乙*90%）*8", "甲 ÷ 乙", "指标值 ÷ 90% × 8"),
        ("甲/((乙+丙)/2)*5", "甲 ÷ ((乙 + 丙) ÷ 2)", "指标值 × 5"),
        ("1-(甲/乙-1)×2+甲/乙", "甲 ÷ 乙", "1 - (指标值 - 1) × 2 + 指标值"),
        ("最小(甲/乙,1)×5", "甲 ÷ 乙", "最小(指标值, 1) × 5"),
        ("分值×甲÷乙", "甲 ÷ 乙", "分值 × 指标值"),
    ],
)
def test_the_quotient_of_a_formula(text, quotient, formula):
    """What is left of the formula is one of the value; a share of the goal is no part of the quotient."""
    assert found(text) == (quotient, formula)


@pytest.mark.parametrize(
    "text",
    [
        "甲×5",
        "甲/乙+丙/丁",
        "甲/乙*丙/丁",
        "甲×乙/丙",
        "(甲-100)/乙×5",
        "甲/(乙+100)×5",
        "甲/乙/丙×5",
        "计划数/实际完成数×5",
        "甲-乙",
        "5÷甲",
        "(甲>乙)×5",
    ],
)
def test_formulas_of_no_one_quotient(text):
    """Two quotients, products of amounts, amounts with numbers added, and plans over results are not guessed at."""
    assert found(text) is None


SPELLINGS = st.tuples(
    st.sampled_from(["×", "*", "＊", "✕", "x", "X"]),
    st.sampled_from(["÷", "/", "／", "∕"]),
    st.sampled_from(["()", "（）"]),
    st.sampled_from(["", "\n"]),
    st.sampled_from(["分值", "该项指标分值", "标准分", "权重", "8分", "8"]),
)


@given(SPELLINGS, st.integers(0, 12), st.integers(0, 150))
def test_a_score_over_two_amounts_is_that_of_their_quotient(spelling, slope, percent):
    """However signs, brackets, lines and the points are written, the score is worked out on the quotient."""
    times, over, (opened, closed), line, points = spelling
    formula = f"{opened}1-{slope}{times}调剂金额{over}{line}年初预算数{closed}{times}{points}"
    sentence = f"得分={formula}，若调剂金额{over}年初预算数大于120%，不得分。"
    share = Fraction(percent, 100)
    expected = max(min((1 - slope * share) * 8, 8), 0) if share <= Fraction(6, 5) else 0
    meaning = meaning_of(standard(sentence, "8", NAME), SILENT)
    assert meaning.span(own(value(f"{percent}%"))) == (expected, expected)
    again = standard(standard(sentence, "8", NAME).canonical(), "8", NAME)
    assert again.form == standard(sentence, "8", NAME).form


def test_what_is_compared_must_be_that_quotient():
    """A condition over another quotient, or over what nobody knows, is not taken for one over the value."""
    formula = "得分=（1-2×调剂金额/年初预算数）×5"
    assert standard(f"{formula}；调剂金额/年初预算数>30%不得分", name=NAME).guards
    for other in ("调剂金额/决算数>30%", "年初预算数/调剂金额>30%", "执行率低于60%"):
        with pytest.raises(LanguageError):
            standard(f"{formula}；{other}不得分", name=NAME)


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("甲/乙", True),
        ("若甲÷乙", True),
        ("其中若甲/乙×100%", True),
        ("乙/甲", False),
        ("甲/丙", False),
        ("甲", False),
        ("甲/乙×5", False),
        ("甲//乙", False),
    ],
)
def test_words_that_are_the_quotient(words, is_it):
    """若甲÷乙 is what the formula has, 甲÷乙×5 is another number."""
    assert is_quotient(words, parse_formula("甲/乙", ())) is is_it


@pytest.mark.parametrize(
    ("words", "operator"),
    [("若甲大于乙", ">"), ("甲不超过乙", "≤"), ("甲低于乙", "<"), ("乙大于甲", ""), ("甲大于丙", "")],
)
def test_one_amount_compared_with_the_other(words, operator):
    """甲大于乙 says that 甲÷乙 is above 100 %."""
    assert beside_whole(words, parse_formula("甲/乙", ())) == operator


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("得分=调剂金额×5", "算式里的“调剂金额”既不是本指标的值，也不是分值"),
        ("得分=调剂金额/年初预算数", "没有乘分值"),
        ("得分=（调剂金额-100）/年初预算数×5", "既不是本指标的值"),
        ("得分=调剂金额/年初预算数×8", "分值5与句中8分不符"),
        ("得分=（调剂金额/年初预算数×5", "括号不成对"),
        ("得分=调剂金额/）年初预算数×5", "括号不成对"),
        ("得分=调剂金额//年初预算数×5", "公式在“/”处读不懂"),
    ],
)
def test_refusals(sentence, message):
    """What can't be told is refused with its words."""
    assert message in refusal(sentence, name=NAME)[1]
