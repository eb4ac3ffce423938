"""按绝对值计算: -5% counts as 5%, for every form that takes a value."""

import math

from hypothesis import given, strategies as st

from jixiao.scoring.scale.pieces import MAX_PIECES
from jixiao.scoring.scale.said import Value
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import Rule, Steps
from shared.sentences.standards import pieces, refusal, standard, ways
from shared.sentences.strategies import VALUE_FORMS, complete_readings, rules, values
from shared.sentences.wording import NAME, write

value_rules = rules(*VALUE_FORMS, around=False)


@given(
    st.data(),
    value_rules,
    complete_readings,
    st.sampled_from(["按绝对值计算", "取绝对值计算", "均按其绝对值考核"]),
)
def test_a_value_below_zero_scores_what_its_magnitude_does(data, rule, reading, words):
    """The oracle scores the magnitude; the engine is given the value with either sign."""
    found = understand(f"{data.draw(write(rule))}\n{words}", NAME, rule.points)
    assert found.magnitude
    assert understand(found.canonical(), NAME, rule.points) == found
    value = abs(data.draw(values(rule)))
    for signed in (value, -value):
        [one] = ways(found, Value(signed), reading)
        assert (one.outcome.low, one.outcome.high) == rule.score(value, reading)


@given(st.data(), value_rules, complete_readings)
def test_pieces_lie_on_both_sides_of_zero_alike(data, rule, reading):
    """What is plotted and compared is the same function."""
    found = understand(f"{data.draw(write(rule))}\n按绝对值计算", NAME, rule.points)
    value = data.draw(values(rule))
    [one] = ways(found, Value(value), reading)
    drawn = pieces(found, reading)
    if not drawn:
        assert most_rungs(rule) > MAX_PIECES, "only what has too many is not drawn"
        return
    [piece] = [piece for piece in drawn if piece.contains(value)]
    assert piece.what.at(value) == (one.outcome.low, one.outcome.high)


def most_rungs(rule: Rule) -> int:
    """Count the rungs of all stairs: of one up to three lie beside each other where it is mirrored at zero."""
    sides = (rule.form.over, rule.form.under) if isinstance(rule.form, Steps) else ()
    return sum(3 * math.ceil(rule.points / side.points) for side in sides if side is not None)


def test_it_may_be_said_of_the_name():
    """|偏离度| and 偏离度绝对值 say the same; said of one comparison only, it is refused."""
    plain = standard("≤5%得5分；>5%得2分；按绝对值计算", name="偏离度")
    assert standard("|偏离度|≤5%得5分；|偏离度|>5%得2分", name="偏离度") == plain
    assert standard("偏离度绝对值≤5%得5分；>5%得2分", name="偏离度") == plain
    assert refusal("偏离度绝对值≤5%得5分；偏离度>5%得2分", name="偏离度")[0] == 16


def test_the_magnitude_of_something_else_is_not_that_of_the_value():
    """|满意度| beside |偏离度| is another value, which the indicator does not have."""
    position, message = refusal("|偏离度|≤5%得5分；|满意度|≤10%得3分；其他不得分", name="偏离度")
    assert position == 12
    assert message.startswith("无法理解“|满意度|”：不是本指标“偏离度”的名称")


def test_what_lies_apart_on_one_side_has_a_sign():
    """正偏差 and 负偏差 are no magnitudes: their limits differ, and the sentence is to say them as numbers."""
    for text, place in {
        "正偏差≤5%得5分，负偏差≤3%得3分；其他不得分": 3,
        "与预算相比正误差不超过5%得5分；负误差不超过3%得3分；其他不得分": 8,
        "上偏差不超过7%的得5分，下偏差不超过10%的得3分，否则不得分": 3,
    }.items():
        position, message = refusal(text, name="预算偏差率")
        assert (position, message.partition("，")[0]) == (place, "正、负两边的界限不同"), text
    assert standard("正负偏差不超过5%得5分，否则不得分", name="预算偏差率").magnitude


def test_a_magnitude_is_never_below_nothing():
    """A negative number beside 绝对值 is told with what to do."""
    position, message = refusal("偏离度绝对值≤5%得5分；偏离度绝对值<-3%得3分", name="偏离度")
    assert (position, message) == (19, "按绝对值算，这里的负数永远不会有，请改为正数，或删去这一条")
