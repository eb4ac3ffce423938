"""Levels: a rating picks the points, or a range of points."""

import pytest

from shared.sentences.standards import level, losses, meaning, misrating, outcome, refusal, standard

EFFECT = "效果明显的计5分；效果一般的计3分；效果不明显的计0分。"
SHARES = "达成的，按分值的100%-80%（含80%）计分；部分达成的，按分值的80%-60%（含60%）计分；未达成的，按分值的60%-0%计分。"
REACHED, PARTLY, NOT = (
    "达成的，按分值的100%-80%（含80%）计分",
    "部分达成的，按分值的80%-60%（含60%）计分",
    "未达成的，按分值的60%-0%计分",
)


def test_the_reason_names_the_level():
    """A deduction says which level was given, by which clause."""
    assert losses(EFFECT, level("效果一般")) == [
        ("2", "效果一般的计3分", "评定为“效果一般”，按条款“效果一般的计3分”")
    ]
    assert str(outcome(EFFECT, level("效果明显")).note) == "评定为“效果明显”，按条款“效果明显的计5分”"


@pytest.mark.parametrize(
    ("name", "score"), [("效果明显", 5), ("一般", 3), ("效果不明显", 0), ("不明显", 0), ("“效果一般”", 3)]
)
def test_a_level_is_found_by_its_words(name, score):
    """The exact name comes first, then any part of a name that fits one level only."""
    assert outcome(EFFECT, level(name)).high == score


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("效果", "评定等级“效果”不止对应一个档次，可用：效果明显、效果一般、效果不明显"),
        ("较好", "评定等级“较好”不是评分标准里的档次，可用：效果明显、效果一般、效果不明显"),
        ("", "评定等级“”不是评分标准里的档次，可用：效果明显、效果一般、效果不明显"),
    ],
)
def test_levels_that_do_not_fit(name, message):
    """A word that fits several levels, or none, is refused with the levels there are."""
    assert misrating(EFFECT, level(name)) == message


def test_a_score_must_be_that_of_the_level():
    """A rating that brings its score agrees with the level, or is refused."""
    assert (
        losses(EFFECT, level("效果一般", "3"))[0][2] == "评定为“效果一般”，按条款“效果一般的计3分”评定得3分"
    )
    assert misrating(EFFECT, level("效果一般", "2")) == "评定得分2分不在“效果一般的计3分”允许的范围内"
    assert misrating(EFFECT, level("效果明显", "3")) == "评定得分3分不在“效果明显的计5分”允许的范围内"


@pytest.mark.parametrize(
    ("name", "low", "high", "lost"),
    [("达成", "4", "5", []), ("部分达成", "3", "4", ["1"]), ("未达成", "0", "3", ["2"])],
)
def test_a_level_with_a_range_leaves_the_score_open(name, low, high, lost):
    """Without the assessor's score the range is open; what is certain is lost."""
    found = outcome(SHARES, level(name))
    assert (str(found.low), str(found.high)) == (low, high)
    assert [str(one.points) for one in found.losses] == lost
    assert str(found.note).endswith("，评定没有给出分数")


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("达成", "5"),
        ("达成", "4"),
        ("部分达成", "3.999"),
        ("部分达成", "3"),
        ("未达成", "2.999"),
        ("未达成", "0"),
    ],
)
def test_a_score_inside_the_range_stands(name, score):
    """The assessor's number counts, wherever it lies in the level's range; （含80%） has the number itself."""
    assert str(float(outcome(SHARES, level(name, score)).high)) == str(float(score))


@pytest.mark.parametrize(
    ("name", "score", "clause"),
    [
        ("达成", "5.01", REACHED),
        ("达成", "3.99", REACHED),
        ("部分达成", "4", PARTLY),
        ("部分达成", "2.99", PARTLY),
        ("未达成", "3", NOT),
        ("未达成", "-1", NOT),
    ],
)
def test_a_score_outside_the_range_is_refused(name, score, clause):
    """A number that the level does not have, or that its neighbour has outright, is refused."""
    assert misrating(SHARES, level(name, score)) == f"评定得分{score}分不在“{clause}”允许的范围内"


def test_an_unmarked_end_belongs_to_both():
    """Where neither level says （含）, both have the number between them."""
    both = "好的，按分值的100%-80%计分；差的，按分值的80%-0%计分。"
    assert outcome(both, level("好", "4")).high == outcome(both, level("差", "4")).high == 4


def test_a_number_left_out_by_both_is_nobodys():
    """（不含） on both sides leaves the number to no level."""
    none = "好的，按分值的100%-80%（不含）计分；差的，按分值的80%（不含）-0%计分。"
    assert "不在" in misrating(none, level("好", "4"))
    assert "不在" in misrating(none, level("差", "4"))


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        (EFFECT, "效果明显的，得5分；效果一般的，得3分；效果不明显的，得0分。"),
        ("好：5分；中，1.125分；差（0分）", "好的，得5分；中的，得1.125分；差的，得0分。"),
        ("（一）健全的得满分；（二）不健全的不得分", "健全的，得5分；不健全的，得0分。"),
        ("健全，执行好的得满分；不健全（含缺项）的不得分", "健全，执行好的，得5分；不健全的，得0分。"),
        (
            SHARES,
            "达成的，按分值的100%-80%（含）计分；部分达成的，按分值的80%-60%（含）计分；未达成的，按分值的60%-0%计分。",
        ),
        (
            "好的，按分值的100%-80.125%（不含）计分；差的，按分值的80.125%-0%计分",
            "好的，按分值的100%-80.125%（不含）计分；差的，按分值的80.125%-0%计分。",
        ),
    ],
)
def test_what_is_understood(sentence, canonical):
    """Levels keep their words and points; shares keep every number and what （含） says."""
    assert standard(sentence).canonical() == canonical


def test_bounds_and_questions():
    """From the worst level to the best, and no 口径."""
    found = meaning("好5分；中3分；差1分")
    assert (found.bounds(), found.asks, found.standard.form.amounts(), found.functions()) == (
        (1, 5),
        (),
        (),
        (),
    )
    assert meaning(SHARES).bounds() == (0, 5)


@pytest.mark.parametrize(
    ("sentence", "position", "message"),
    [
        ("好4分；差0分", 0, "分值5与句中4分不符"),
        ("好6分；差0分", 0, "分值5与句中6分不符"),
    ],
)
def test_refusals(sentence, position, message):
    """One level alone, equal levels, and points that do not fit are refused."""
    assert refusal(sentence) == (position, message)


@pytest.mark.parametrize(
    "sentence",
    [
        "好5分；大于60%的得3分；差0分",
    ],
)
def test_what_is_no_level(sentence):
    """Numbers are no levels."""
    assert refusal(sentence)[1].startswith("无法理解")


def test_a_remark_behind_a_level_that_is_no_value():
    """What stands in brackets explains the level, unless it is an interval."""
    found = standard("好（很好）得5分；中（一般）得3分；差（很差）得0分")
    assert found.canonical() == "好的，得5分；中的，得3分；差的，得0分。"
    assert standard("好（80%≤）得5分；差（其他）得0分").form.code == "levels"
    assert standard("好（≥90%）得5分；差（<90%）得0分").form.code == "bands"
