"""A whole standard as pieces: with its guards, its floor and its cap they say what scoring says."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, strategies as st

from jixiao.curve.line import level
from jixiao.scoring.scale.readings import DEFAULTS
from jixiao.scoring.scale.said import Value
from jixiao.scoring.sentence.understand import understand
from shared.sentences.standards import pieces, ways
from shared.sentences.strategies import VALUE_FORMS, complete_readings, rules, values
from shared.sentences.wording import NAME, write


def test_a_guard_beside_a_constant_earns_nothing_only_where_it_strikes() -> None:
    """得分=5分×1 earns 5 from 60% on, and nothing below."""
    standard = understand("得分=5分×1；低于60%的不得分", NAME, Fraction(5))
    assert [(one.low, one.high, one.what) for one in pieces(standard, DEFAULTS)] == [
        (None, Fraction("0.6"), level(Fraction(0))),
        (Fraction("0.6"), None, level(Fraction(5))),
    ]


def test_steps_that_cost_from_a_base_of_nothing_have_pieces_there() -> None:
    """Below a limit where 0 points are earned nothing is left to lose, and there is a piece that says so."""
    standard = understand("以100%为标准，每超过1%加1分，最多加5分，每低于1%扣1分。", NAME, Fraction(5))
    first = pieces(standard, {**DEFAULTS, "不足一步": "按一步"})[0]
    assert (first.low, first.what) == (None, level(Fraction(0)))


@given(st.data(), rules(*VALUE_FORMS), complete_readings)
def test_whole_pieces_give_the_scores(data, rule, reading) -> None:
    """Just one piece has each value, and it gives the score there: guards, floors and constants among them."""
    standard = understand(data.draw(write(rule), label="sentence"), NAME, rule.points)
    drawn = pieces(standard, reading)
    for at in data.draw(st.lists(values(rule), min_size=4, max_size=8), label="values"):
        [way] = ways(standard, Value(at), reading)
        [piece] = [piece for piece in drawn if piece.contains(at)]
        assert piece.what.at(at) == (way.outcome.low, way.outcome.high)
