"""Breaches: every case found costs so much."""

import pytest

from jixiao.language.span import Cited
from jixiao.scoring.scale.said import Value
from shared.sentences.standards import (
    SILENT,
    count,
    losses,
    meaning,
    misrating,
    outcome,
    pieces,
    refusal,
    standard,
)

FOUND = "①支出符合制度；②手续完整。以上每出现一例不符合的扣1.5分，扣完为止。"
CLAUSE = "以上每出现一例不符合的扣1.5分"


def test_the_reason_counts_what_was_found():
    """A deduction says how many were found, in the sentence's unit, and by which clause."""
    assert losses(FOUND, count("2")) == [("3", CLAUSE, f"发现2例，按条款“{CLAUSE}”")]
    assert losses("每迟报一天扣0.5分", count("3"))[0][2] == "发现3天，按条款“每迟报一天扣0.5分”"
    assert losses(FOUND, count("0")) == []
    assert str(outcome(FOUND, count("0")).note) == "没有发现扣分情形"


def test_nothing_below_zero_is_lost():
    """The fourth case takes what the first three have left."""
    assert [losses(FOUND, count(found))[0][0] for found in ("3", "4", "100")] == ["9/2", "5", "5"]
    assert losses("每缺一项扣2分，扣完3分为止", count("2"))[0][0] == "3"


@pytest.mark.parametrize(
    ("found", "message"),
    [("1.5", "次数应是不小于零的整数，不是1.5"), ("-1", "次数应是不小于零的整数，不是-1")],
)
def test_counts_are_whole(found, message):
    """One and a half breaches are none that can be counted."""
    assert misrating(FOUND, count(found)) == message


def test_a_count_may_come_from_figures():
    """A formula's value counts as a rating's number does."""
    assert (
        outcome("每迟报一天扣0.5分", Value(count("3").count)).high
        == outcome("每迟报一天扣0.5分", count("3")).high
    )


def test_pieces_are_whole_counts():
    """There is a piece for each count until nothing is left, and one for all beyond."""
    drawn = pieces(standard(FOUND), SILENT)
    assert [(str(one.low), str(one.high), str(one.what.high.at(one.sample))) for one in drawn] == [
        ("0", "0", "5"),
        ("1", "1", "7/2"),
        ("2", "2", "2"),
        ("3", "3", "1/2"),
        ("4", "None", "0"),
    ]
    assert all(one.low_included and one.what.exact and one.what.is_level for one in drawn)
    assert [one.high_included for one in drawn] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (FOUND, "每出现一例不符合扣1.5分。"),
        ("按时报送的得满分，每迟报1天扣0.125分", "每迟报一天扣0.125分。"),
        ("每缺一类，扣两分", "每缺一项扣2分。"),
        (
            "手续完整的，得5分；资料齐全（含电子版）；每缺一项扣2分，扣完4分为止",
            "每缺一项扣2分；扣完4分为止。",
        ),
    ],
)
def test_what_is_understood(sentence, canonical):
    """What is counted, its unit and its cost; what is only required carries no points."""
    assert standard(sentence).canonical() == canonical


@pytest.mark.parametrize("unmet", ["不符合", "不符合要求", "不符合规定", "达不到上述标准"])
def test_that_a_case_falls_short_says_no_more_than_that_it_costs(unmet):
    """每出现一例 and 每出现一例不符合要求的 mean the same; which cases are meant does not."""
    bare = standard("每出现一例扣1分")
    assert standard(f"每出现一例{unmet}的扣1分") == bare
    assert standard("每出现一例未按期办结的扣1分") != bare


def test_bounds_and_questions():
    """From nothing left to full marks, and no 口径; with a floor, not below it."""
    found = meaning(FOUND)
    assert (found.bounds(), found.asks, found.standard.form.amounts()) == ((0, 5), (), ())
    assert meaning("每缺一项扣2分，扣完4分为止").bounds() == (1, 5)


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("按时报送的得3分；每迟报一天扣1分", 0, "分值5与句中3分不符"),
        ("每缺一项扣2分，扣完6分为止", 8, "分值5与句中6分不符"),
    ],
)
def test_refusals(sentence, position, message):
    """Two counts in one sentence, counts that earn, and points that do not fit are refused."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "每缺一项扣2分；每多一项得1分",
        "手续完整，预算控制率达到95%；每缺一项扣1分",
        "项目支出占90%至20人；每发现一例扣1分",
        "项目支出占90%以上，按规定给分；每发现一例扣1分",
        "达到90%的得满分；每缺一项扣1分",
        "大于60%，每缺一项扣1分",
    ],
)
def test_what_is_no_breach(sentence):
    """Two counts, requirements behind the count, and numbers beside it are not passed over."""
    assert refusal(sentence)[1].startswith("无法理解")


def test_two_clauses_that_count_alike_are_cited_both():
    """A case of either costs the same, so a loss can only name both."""
    both = losses("每缺一项扣2分；每错一项扣2分", count("1"))
    assert both == [("2", "每缺一项扣2分；每错一项扣2分", "发现1项，按条款“每缺一项扣2分；每错一项扣2分”")]


def test_a_clause_that_is_cited_knows_its_place():
    """The clause of a loss still points into the sentence."""
    [loss] = outcome(FOUND, count("1")).losses
    assert isinstance(loss.clause, Cited)
    assert FOUND[loss.clause.span.start : loss.clause.span.end] == CLAUSE
