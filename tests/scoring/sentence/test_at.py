"""What a person writes to be scored: read as the sentence's form takes it, or refused."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.said import Answer, At, Count, Inputs, Level, Met, RatingError, Taken, Value, own
from jixiao.scoring.sentence.at import MAX_AT_LENGTH, read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand

SENTENCES = {
    "ratio": ("不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。", 5),
    "plain": ("得分=指标值×10，最高不超过10分。", 10),
    "counts": ("全部按时的得6分；1-3次未按时的得4分；4-6次的得2分；7次及以上的不得分。", 6),
    "money": ("不超过100万元的，得满分；每超过5万元，扣1分，扣完为止。", 5),
    "goal": ("达到目标值得满分，否则不得分。", 5),
    "breaches": ("每发现一例扣2分，扣完为止。", 6),
    "days": ("超过规定5个工作日扣0.5分，10个工作日扣1分，以此类推，直至扣完。", 1),
    "levels": ("效果较好的计6分；效果一般的计3分；无效果或者效果不明显的计0分。", 6),
    "spans": ("达成的，按分值的100%-80%（含80%）计分；部分达成的，按分值的80%-60%（含60%）计分；未达成的，按分值的60%-0%计分。", 50),
    "list": ("①建立了财务制度，1分；②制度完整，1分；③制度有效执行，1分。", 3),
    "breached": ("①建立了财务制度，1分；②制度完整，1分；③制度有效执行，1分。每发现一例扣0.5分。", 3),
    "binary": ("资料齐全的得2分，不齐全的扣2分。", 2),
    "discretion": ("组织管理到位的得6分；执行不力的酌情扣分，扣完为止。", 6),
}  # fmt: skip


TWO_BREACHES: Inputs = {**own(Met(frozenset({1, 3}))), "每发现一例": Count(Fraction(2))}


def meaning(name: str) -> Meaning:
    sentence, points = SENTENCES[name]
    return meaning_of(understand(sentence, "指标值", Fraction(points)), {})


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("ratio", "101.3%", Value(Fraction("1.013"))),
        ("ratio", "１０１．３％", Value(Fraction("1.013"))),
        ("ratio", " 1.013 ", Value(Fraction("1.013"))),
        ("ratio", "-12%", Value(Fraction("-0.12"))),
        ("ratio", "−12%", Value(Fraction("-0.12"))),
        ("ratio", "+5%", Value(Fraction("0.05"))),
        ("ratio", "百分之十", Value(Fraction("0.1"))),
        ("ratio", "3个百分点", Value(Fraction("0.03"))),
        ("ratio", "3", Value(Fraction(3))),
        ("plain", "54.675%", Value(Fraction("0.54675"))),
        ("plain", "2", Value(Fraction(2))),
        ("counts", "3", Value(Fraction(3))),
        ("counts", "3次", Value(Fraction(3))),
        ("counts", "三次", Value(Fraction(3))),
        ("money", "105", Value(Fraction(1_050_000))),
        ("money", "1,050,000元", Value(Fraction(1_050_000))),
        ("money", "105 万元", Value(Fraction(1_050_000))),
        ("goal", "是", Answer(True)),
        ("goal", "否", Answer(False)),
        ("goal", "98%", Value(Fraction("0.98"))),
        ("breaches", "2", Count(Fraction(2))),
        ("breaches", "2例", Count(Fraction(2))),
        ("days", "7个工作日", Count(Fraction(7))),
        ("days", "7", Count(Fraction(7))),
        ("levels", "较好", Level("较好")),
        ("spans", "部分达成", Level("部分达成")),
        ("spans", "部分达成=35", Level("部分达成", Fraction(35))),
        ("spans", "达成＝45.5分", Level("达成", Fraction("45.5"))),
        ("list", "1,3", Met(frozenset({1, 3}))),
        ("list", "1，3", Met(frozenset({1, 3}))),
        ("list", "1-3", Met(frozenset({1, 2, 3}))),
        ("list", "第1项、第3项", Met(frozenset({1, 3}))),
        ("list", "①③", Met(frozenset({1, 3}))),
        ("list", "①、③", Met(frozenset({1, 3}))),
        ("list", "①-③", Met(frozenset({1, 2, 3}))),
        ("breached", "①③；2例", TWO_BREACHES),
        ("list", "全部", Met(frozenset({1, 2, 3}))),
        ("list", "无", Met(frozenset())),
        ("breached", "1,3；2例", TWO_BREACHES),
        ("binary", "是", Answer(True)),
        ("discretion", "2", Taken(Fraction(2))),
        ("discretion", "扣1.5分", Taken(Fraction("1.5"))),
    ],
)
def test_what_is_written_is_read_as_the_form_takes_it(name: str, text: str, at: At | Inputs) -> None:
    """Width, units and numerals don't matter; a bare number is in the sentence's unit."""
    assert read_at(text, meaning(name)) == (at if isinstance(at, dict) else own(at))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("ratio", "很多", "“很多”不是数字，应为数值，如 101.3% 或 1.013"),
        ("ratio", "3次", "“3次”的单位不对：评分标准里用的是比率或没有单位的数"),
        ("ratio", "是", "“是”不是数字"),
        ("ratio", "1e3", "不认识的单位“e3”，应为数值，如 101.3% 或 1.013"),
        ("ratio", "1.2.3%", "不是可以精确读取的数字"),
        ("ratio", "  ", "没有写要核算什么"),
        ("ratio", "1" * 400, "过长"),
        ("counts", "30%", "“30%”的单位不对：评分标准里用的是“次”"),
        ("money", "3人", "评分标准里用的是“万元”，应为数值，如 3 或 3万元"),
        ("breaches", "3天", "评分标准里用的是“例”"),
        ("list", "一", "“一”不是评分标准里的项，可写序号"),
        ("list", "1,,3", "“1,,3”不是项的序号"),
        ("list", "①①", "第1项写了两次"),
        ("list", "1,1", "第1项写了两次"),
        ("list", "3-1", "次序反了"),
        ("list", "1；很多", "不是数字"),
        ("list", "1；30%", "不是次数"),
        ("binary", "1", "评定“1”不是评分标准里的情形，可用：是、否、资料齐全、不齐全"),
        ("discretion", "不多", "“不多”不是分数，应为不超过6的数"),
        ("spans", "达成=好", "“好”不是分数"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(name: str, text: str, message: str) -> None:
    with pytest.raises(RatingError) as refusal:
        score(text, meaning(name))
    assert message in str(refusal.value)


def score(text: str, understood: Meaning) -> None:
    """Score what is written; raises RatingError where it is not read, or nothing of the sentence."""
    at = read_at(text, understood)
    understood.outcomes(at if isinstance(at, dict) else own(at))


@given(
    st.sampled_from(sorted(SENTENCES)),
    st.text(max_size=MAX_AT_LENGTH + 20) | st.text("0123456789.,;；，-=%次天万元是否无一二", max_size=24),
)
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    """Nothing that a person may write ends in anything but a score or a message."""
    understood = meaning(name)
    with contextlib.suppress(RatingError):
        read_at(text, understood)


@pytest.mark.parametrize("said", ["基本设施=2", "基本设施=是", "基本设施"])
def test_points_that_are_there_anyway_are_not_asked_for(said: str) -> None:
    """基本设施（4分）：缺1项扣1分 asks how many lack; the heading named is told so, and the count by its name is taken."""
    text = "基本设施（4分）：缺1项设备扣1分；维护管理（6分）：每发现一处破损扣1分。"
    understood = meaning_of(understand(text, "设施管护", Fraction(10)), {})
    with pytest.raises(RatingError, match="“基本设施”的分先计上，不用写；请写从中扣分的“缺设备”（写数）"):
        read_at(said, understood)
    [found] = understood.outcomes(read_at("缺设备=2；破损=1", understood))
    assert found.outcome.low == found.outcome.high == 7
