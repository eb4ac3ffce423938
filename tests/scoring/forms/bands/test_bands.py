"""Bands: intervals of the value, each with its points."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.said import Value
from shared.sentences.standards import losses, meaning, outcome, refusal, standard, value, ways

OPEN_ENDS = "90%以上计5分；80%-90%计3分；80%以下计0分。"
HOLES = "=90%计5分；80%-85%计3分；<60%计0分；≥95%计1分"


def scores(sentence: str, at: str, readings: dict[str, str]) -> list[tuple[str, str, str]]:
    """Give each way to score a value: what is assumed, low and high."""
    found = ways(standard(sentence), value(at), readings)
    return [(one.assumption, str(one.outcome.low), str(one.outcome.high)) for one in found]


def test_the_reason_says_where_the_value_lies():
    """A deduction says in which band the value lies, and cites its clause."""
    assert losses(OPEN_ENDS, value("85%")) == [
        ("2", "80%-90%计3分", "在80%至90%之间，按条款“80%-90%计3分”得3分")
    ]
    assert losses(OPEN_ENDS, value("79%")) == [("5", "80%以下计0分", "不超过80%，按条款“80%以下计0分”不得分")]
    assert losses(OPEN_ENDS, value("95%")) == []
    assert str(outcome(OPEN_ENDS, value("95%")).note) == "不低于90%，按条款“90%以上计5分”得5分"
    assert losses(HOLES, value("95%"))[0][2] == "不低于95%，按条款“≥95%计1分”得1分"
    assert str(outcome(HOLES, value("90%")).note) == "等于90%，按条款“=90%计5分”得5分"
    assert losses("≤10%得5分；>10%得2分", value("20%"))[0][2] == "大于10%，按条款“>10%得2分”得2分"
    assert losses("≥90%得5分；<90%得2分", value("20%"))[0][2] == "低于90%，按条款“<90%得2分”得2分"
    assert losses("≥90%得5分；否则得1分", value("20%")) == [
        ("4", "否则得1分", "没有达到“≥90%得5分”的条件，按条款“否则得1分”得1分")
    ]


def test_a_number_that_two_clauses_have_gives_both_scores():
    """On an end that two bands have with equal right, each 口径 gives its score; one that is given decides."""
    assert scores(OPEN_ENDS, "90%", {}) == [("边界归属：高分", "5", "5"), ("边界归属：低分", "3", "3")]
    assert scores(OPEN_ENDS, "90%", {"边界归属": "低分"}) == [("", "3", "3")]
    assert scores(OPEN_ENDS, "89.99%", {}) == [("", "3", "3")]


def test_who_claims_a_number_outright_has_it():
    """（含）, ≥ and = take a number from 以上 and from an unmarked end."""
    assert scores("90%以上计5分；80%-90%（含）计3分；80%以下计0分", "90%", {}) == [("", "3", "3")]
    assert scores("≥90%计5分；80%（含）-90%计3分；80%以下计0分", "90%", {}) == [("", "5", "5")]
    assert scores("90%-100%计5分；=90%计3分；90%以下计0分", "90%", {}) == [("", "3", "3")]


def test_or_above_may_leave_its_number_out():
    """口径 以上以下含本数: 否 takes 90% from 90%以上, and leaves 以外 as it is."""
    no = {"以上以下含本数": "否"}
    assert scores(OPEN_ENDS, "90%", no) == [("", "3", "3")]
    assert scores("90%以上得5分；90%以下得3分", "90%", no) == [("", "3", "5")]
    assert scores("90%以外得5分；90%（含）以下得3分", "90%", no) == [("", "3", "3")]
    assert meaning(OPEN_ENDS).asks == ("边界归属", "以上以下含本数")
    assert meaning(HOLES).asks == ()


def test_thresholds_alone_follow_each_other():
    """90%以上…；80%以上… means 80% up to 90%: whichever of them has 90%, one of them has it."""
    falling, rising = "90%以上得5分；80%以上得3分", "10%以内得5分；20%以内得3分；30%以内得1分"
    assert [scores(falling, at, {})[0][1:] for at in ("90%", "89%", "80%", "79%")] == [
        ("5", "5"),
        ("3", "3"),
        ("3", "3"),
        ("0", "3"),
    ]
    assert scores(falling, "90%", {"以上以下含本数": "否"}) == [("", "3", "3")]
    assert [scores(rising, at, {})[0][1:] for at in ("10%", "11%", "20%", "30%")] == [
        ("5", "5"),
        ("3", "3"),
        ("3", "3"),
        ("1", "1"),
    ]
    assert standard(rising).canonical() == "10%以下的，得5分；20%以下的，得3分；30%以下的，得1分。"


def test_a_hole_gives_what_lies_beside_it():
    """A value that no clause has scores between its neighbours, and the explanation says so."""
    assert scores(HOLES, "88%", {}) == [("", "3", "5")]
    assert scores(HOLES, "70%", {}) == [("", "0", "3")]
    assert scores(HOLES, "92%", {}) == [("", "1", "5")]
    found = outcome(HOLES, value("70%"))
    assert str(found.note) == "评分标准没有写明70%属于哪一档"
    assert found.losses[0].points == 2


def test_beside_a_hole_the_band_that_has_the_end_counts():
    """Just above 90% lies what 90% itself earns, in whatever order the clauses stand."""
    for sentence in ("=90%得5分；80%-90%得1分", "80%-90%得1分；=90%得5分"):
        assert scores(sentence, "91%", {}) == [("", "0", "5")]
    assert scores("=90%得5分；80%-90%（含）得1分", "91%", {}) == [("", "0", "5")]


def test_beyond_the_last_band_nothing_is_certain():
    """Where bands stop, a value beyond scores between the last one and nothing."""
    assert scores("90%-100%得5分；80%-90%得3分", "101%", {}) == [("", "0", "5")]
    assert scores("90%-100%得5分；80%-90%得3分", "79%", {}) == [("", "0", "3")]


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("≥90%得5分；<90%得3分", ("3", "5")), ("≥90%得5分；<80%得3分", ("3", "5")), ("≥90%得5分；80%-90%得3分", ("0", "5")),
        ("≤10%得5分；10%-20%得3分", ("0", "5")), ("≥90%得5分；否则得2分", ("2", "5")), ("=90%得5分；否则得0分", ("0", "5")),
    ],
)  # fmt: skip
def test_bounds(sentence, bounds):
    """Nothing can be lost below the worst band, unless the bands stop on one side."""
    assert tuple(map(str, meaning(sentence).bounds())) == bounds


def test_counts_begin_with_none():
    """全部按时的 before 1-3次 stands for none; a bare 0 takes the unit of the counts beside it."""
    for sentence in (
        "全部按时的得5分；1-3次未按时的得3分；4次及以上的不得分",
        "0得5分；1-3次得3分；≥4次得0分",
    ):
        assert standard(sentence).canonical() == "=0次的，得5分；1次-3次的，得3分；≥4次的，得0分。"
    assert (
        losses("全部按时的得5分；1-3次得3分；4次以上不得分", value("2"))[0][2]
        == "在1次至3次之间，按条款“1-3次得3分”得3分"
    )


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (OPEN_ENDS, "90%以上的，得5分；80%-90%的，得3分；80%以下的，得0分。"),
        (
            "90%（含）以上5分；80-90%（不含）3.125分；其余0分",
            "≥90%的，得5分；80%-90%（不含）的，得3.125分；否则得0分。",
        ),
        (
            "x≥95%得5分；85%≤x<95%得2分；80%以上85%以下得1分",
            "≥95%的，得5分；≥85%，<95%的，得2分；80%以上，85%以下的，得1分。",
        ),
        ("[0.5,1]得5分；（0.25，0.5）得2分", "≥0.5，≤1的，得5分；>0.25，<0.5的，得2分。"),
        ("80%以上，<90%得5分；90%以外得2分", "80%以上，<90%的，得5分；>90%的，得2分。"),
        (
            "60%以下不得分；60%（含）-80%得3分；80%及以上得满分",
            "60%以下的，得0分；60%（含）-80%的，得3分；≥80%的，得5分。",
        ),
    ],
)
def test_what_is_understood(sentence, canonical):
    """The canonical sentence keeps every number, and with what right each end has it."""
    assert standard(sentence).canonical() == canonical


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("否则得满分", 0, "无法理解“否则得满分”：不属于任何一种已知的评分写法"),
        ("≥90%得4分；<90%得0分", 0, "分值5与句中4分不符"),
        ("≥90%得6分；<90%得0分", 0, "分值5与句中6分不符"),
        ("≥90%得5分；≤95%得3分", 8, "“≥90%得5分”与“≤95%得3分”的区间重叠"),
        ("90%-100%得5分；95%-98%得3分", 12, "“90%-100%得5分”与“95%-98%得3分”的区间重叠"),
        ("预算控制率90%，得5分；低于90%，得0分", 5, "“预算控制率”与数字之间缺少比较符号（如 ≤、=、＞）"),
    ],
)
def test_refusals(sentence, position, message):
    """One band alone, points that do not fit, overlaps and lost signs are refused where they stand."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "≥90%得5分；质量好的得3分",
    ],
)
def test_what_is_no_band(sentence):
    """A clause without an interval, or that deducts, is not passed over."""
    assert refusal(sentence)[1].startswith("无法理解")


def test_a_value_below_zero_is_told_with_its_sign():
    """Only where a sentence asks for |value| is the sign left out."""
    note = outcome("≥90%得5分；0%-80%得3分", value("-5%")).note
    assert str(note) == "评分标准没有写明-5%属于哪一档"


@given(st.integers(-200, 200))
def test_bands_around_zero_are_alike_on_both_sides(value):
    """±5%至±10% speaks of a value and of its opposite."""
    sentence = "预算控制率在±5%以内（含）得5分，±5%至±10%（含）得3分，超过±10%不得分。"
    expected = 5 if abs(value) <= 50 else 3 if abs(value) <= 100 else 0
    for one in (value, -value):
        assert outcome(sentence, Value(Fraction(one, 1000))).high == expected
